import { expect, test } from 'vitest';
import type { HeatLayout } from '../../../src/core/counting/heat-layout.ts';
import { aCrossing, aRecordingPc, aVisit, dump } from './a-shop.ts';

/** Written to storage by one camera in an hour, at most. */
const MOST_PER_HOUR = 20_000;
const HOURS = 6;
const STEP_S = 5;
const GRID: HeatLayout = { columns: 16, rows: 9, floor: null };

/** Bytes of all records as JSON, and how many there are, after some simulated hours. */
async function growth(peoplePerStep: number): Promise<{ readonly bytes: number; readonly records: number }> {
  const pc = await aRecordingPc('2026-11-24T09:00:00+09:00');
  const before = await sizeOf(pc.factory);
  await pc.run(
    HOURS * 3600 + 60,
    (atMs) => {
      const people = Array.from({ length: peoplePerStep }, (_, index) => index);
      return {
        events: people.flatMap((index) => [
          aCrossing(atMs - 300 - index, index % 2 ? 'in' : 'out'),
          ...aVisit(atMs - index, 20_000 + index * 1000),
          ...aVisit(atMs - index, 60_000, { zone: 1 }),
        ]),
        people: people.map((index) => ({ x: (index % 8) / 8, y: 0.5 })),
        zonesNow: [peoplePerStep, peoplePerStep, 0],
        heat: { ...GRID, stays: people.map((index) => ({ cell: index * 7, ms: 900, isNew: true })) },
      };
    },
    STEP_S,
  );
  const after = await sizeOf(pc.factory);
  return { bytes: after.bytes - before.bytes, records: after.records - before.records };
}

async function sizeOf(factory: IDBFactory): Promise<{ readonly bytes: number; readonly records: number }> {
  const records = [...(await dump(factory as never, 'kazoe')).values()].flat();
  return { bytes: JSON.stringify(records).length, records: records.length };
}

test('what is written in an hour is bounded, and is as much for an empty shop as for a crowded one', async () => {
  const [empty, busy, crowded] = [await growth(0), await growth(2), await growth(12)];
  for (const { bytes } of [empty, busy, crowded]) expect(bytes / HOURS).toBeLessThan(MOST_PER_HOUR);
  expect([empty.records, crowded.records]).toEqual([busy.records, busy.records]);
  // More people make longer numbers, and nobody short ones: no more than that is told by the amount.
  expect(crowded.bytes).toBeLessThan(busy.bytes * 1.15);
  expect(crowded.bytes).toBeLessThan(empty.bytes * 1.6);
});
