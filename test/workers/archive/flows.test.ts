import { expect, test } from 'vitest';
import { aRecordingPc, aSite, QUEUE, SHELF, valueOf } from './a-shop.ts';

/** From the shelf to the queue. */
const aMove = (atMs: number) => ({ kind: 'flow', from: 0, to: 1, atMs, staff: false }) as const;

test('moves are told once their hour is over, none under 5, and a time that is left out takes its hour along', async () => {
  const from = '2026-11-24T09:00:00+09:00';
  const site = aSite('Asia/Tokyo');
  const pc = await aRecordingPc(from, site);
  const fromMs = Date.parse(from);
  const day = { fromMs, toMs: fromMs + 3_600_000 };
  const told = async () => valueOf(await pc.archive.flows(day));

  await pc.run(3000, (atMs) => ({ events: [aMove(atMs - 400)] }), 60);
  expect(await told()).toEqual([]);
  await pc.run(700, () => ({}), 60);
  expect(await told()).toEqual([{ from: SHELF, to: QUEUE, visits: 50 }]);
  // Four in the next hour wait for the day's end.
  await pc.run(240, (atMs) => ({ events: [aMove(atMs - 400)] }), 60);
  await pc.run(3600, () => ({}), 60);
  expect(await told()).toEqual([{ from: SHELF, to: QUEUE, visits: 50 }]);

  const time = { fromMs: fromMs + 900_000, toMs: fromMs + 1_800_000, camera: null, reason: 'works' } as const;
  valueOf(await pc.archive.saveSite({ ...site, leftOut: [time] }));
  expect(await told()).toEqual([]);
});

test('a span that is none is refused', async () => {
  const pc = await aRecordingPc('2026-11-24T09:00:00+09:00');
  const refused = await pc.archive.flows({ fromMs: 10, toMs: 0 });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'settings-invalid' } });
});
