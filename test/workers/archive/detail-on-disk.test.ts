import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountingEvent } from '../../../src/core/counting/counting-event.ts';
import { SHAPES, type Entry } from '../../../workers/archive/schema.ts';
import { faultOf } from '../../../workers/archive/write-gate.ts';
import { aCrossing, aRecordingPc, aSetup, aVisit, dump, SHELF, valueOf, type TestPc } from './a-shop.ts';

const DETAIL = ['zone_slot', 'queue_slot', 'flow_slot', 'heat_slot'] as const;

async function expectOnlyGoodRecords(pc: TestPc): Promise<void> {
  const stores = await dump(pc.factory, 'kazoe');
  expect([...stores.keys()].sort()).toEqual(Object.keys(SHAPES).sort());
  for (const [store, records] of stores) {
    for (const record of records) expect(faultOf({ store, record } as Entry), store).toBeNull();
  }
}

describe('on disk', () => {
  it('there is no detail of an open slot, and no value under k ever, whatever people do', async () => {
    const person = fc.record({
      atS: fc.integer({ min: 30, max: 7100 }),
      dwellS: fc.integer({ min: 1, max: 600 }),
      zone: fc.constantFrom(0, 1, 2),
      staff: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { maxLength: 60 }),
        fc.integer({ min: 1, max: 700 }),
        async (people, reloadStep) => {
          const pc = await aRecordingPc('2026-11-24T22:00:00+09:00');
          const startMs = pc.nowMs;
          const eventsAt = (atMs: number): CountingEvent[] =>
            people
              .filter(({ atS }) => startMs + atS * 1000 > atMs - 10_000 && startMs + atS * 1000 <= atMs)
              .flatMap(({ dwellS, ...who }) => [
                aCrossing(atMs - 300, 'in', { staff: who.staff }),
                ...aVisit(atMs - 500, dwellS * 1000, who),
              ]);
          await pc.run(reloadStep * 10, (atMs) => ({ events: eventsAt(atMs), zonesNow: [1, 1, 1] }), 10);
          await expectOnlyGoodRecords(pc);
          pc.reload();
          valueOf(await pc.archive.open('store'));
          valueOf(await pc.archive.startRecording(aSetup()));
          await pc.run(7300 - reloadStep * 10, (atMs) => ({ events: eventsAt(atMs) }), 10);
          await expectOnlyGoodRecords(pc);
          const stores = await dump(pc.factory, 'kazoe');
          for (const store of DETAIL) {
            for (const record of stores.get(store) as Record<string, unknown>[]) {
              if (record['suppressed'] === 1) expect(Object.keys(record)).toHaveLength(6);
              else if ('visits' in record) expect(record['visits']).toBeGreaterThanOrEqual(5);
            }
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('a checkpoint holds plain totals alone', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(60, (atMs) => ({
      events: [aCrossing(atMs - 300, 'in'), ...aVisit(atMs - 500, 8000)],
      zonesNow: [3, 2, 1],
    }));
    const stores = await dump(pc.factory, 'kazoe');
    for (const store of DETAIL) expect(stores.get(store), store).toEqual([]);
    const [door] = stores.get('line_slot') as { in: number }[];
    expect(door!.in).toBeGreaterThanOrEqual(50);
    expect(stores.get('coverage')).toHaveLength(1);
  });

  it('detail that a reload lost is a gap of detail of the day, not few people', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(600, (atMs) => (atMs % 60_000 === 0 ? { events: aVisit(atMs - 500, 8000) } : {}), 15);
    pc.reload();
    valueOf(await pc.archive.open('store'));
    valueOf(await pc.archive.startRecording(aSetup()));
    await pc.run(
      14 * 3600 - 600 + 30,
      (atMs) => (atMs % 60_000 === 0 ? { events: aVisit(atMs - 500, 8000) } : {}),
      15,
    );
    const [day] = valueOf(
      await pc.archive.history({
        fromMs: Date.parse('2026-11-24T12:00:00+09:00'),
        toMs: Date.parse('2026-11-24T13:00:00+09:00'),
        intervalMinutes: 1440,
      }),
    );
    const shelf = day!.zones.find(({ zone }) => zone === SHELF)!;
    expect(shelf.lostS).toBeGreaterThanOrEqual(585);
    expect(shelf.lostS).toBeLessThanOrEqual(600);
    expect(shelf.visits).toBe(14 * 60 - 10);
  });

  it('live detail shows from k visits on, exactly', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    const shelfNow = async (): Promise<unknown> =>
      valueOf(await pc.archive.today()).total.zones.find(({ zone }) => zone === SHELF);
    await pc.run(4, (atMs) => ({ events: aVisit(atMs - 500, 400) }));
    expect(await shelfNow()).toMatchObject({ suppressed: true, visits: null, personSeconds: null });
    await pc.run(1, (atMs) => ({ events: aVisit(atMs - 500, 400) }));
    expect(await shelfNow()).toMatchObject({ suppressed: false, visits: 5, personSeconds: 2 });
  });
});
