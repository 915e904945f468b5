import { signal } from '@preact/signals-core';
import { describe, expect, it } from 'vitest';
import { ok } from '../../src/core/result.ts';
import type { HistoryQuery } from '../../src/contracts/archive.ts';
import { createHistoryStore } from '../../src/state/history-store.ts';
import { createLiveStore } from '../../src/state/live-store.ts';
import { aSite } from './builders.ts';
import { ManualClock } from './ports/manual-clock.ts';
import { anInterval, MemoryArchive } from './ports/memory-archive.ts';
import { MemoryPlatform } from './ports/memory-ports.ts';

const HOUR_MS = 3_600_000;
/** Tuesday 24 November 2026, 10:00 in Tokyo. */
const NOW_MS = Date.UTC(2026, 10, 24, 1, 0);
const MIDNIGHT_MS = NOW_MS - 10 * HOUR_MS;

function aHistory(dayStartsAtMinute = 0) {
  const clock = new ManualClock(NOW_MS);
  const archive = new MemoryArchive();
  const platform = new MemoryPlatform();
  const queries: HistoryQuery[] = [];
  archive.days = (query) => {
    queries.push(query);
    return [anInterval({ fromMs: query.fromMs, toMs: query.toMs })];
  };
  const plain = aSite();
  const site = signal({ ...plain, store: { ...plain.store, dayStartsAtMinute } });
  const permit = () => Promise.resolve(ok(null));
  const { store: live } = createLiveStore(site);
  const history = createHistoryStore({ archive, clock, platform, permit }, { site, live });
  return { archive, platform, queries, history };
}

describe('history', () => {
  it('begins with the business day of the store, not of the browser', async () => {
    const { history, queries } = aHistory();
    await history.refresh();
    expect(history.day.value).toEqual({ fromMs: MIDNIGHT_MS, toMs: MIDNIGHT_MS + 24 * HOUR_MS });
    expect(queries.map(({ intervalMinutes }) => intervalMinutes)).toEqual([60, 1440]);
    expect(history.figures.value.kind).toBe('ready');
  });

  it('goes a day back and forth, and not beyond today', async () => {
    const { history } = aHistory();
    await history.previous();
    expect(history.day.value.toMs).toBe(MIDNIGHT_MS);
    expect(history.isToday.value).toBe(false);
    await history.next();
    expect(history.isToday.value).toBe(true);
    await history.next();
    expect(history.day.value.fromMs).toBe(MIDNIGHT_MS);
  });

  it('shows the week and the month that hold the day, by day, and goes on by as much', async () => {
    const { history, queries } = aHistory();
    await history.setSpan('week');
    expect(new Date(history.period.value.fromMs).toISOString()).toBe('2026-11-22T15:00:00.000Z');
    await history.previous();
    expect(new Date(history.period.value.fromMs).toISOString()).toBe('2026-11-15T15:00:00.000Z');
    await history.setSpan('month');
    expect(new Date(history.period.value.fromMs).toISOString()).toBe('2026-10-31T15:00:00.000Z');
    expect(new Date(history.period.value.toMs).toISOString()).toBe('2026-11-30T15:00:00.000Z');
    expect(queries.slice(-2).map(({ intervalMinutes }) => intervalMinutes)).toEqual([60, 1440]);
    await history.setSpan('range');
    await history.setRange('2026-11-03', '2026-11-05');
    expect(queries.at(-1)).toMatchObject({
      fromMs: Date.UTC(2026, 10, 2, 15),
      toMs: Date.UTC(2026, 10, 5, 15),
    });
    await history.setRange('nonsense', '2026-11-05');
    expect(history.period.value.fromMs).toBe(Date.UTC(2026, 10, 2, 15));
  });

  it('goes to a date, and ignores what is none', async () => {
    const { history } = aHistory();
    await history.showDate('2026-11-01');
    expect(new Date(history.day.value.fromMs).toISOString()).toBe('2026-10-31T15:00:00.000Z');
    await history.showDate('nonsense');
    expect(new Date(history.day.value.fromMs).toISOString()).toBe('2026-10-31T15:00:00.000Z');
  });

  it('takes a date for the business day that begins on it', () => {
    const { history } = aHistory(22 * 60);
    const atMs = history.instantOf('2026-11-20') ?? 0;
    expect(atMs).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 20, 13));
    expect(atMs).toBeLessThan(Date.UTC(2026, 10, 21, 13));
  });

  it('shows the newest question’s answer, whichever comes first', async () => {
    const { archive, history } = aHistory();
    const answers: (() => void)[] = [];
    const answer = archive.history.bind(archive);
    archive.history = async (query) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return answer(query);
    };
    const first = history.previous();
    const second = history.previous();
    for (const go of answers.slice(2)) go();
    await second;
    for (const go of answers.slice(0, 2)) go();
    await first;
    expect(history.figures.value).toMatchObject({
      kind: 'ready',
      total: { fromMs: MIDNIGHT_MS - 48 * HOUR_MS },
    });
  });

  it('says when the figures cannot be read', async () => {
    const { archive, history } = aHistory();
    archive.problems.history = 'storage-unavailable';
    await history.refresh();
    expect(history.figures.value).toEqual({ kind: 'failed', problem: { code: 'storage-unavailable' } });
  });

  it('exports whole days, in hours at least for third parties', async () => {
    const { archive, platform, history } = aHistory();
    await history.setMinutes(15);
    const from = history.instantOf('2026-11-20') ?? 0;
    const to = history.instantOf('2026-11-21') ?? 0;
    const request = { fromMs: from, toMs: to, recipient: 'HQ', purpose: 'weekly' };
    await history.exportCsv({ ...request, profile: 'in-house' });
    await history.exportCsv({ ...request, profile: 'third-party' });
    expect(archive.exports.map(({ intervalMinutes }) => intervalMinutes)).toEqual([15, 60]);
    expect(archive.exports[0]).toMatchObject({
      fromMs: MIDNIGHT_MS - 4 * 24 * HOUR_MS,
      toMs: MIDNIGHT_MS - 2 * 24 * HOUR_MS,
      recipient: 'HQ',
      purpose: 'weekly',
    });
    expect(platform.downloads.map(({ name }) => name)).toEqual(['kazoe.csv', 'kazoe.csv']);
  });
});
