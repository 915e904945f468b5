import { expect, test } from 'vitest';
import { aCrossing, aRecordingPc, aSite, DOOR, valueOf } from './a-shop.ts';

test('a time that is left out is gone from day, slots and file at once, and comes back with the next word', async () => {
  const from = '2026-11-24T09:00:00+09:00';
  const site = aSite('Asia/Tokyo');
  const pc = await aRecordingPc(from, site);
  await pc.run(3600, (atMs) => ({ events: [aCrossing(atMs - 400, 'in')] }), 60);
  const fromMs = Date.parse(from);
  const span = { fromMs, toMs: fromMs + 3_600_000 };
  const inOf = async (): Promise<number[]> =>
    valueOf(await pc.archive.history({ ...span, intervalMinutes: 15 })).map(
      ({ lines }) => lines.find(({ line }) => line === DOOR)?.in ?? 0,
    );
  const before = { slots: await inOf(), today: valueOf(await pc.archive.today()).in };
  const time = { fromMs: fromMs + 900_000, toMs: fromMs + 1_800_000, camera: null, reason: 'works' } as const;

  valueOf(await pc.archive.saveSite({ ...site, leftOut: [time] }));
  expect(await inOf()).toEqual(before.slots.with(1, 0));
  const today = valueOf(await pc.archive.today());
  expect(today.in).toBe(before.today - (before.slots[1] ?? 0));
  expect(today.total.cameras[0]?.gapS).toMatchObject({ 'left-out': 900 });

  valueOf(await pc.archive.saveSite({ ...site, leftOut: [] }));
  expect(await inOf()).toEqual(before.slots);
  expect(valueOf(await pc.archive.today()).in).toBe(before.today);
});
