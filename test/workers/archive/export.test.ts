import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ExportQuery } from '../../../src/contracts/archive.ts';
import { EXPORT_COLUMNS } from '../../../src/core/disclosure/export-columns.ts';
import {
  aCrossing,
  aRecordingPc,
  aSite,
  aVisit,
  DOOR,
  QUEUE,
  SHELF,
  STREET,
  valueOf,
  type TestPc,
} from './a-shop.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-24T00:00:00+09:00');

const aQuery = (changes: Partial<ExportQuery> = {}): ExportQuery => ({
  fromMs: START,
  toMs: START + DAY_MS,
  intervalMinutes: 60,
  profile: 'in-house',
  recipient: '本部',
  purpose: '月次報告',
  ...changes,
});

type Row = Record<string, string>;

/** The rows of a file without quoted commas. */
function rowsOf(text: string): Row[] {
  const [header, ...lines] = text.replace('\uFEFF', '').split('\r\n').filter(Boolean);
  const columns = header!.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((field, index) => [columns[index]!, field])),
  );
}

/** But for the journal's head, which tells one file from the next. */
const withoutHead = (text: string): string => text.replaceAll(/,[0-9a-f]{64}\r\n/g, ',\r\n');

async function exported(pc: TestPc, changes: Partial<ExportQuery> = {}): Promise<Row[]> {
  return rowsOf(valueOf(await pc.archive.exportCsv(aQuery(changes))).text);
}

const of = (rows: readonly Row[], type: string, id?: number): Row[] =>
  rows.filter((row) => row['entity_type'] === type && (id === undefined || row['entity_id'] === String(id)));

/** A shop over a day and a little: `visitsOf` says how many visit the shelf in each hour, at its start. */
async function aDay(visitsOf: (hour: number) => number): Promise<TestPc> {
  const pc = await aRecordingPc('2026-11-24T00:00:00+09:00', aSite('Asia/Tokyo', { name: '=Shop' }));
  await pc.run(
    DAY_MS / 1000 + 60,
    (atMs) => {
      const hour = Math.floor((atMs - START) / 3_600_000);
      if ((atMs - START) % 3_600_000 !== 60_000) return {};
      const people = Array.from({ length: visitsOf(hour) }, (_, index) => atMs - 2000 - index);
      return {
        events: people.flatMap((at) => [
          aCrossing(at, 'in'),
          aCrossing(at, 'out', { line: 1 }),
          ...aVisit(at, 20_000),
          ...aVisit(at, 70_000, { zone: 1 }),
        ]),
        zonesNow: [people.length, 2, 1],
      };
    },
    60,
  );
  return pc;
}

