import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { createStoreCalendar } from '../../../src/core/time/store-calendar.ts';
import { periodOf } from '../../../src/state/compare-periods.ts';
import { createCompareStore } from '../../../src/state/compare-store.ts';
import { aCrossing, aRecordingPc, aSite, DOOR, valueOf, type TestPc } from './a-shop.ts';

const DAY_MS = 86_400_000;
const START = '2026-11-23T08:50:00+09:00';

/** An hour and a bit from ten to nine on, in which somebody comes in every so many seconds. */
async function aMorning(pc: TestPc, everyS: number): Promise<void> {
  await pc.run(
    4500,
    (atMs) => ((atMs / 1000) % everyS === 0 ? { events: [aCrossing(atMs - 500, 'in')] } : {}),
    10,
  );
}

/** Checked at the door: 240 by hand in each direction, none of them missed. */
async function checkDoor(pc: TestPc): Promise<void> {
  const interval = { manualIn: 24, manualOut: 24, systemIn: 24, systemOut: 24 };
  const times = { startedAtMs: pc.nowMs - 3_600_000, endedAtMs: pc.nowMs };
  const intervals = Array.from({ length: 10 }, () => interval);
  valueOf(await pc.archive.saveCheck({ line: DOOR, ...times, intervals }));
}

test('what the archive holds of two mornings is compared: the hour measured in both, with the check of its line', async () => {
  const pc = await aRecordingPc(START);
  await aMorning(pc, 20);
  pc.nowMs = Date.parse(START) + DAY_MS;
  await aMorning(pc, 10);
  await checkDoor(pc);

  const site = aSite();
  const calendar = createStoreCalendar(site.store);
  const day = calendar.dayAt(pc.nowMs);
  const compare = createCompareStore(pc.archive, {
    site: signal(site),
    day: signal(day),
    shown: signal(periodOf(calendar, day, day)),
  });
  compare.chooseBaseline('before');
  await compare.refresh();
  const compared = compare.compared.value;
  const entered = compared.kind === 'ready' ? compared.figures.find(({ kind }) => kind === 'in') : undefined;
  expect(entered).toMatchObject({
    before: { value: 180 },
    after: { value: 360 },
    change: 1,
    verdict: 'more',
    matchedHours: 1,
    changes: [],
  });
  expect(entered?.after?.plusMinus).toBeGreaterThan(3);
  expect(entered?.range?.from).toBeGreaterThan(0.8);
});
