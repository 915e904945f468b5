import { describe, expect, it } from 'vitest';
import type { FinishedCheck } from '../../../src/contracts/accuracy.ts';
import type { Site } from '../../../src/core/site/site.ts';
import { aRecordingPc, aSetup, aSite, DOOR, dump, STREET, valueOf, type TestPc } from './a-shop.ts';

const DAY_MS = 86_400_000;
const NOON = '2026-11-24T12:00:00+09:00';

/** 240 in by hand in four intervals, of which the system missed one in each. */
function aCheck(pc: TestPc, given: Partial<FinishedCheck> = {}): FinishedCheck {
  const interval = { manualIn: 60, manualOut: 3, systemIn: 59, systemOut: 3 };
  return {
    line: DOOR,
    startedAtMs: pc.nowMs - 1_200_000,
    endedAtMs: pc.nowMs,
    intervals: [interval, interval, interval, interval],
    ...given,
  };
}

async function accuracyOf(pc: TestPc, line = DOOR) {
  return valueOf(await pc.archive.accuracy()).find((entry) => entry.line === line);
}

/** The shop with its door line somewhere else. */
function movedDoor(): Site {
  const site = aSite();
  const cameras = site.cameras.map((camera) => ({
    ...camera,
    lines: camera.lines.map((line) => ({
      ...line,
      points: line.points.map(({ x, y }) => ({ x, y: y + 0.1 })),
    })),
  }));
  return { ...site, cameras };
}

describe('a kept check', () => {
  it('says how well each direction of its line is counted', async () => {
    const pc = await aRecordingPc(NOON);
    valueOf(await pc.archive.saveCheck(aCheck(pc)));
    const door = await accuracyOf(pc);
    expect(door).toMatchObject({ checks: 1, checkedAtMs: pc.nowMs, expired: null });
    expect(door?.in).toMatchObject({ manual: 240, system: 236, verdict: 'passed' });
    expect(door?.out).toMatchObject({ manual: 12, system: 12, verdict: 'too-few' });
    expect(await accuracyOf(pc, STREET)).toMatchObject({ checks: 0, checkedAtMs: null });
  });

  it('adds up with others, and outlives a reload', async () => {
    const pc = await aRecordingPc(NOON);
    valueOf(await pc.archive.saveCheck(aCheck(pc)));
    pc.nowMs += 3_600_000;
    valueOf(await pc.archive.saveCheck(aCheck(pc)));
    pc.reload();
    valueOf(await pc.archive.open('store'));
    valueOf(await pc.archive.startRecording(aSetup()));
    expect(await accuracyOf(pc)).toMatchObject({ checks: 2, in: { manual: 480 } });
  });

  it('runs out after 90 days', async () => {
    const pc = await aRecordingPc(NOON);
    valueOf(await pc.archive.saveCheck(aCheck(pc)));
    pc.nowMs += 90 * DAY_MS;
    expect(await accuracyOf(pc)).toMatchObject({ checks: 0, expired: 'too-old' });
  });

  it.each([
    { name: 'its line is moved', setup: aSetup(movedDoor()), expired: 'line-changed' },
    {
      name: 'the detector is another one',
      setup: { ...aSetup(), modelSha256: 'b'.repeat(64) },
      expired: 'model-changed',
    },
  ])('no longer holds when $name', async ({ setup, expired }) => {
    const pc = await aRecordingPc(NOON);
    valueOf(await pc.archive.saveCheck(aCheck(pc)));
    valueOf(await pc.archive.startRecording(setup));
    expect(await accuracyOf(pc)).toMatchObject({ checks: 0, expired });
  });

  it('is numbers and digests on disk, and stands in the journal', async () => {
    const pc = await aRecordingPc(NOON);
    valueOf(await pc.archive.saveCheck(aCheck(pc)));
    const stores = await dump(pc.factory, 'kazoe');
    const records = stores.get('tally') as Record<string, unknown>[];
    expect(records).toHaveLength(4);
    for (const record of records) {
      for (const value of Object.values(record)) {
        expect(typeof value === 'number' || /^[0-9a-f]{64}$/.test(String(value))).toBe(true);
      }
    }
    expect(valueOf(await pc.archive.journal(1))[0]).toMatchObject({
      code: 'accuracy-checked',
      numbers: [DOOR, 4],
    });
  });

  it('is removed with the figures of its time', async () => {
    const pc = await aRecordingPc(NOON);
    valueOf(await pc.archive.saveCheck(aCheck(pc)));
    pc.nowMs += 500 * DAY_MS;
    pc.reload();
    valueOf(await pc.archive.open('store'));
    expect((await dump(pc.factory, 'kazoe')).get('tally')).toEqual([]);
  });
});

describe('a check that cannot be used', () => {
  it.each([
    { name: 'has no interval', given: { intervals: [] } },
    { name: 'is of a line that is gone', given: { line: 99 } },
  ])('$name: nothing is kept', async ({ given }) => {
    const pc = await aRecordingPc(NOON);
    const saved = await pc.archive.saveCheck(aCheck(pc, given));
    expect(saved).toMatchObject({ ok: false, problem: { code: 'check-empty' } });
    expect((await dump(pc.factory, 'kazoe')).get('tally')).toEqual([]);
  });

  it('holds counts that the gate refuses', async () => {
    const pc = await aRecordingPc(NOON);
    const interval = { manualIn: 0.5, manualOut: 0, systemIn: 0, systemOut: 0 };
    const saved = await pc.archive.saveCheck(aCheck(pc, { intervals: [interval] }));
    expect(saved).toMatchObject({ ok: false, problem: { code: 'record-rejected' } });
  });
});