describe('an in-house export', () => {
  it('has the columns of the schema, a BOM, and the figures of each interval', async () => {
    const pc = await aDay((hour) => (hour === 10 ? 12 : 0));
    const file = valueOf(await pc.archive.exportCsv(aQuery()));
    expect(file).toMatchObject({
      name: 'kazoe_2026-11-24_60min_in-house.csv',
      mediaType: 'text/csv;charset=utf-8',
    });
    expect(file.text.startsWith(`\uFEFF${EXPORT_COLUMNS.join(',')}\r\n`)).toBe(true);
    const rows = rowsOf(file.text);
    const at10 = rows.filter((row) => row['interval_start'] === '2026-11-24T10:00:00+09:00');
    expect(of(at10, 'entrance', DOOR)[0]).toMatchObject({
      store_id: `"'=Shop"`,
      interval_end: '2026-11-24T11:00:00+09:00',
      in: '12',
      passersby: '',
      coverage_pct: '100',
      data_status: 'measured',
      rule_version: '2',
      model_sha256: 'a'.repeat(64),
      config_id: '1',
    });
    expect(of(at10, 'outside', STREET)[0]).toMatchObject({ out: '12', passersby: '12' });
    expect(of(at10, 'store')[0]).toMatchObject({
      in: '12',
      passersby: '12',
      capture_rate: '0.5',
      occupancy_end: '12',
    });
    expect(of(at10, 'zone', SHELF)[0]).toMatchObject({
      visits: '12',
      dwell_p50_s: '23',
      dwell_band_30: '12',
      dwell_band_inf: '0',
    });
    expect(of(at10, 'queue', QUEUE)[0]).toMatchObject({
      visits: '12',
      wait_p50_s: '90',
      queue_length_max: '2',
    });
    expect(of(at10, 'camera', 1)[0]).toMatchObject({
      coverage_pct: '100',
      measured_s: '3600',
      gap_stalled_s: '0',
      gap_pc_asleep_s: '0',
    });
    expect(of(at10, 'store')[0]).toMatchObject({ measured_s: '', gap_stalled_s: '' });
    const at9 = rows.filter((row) => row['interval_start'] === '2026-11-24T09:00:00+09:00');
    expect(of(at9, 'store')[0]).toMatchObject({ in: '0', capture_rate: '' });
    expect(of(at9, 'zone', SHELF)[0]).toMatchObject({
      visits: '',
      dwell_band_30: '',
      data_status: 'suppressed',
    });
  });

  it('of slots, hours and the day is made of the same records', async () => {
    const pc = await aDay((hour) => (hour < 8 ? 0 : hour % 7));
    const visits = (rows: Row[]): number => rows.reduce((sum, row) => sum + Number(row['visits']), 0);
    const slots = visits(of(await exported(pc, { intervalMinutes: 15 }), 'zone', SHELF));
    const hours = visits(of(await exported(pc), 'zone', SHELF));
    const day = visits(of(await exported(pc, { intervalMinutes: 1440 }), 'zone', SHELF));
    const all = [...Array(24).keys()].filter((hour) => hour >= 8).map((hour) => hour % 7);
    expect(day).toBe(all.reduce((a, b) => a + b, 0));
    expect(slots).toBe(all.filter((count) => count >= 5).reduce((a, b) => a + b, 0));
    expect(hours - slots === 0 || hours - slots >= 5).toBe(true);
    expect(day - hours === 0 || day - hours >= 5).toBe(true);
  });

  it('leaves out what has not ended, so that two files never differ by one visitor', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(905, (atMs) => ({ events: aVisit(atMs - 500, 8000) }));
    const first = valueOf(await pc.archive.exportCsv(aQuery({ intervalMinutes: 15 }))).text;
    await pc.run(5, (atMs) => ({ events: aVisit(atMs - 500, 8000) }));
    const second = valueOf(await pc.archive.exportCsv(aQuery({ intervalMinutes: 15 }))).text;
    expect(of(rowsOf(first), 'zone', SHELF).filter((row) => row['visits'] !== '')).toHaveLength(1);
    expect(withoutHead(second)).toBe(withoutHead(first));
  });
});

describe('an export for third parties', () => {
  it('rounds, hides hours under ten and what would give them away', async () => {
    const pc = await aDay((hour) => ({ 10: 12, 11: 33, 12: 7 })[hour] ?? 0);
    const hours = of(await exported(pc, { profile: 'third-party' }), 'zone', SHELF).slice(10, 13);
    expect(hours.map((row) => row['visits'])).toEqual(['', '35', '']);
    expect(hours.map((row) => row['data_status'])).toEqual(['suppressed', 'partial', 'suppressed']);
    const [day] = of(await exported(pc, { profile: 'third-party', intervalMinutes: 1440 }), 'zone', SHELF);
    expect(day).toMatchObject({ visits: '50', dwell_band_30: '50' });
    const [line] = of(await exported(pc, { profile: 'third-party' }), 'entrance', DOOR).slice(12);
    expect(line).toMatchObject({ in: '5', in_raw: '5' });
  });

  it('tells the same of an hour whatever period is asked for', async () => {
    const pc = await aDay((hour) => ({ 10: 12, 11: 33, 12: 7 })[hour] ?? 0);
    const whole = of(await exported(pc, { profile: 'third-party' }), 'zone', SHELF);
    const part = of(
      await exported(pc, {
        profile: 'third-party',
        fromMs: START + 10 * 3_600_000,
        toMs: START + 11 * 3_600_000,
      }),
      'zone',
      SHELF,
    );
    // Each file has the journal's head of its own.
    const told = (row: Row): Row => ({ ...row, journal_head: '' });
    expect(part.map(told)).toEqual(whole.slice(10, 11).map(told));
  });

  it('leaves out days that have not ended', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(7300, (atMs) => (atMs % 60_000 === 0 ? { events: aVisit(atMs - 500, 8000) } : {}), 20);
    expect(await exported(pc, { profile: 'third-party' })).toEqual([]);
  });

  it('never lets a hidden hour be narrowed down to one number, from all files together', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 24, maxLength: 24 }),
        async (visits) => {
          const pc = await aDay((hour) => visits[hour] ?? 0);
          const hours = of(await exported(pc, { profile: 'third-party' }), 'zone', SHELF);
          const [day] = of(
            await exported(pc, { profile: 'third-party', intervalMinutes: 1440 }),
            'zone',
            SHELF,
          );
          const told = hours.filter((row) => row['visits'] !== '').map((row) => Number(row['visits']));
          for (const count of told) expect(count % 5).toBe(0);
          expect(Math.min(...told, 10)).toBeGreaterThanOrEqual(10);
          if (day!['visits'] === '') return;
          const hidden = hours.length - told.length;
          // Bounds of what the hidden hours hold together, from the rounded numbers.
          const rest = Number(day!['visits']) - told.reduce((a, b) => a + b, 0);
          const [least, most] = [rest - 2 - 2 * told.length, rest + 2 + 2 * told.length];
          expect(hidden === 1 ? most - least : 2).toBeGreaterThan(1);
          if (hidden === 1) expect(visits.filter((count) => count < 10)).toHaveLength(0);
        },
      ),
      { numRuns: 6 },
    );
  });
});

