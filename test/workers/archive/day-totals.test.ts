import { describe, expect, it } from 'vitest';
import type { FiguresQuery } from '../../../src/contracts/archive.ts';
import { blockDay } from '../../../src/core/measures/day-block.ts';
import type { Site } from '../../../src/core/site/site.ts';
import { slotKey } from '../../../src/core/time/slot-key.ts';
import { createStoreCalendar, type Interval } from '../../../src/core/time/store-calendar.ts';
import { periodOf } from '../../../src/state/compare-periods.ts';
import { readComparison } from '../../../src/state/read-comparison.ts';
import { Connection } from '../../../workers/archive/connection.ts';
import { write } from '../../../workers/archive/write-gate.ts';
import { aSite, valueOf } from './a-shop.ts';
import { packDays, putBeside, shopOf, type Shop } from './packed-shop.ts';

const DAY_MS = 86_400_000;
const QUERIES: readonly Omit<FiguresQuery, keyof Interval>[] = [
  { intervalMinutes: 15 },
  { intervalMinutes: 60 },
  { intervalMinutes: 60, withoutDetail: true },
  { intervalMinutes: 1440 },
  { intervalMinutes: 1440, withoutDetail: true },
];
/** From half past nine to nine in the evening, on Fridays into the night. */
const HOURS = {
  week: Array.from({ length: 7 }, (_, day) =>
    day === 1 ? null : { fromMinute: 570, toMinute: day === 5 ? 120 : 1260 },
  ),
  exceptions: [],
  holidays: false,
  notes: [],
};

async function figuresOf({ pc, span }: Shop): Promise<unknown[]> {
  const all = await Promise.all(QUERIES.map((query) => pc.archive.history({ ...span, ...query })));
  return all.map(valueOf);
}

const leftOutAt = (from: string, camera: number | null): NonNullable<Site['leftOut']> => [
  { fromMs: Date.parse(from), toMs: Date.parse(from) + 25 * 60_000, camera, reason: 'works' },
];

describe.each<[string, number, string, Pick<Site, 'calendar' | 'leftOut'>]>([
  ['Asia/Tokyo', 300, '2026-11-02T12:00:00Z', { leftOut: leftOutAt('2026-11-04T03:20:00Z', 1) }],
  [
    'Asia/Tokyo',
    0,
    '2026-11-02T12:00:00Z',
    { calendar: HOURS, leftOut: leftOutAt('2026-11-03T23:50:00Z', null) },
  ],
  ['Asia/Tokyo', 330, '2026-11-02T12:00:00Z', { calendar: HOURS }],
  ['America/New_York', 240, '2026-10-30T12:00:00Z', { calendar: HOURS }],
  ['Australia/Lord_Howe', 180, '2026-10-02T00:00:00Z', {}],
])('days in %s from minute %d, %s', (...[timeZone, dayStartsAtMinute, from, changes]) => {
  it('give the same figures from their slots and from what they come to', async () => {
    const site: Site = { ...aSite(timeZone, { dayStartsAtMinute }), ...changes };
    const shop = await shopOf(site, from, dayStartsAtMinute + 1);
    const bySlot = await figuresOf(shop);
    expect((await packDays(shop)).length).toBeGreaterThan(2);
    expect(await figuresOf(shop)).toEqual(bySlot);
  });
});

describe('what days come to', () => {
  it('is read where business days begin at another hour since, and worked out anew for them', async () => {
    const shop = await shopOf(aSite('Asia/Tokyo', { dayStartsAtMinute: 300 }), '2026-11-02T12:00:00Z', 3);
    const first = await packDays(shop);
    const later = { ...shop.site, store: { ...shop.site.store, dayStartsAtMinute: 360 } };
    valueOf(await shop.pc.archive.saveSite(later));
    const otherCuts = await figuresOf(shop);
    shop.pc.reload();
    valueOf(await shop.pc.archive.open('store'));
    const second = await packDays(shop);
    expect(second.map(({ cuts }) => cuts)).not.toEqual(first.map(({ cuts }) => cuts));
    expect(await figuresOf(shop)).toEqual(otherCuts);
  });

  it('is not read of a day to which a slot was added', async () => {
    const shop = await shopOf(aSite(), '2026-11-02T12:00:00Z', 4);
    await packDays(shop);
    const slot = slotKey(shop.span.toMs - 2 * DAY_MS);
    const connection = new Connection(shop.pc.factory, 'store');
    const sums = {
      in: 70_000,
      out: 0,
      in_raw: 70_000,
      out_raw: 0,
      parties: 0,
      measured_s: 900,
      config_id: 1,
    };
    const entry = { store: 'line_slot', record: { slot, line: 2, ...sums } } as const;
    valueOf(await connection.use((database) => write(database, [entry])));
    await connection.close();
    const added = await figuresOf(shop);
    expect(JSON.stringify(added[3])).toMatch(/"in":7\d{4}/);
    shop.pc.reload();
    valueOf(await shop.pc.archive.open('store'));
    expect((await packDays(shop)).some(({ day }) => day === blockDay(slot))).toBe(true);
    expect(await figuresOf(shop)).toEqual(added);
  });

  it('is told by the inventory where it says anything that the slots do not', async () => {
    const shop = await shopOf(aSite(), '2026-11-02T12:00:00Z', 5);
    const [total] = await packDays(shop);
    const foreign = async (): Promise<unknown> =>
      valueOf(await shop.pc.archive.inventory('all')).places.find(({ place }) => place === 'kazoe/day_total')
        ?.foreign;
    expect(await foreign()).toBe(0);
    const lines = total!.lines.with(2, total!.lines[2]! + 1);
    await putBeside(shop.pc, 'day_total', { ...total!, lines });
    expect(await foreign()).toBe(1);
  });
});

describe('a comparison', () => {
  it.each([6, 7])(
    'asks for the detail of few hours, and tells the same as with that of all (%d)',
    async (seed) => {
      const shop = await shopOf({ ...aSite(), calendar: HOURS }, '2026-11-02T12:00:00Z', seed);
      await packDays(shop);
      const { archive } = shop.pc;
      const calendar = createStoreCalendar(shop.site.store);
      const dayAt = (days: number): Interval => calendar.dayAt(shop.span.toMs - days * DAY_MS);
      const question = {
        calendar,
        site: shop.site,
        before: periodOf(calendar, dayAt(4), dayAt(3)),
        after: periodOf(calendar, dayAt(2), dayAt(-1)),
      };
      const asked: FiguresQuery[] = [];
      const others = {
        transactions: (days: Interval) => archive.transactions(days),
        checksAbout: (period: Interval | null) => archive.checksAbout(period),
        configurations: () => archive.configurations(),
      };
      const sparing = await readComparison(
        {
          ...others,
          history: (query) => {
            asked.push(query);
            return archive.history(query);
          },
        },
        question,
      );
      const full = await readComparison(
        {
          ...others,
          history: ({ fromMs, toMs, intervalMinutes }) => archive.history({ fromMs, toMs, intervalMinutes }),
        },
        question,
      );
      expect(sparing).toEqual(full);
      expect(asked.filter(({ withoutDetail }) => withoutDetail)).toHaveLength(2);
      expect(sparing.kind === 'ready' && sparing.figures.some(({ matchedHours }) => matchedHours > 0)).toBe(
        true,
      );
    },
  );
});