describe('before an export', () => {
  test.each<[string, Partial<ExportQuery>, string]>([
    ['a recipient', { recipient: '' }, 'recipient'],
    ['a recipient of at most 200 characters', { recipient: 'x'.repeat(201) }, 'recipient'],
    ['a purpose', { purpose: '  ' }, 'purpose'],
    ['hours at least for third parties', { profile: 'third-party', intervalMinutes: 15 }, 'interval'],
    ['a profile', { profile: 'public' as never }, 'profile'],
    ['an interval', { intervalMinutes: 7 as never }, 'interval'],
    ['a span', { fromMs: START, toMs: START - 1 }, 'interval'],
  ])('%s must be given', async (...[, changes, field]) => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    expect(await pc.archive.exportCsv(aQuery(changes))).toEqual({
      ok: false,
      problem: { code: 'settings-invalid', detail: { field } },
    });
  });

  it('and afterwards the journal knows who got what and why', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(5);
    await exported(pc);
    expect(valueOf(await pc.archive.journal(1))[0]).toMatchObject({
      code: 'exported',
      atMs: pc.nowMs,
      numbers: [START / 60_000, (START + DAY_MS) / 60_000, 60, 5, 0],
      texts: ['本部', '月次報告'],
    });
  });

  test.each(['in-house', 'third-party'] as const)(
    'names in each row of a file, %s, the head of the journal, which is the entry about that file',
    async (profile) => {
      const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
      await pc.run(2 * 3600 + 60, undefined, 60);
      pc.nowMs += DAY_MS;
      await pc.archive.tick();
      const rows = await exported(pc, { profile });
      const { head } = valueOf(await pc.archive.checkJournal('all'));
      expect(head).toMatch(/^[0-9a-f]{64}$/);
      expect(new Set(rows.map((row) => row['journal_head']))).toEqual(new Set([head]));
      const [entry] = valueOf(await pc.archive.journal(1));
      expect(entry).toMatchObject({ code: 'exported' });
      expect(entry?.numbers[4]).toBe(rows.length);
    },
  );

  it('knows of copies as well: of what, as what, and how many rows', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    const copy = { fromMs: START, toMs: START + DAY_MS, rows: 24 };
    valueOf(await pc.archive.noteCopy({ ...copy, chart: 'flow', form: 'figures' }));
    valueOf(await pc.archive.noteCopy({ ...copy, chart: 'uptime', form: 'image' }));
    const span = [START / 60_000, (START + DAY_MS) / 60_000];
    expect(valueOf(await pc.archive.journal(2))).toMatchObject([
      { code: 'copied', numbers: [...span, 6, 2, 24], texts: [] },
      { code: 'copied', numbers: [...span, 1, 1, 24], texts: [] },
    ]);
    expect(valueOf(await pc.archive.checkJournal('all')).brokenAt).toBeNull();
  });
});
