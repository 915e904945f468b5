import { describe, expect, it, test } from 'vitest';
import type { IntervalFigures } from '../../../src/contracts/archive.ts';
import type { CountingEvent } from '../../../src/core/counting/counting-event.ts';
import {
  aCrossing,
  aRecordingPc,
  aSetup,
  aSite,
  aTally,
  aVisit,
  DOOR,
  SHELF,
  TestPc,
  valueOf,
} from './a-shop.ts';

const STEP_S = 60;

/** One person in every two minutes at day, one out a little later; each visits the shelf on the way. */
function shopping(atMs: number): { events: CountingEvent[] } {
  const minute = Math.floor(atMs / 60_000);
  const isFirst = atMs % 60_000 < STEP_S * 1000;
  if (!isFirst) return { events: [] };
  if (minute % 2 === 0) return { events: [aCrossing(atMs - 400, 'in'), ...aVisit(atMs - 1000, 9_000)] };
  return { events: [aCrossing(atMs - 400, 'out')] };
}

const sum = (figures: readonly IntervalFigures[], of: (figures: IntervalFigures) => number): number =>
  figures.reduce((all, one) => all + of(one), 0);
const inOf = (figures: IntervalFigures): number => figures.lines.find(({ line }) => line === DOOR)?.in ?? 0;

describe.each([
  ['Asia/Tokyo', '2026-11-24T00:00:00+09:00', '2026-11-25T00:00:00+09:00', 24],
  ['Europe/Berlin', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 25],
  ['Europe/Berlin', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 23],
  ['Asia/Kathmandu', '2026-11-24T00:00:00+05:45', '2026-11-25T00:00:00+05:45', 24],
])('a whole day in %s from %s', (...[timeZone, from, to, hours]) => {
  it('adds up over slots, hours and day, and starts anew at its end', async () => {
    const pc = await aRecordingPc(from, aSite(timeZone));
    await pc.run(hours * 3600, shopping, STEP_S);
    await pc.run(30, () => ({}), STEP_S);
    const span = { fromMs: Date.parse(from), toMs: Date.parse(to) };
    const slots = valueOf(await pc.archive.history({ ...span, intervalMinutes: 15 }));
    const byHour = valueOf(await pc.archive.history({ ...span, intervalMinutes: 60 }));
    const [day, ...more] = valueOf(await pc.archive.history({ ...span, intervalMinutes: 1440 }));
    expect(more).toEqual([]);
    expect(slots).toHaveLength(hours * 4);
    expect(byHour).toHaveLength(hours);
    expect(day).toMatchObject({ ...span, status: 'measured', coverage: 1 });
    expect(inOf(day!)).toBe(hours * 30);
    expect(sum(slots, inOf)).toBe(hours * 30);
    expect(sum(byHour, inOf)).toBe(hours * 30);
    for (const slot of slots) expect(slot.cameras[0]).toMatchObject({ measuredS: 900, gapS: {} });
    const shelf = day!.zones.find(({ zone }) => zone === SHELF)!;
    expect(shelf).toMatchObject({
      suppressed: false,
      visits: hours * 30,
      personSeconds: hours * 30 * 9,
      lostS: 0,
    });
    expect(shelf.measuredS).toBe(hours * 3600);
    const today = valueOf(await pc.archive.today());
    expect(today).toMatchObject({ dayFromMs: span.toMs, in: 0, occupancy: 0 });
  });
});

test('a business day that ends after midnight keeps its people past midnight', async () => {
  const site = aSite('Asia/Tokyo', { dayStartsAtMinute: 300 });
  const pc = await aRecordingPc('2026-11-24T23:50:00+09:00', site);
  await pc.run(600, (atMs) => (atMs % 60_000 === 0 ? { events: [aCrossing(atMs - 400, 'in')] } : {}), 15);
  await pc.run(600, () => ({}), 15);
  expect(valueOf(await pc.archive.today())).toMatchObject({
    dayFromMs: Date.parse('2026-11-24T05:00:00+09:00'),
    in: 10,
    occupancy: 10,
  });
});

describe('gaps', () => {
  it('have their cause, and leave the rest of the slot measured', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(300);
    await pc.run(4, () => null);
    await pc.archive.noteGap(1, 'stalled');
    await pc.run(56, () => null);
    await pc.archive.noteGap(1, 'camera-problem');
    await pc.run(140, () => null);
    await pc.archive.noteGap(1, null);
    await pc.run(410);
    const [slot] = valueOf(
      await pc.archive.history({ fromMs: pc.nowMs - 900_000, toMs: pc.nowMs - 15_000, intervalMinutes: 15 }),
    );
    expect(slot!.cameras[0]).toMatchObject({ measuredS: 700, gapS: { stalled: 60, 'camera-problem': 140 } });
    expect(slot).toMatchObject({ status: 'partial' });
    expect(slot!.coverage).toBeCloseTo(700 / 900);
  });

  it('are what is shown of hours in which the app was closed, and nothing is shown before the first record', async () => {
    const pc = await aRecordingPc('2026-11-24T09:00:00+09:00');
    await pc.run(1800, () => ({}), 15);
    pc.nowMs += 3 * 3_600_000;
    pc.reload();
    valueOf(await pc.archive.open('store'));
    valueOf(await pc.archive.startRecording(aSetup()));
    await pc.run(30);
    const hours = valueOf(
      await pc.archive.history({
        fromMs: Date.parse('2026-11-24T00:00:00+09:00'),
        toMs: Date.parse('2026-11-25T00:00:00+09:00'),
        intervalMinutes: 60,
      }),
    );
    expect(hours.map(({ status }) => status)).toEqual(['partial', 'gap', 'gap', 'open']);
    expect(hours[0]!.cameras[0]!.gapS).toEqual({ 'app-closed': 1800 });
    expect(hours[1]!.cameras[0]).toMatchObject({ measuredS: 0, gapS: { 'app-closed': 3600 } });
    expect(valueOf(await pc.archive.today()).total.coverage).toBeCloseTo(1830 / (3.5 * 3600 + 30), 2);
  });

  it.each([
    { name: 'an hour', asleepS: 3600, gapS: { 'pc-asleep': 3600 } },
    { name: 'two minutes', asleepS: 120, gapS: { 'pc-asleep': 120 } },
  ])('come from a PC that slept $name', async ({ asleepS, gapS }) => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(600);
    pc.nowMs += asleepS * 1000;
    await pc.archive.tick();
    await pc.run(20);
    const today = valueOf(await pc.archive.today());
    expect(today.total.cameras[0]).toMatchObject({ measuredS: 620, gapS });
  });

  it('of a sleep are no stall when the first frame comes before the clock is looked at', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(600);
    pc.nowMs += 600_000;
    valueOf(await pc.archive.record([aTally(pc.nowMs, { measuredFromMs: pc.nowMs })]));
    await pc.run(20);
    const { total } = valueOf(await pc.archive.today());
    expect(total.cameras[0]).toMatchObject({ measuredS: 620, gapS: { 'pc-asleep': 600 } });
  });

  it('of a PC that slept for days are written where it fell asleep and woke, and closed time in between', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(600);
    pc.nowMs += 2 * 86_400_000;
    await pc.archive.tick();
    await pc.run(20);
    const days = valueOf(
      await pc.archive.history({
        fromMs: Date.parse('2026-11-24T10:00:00+09:00'),
        toMs: pc.nowMs,
        intervalMinutes: 60,
      }),
    );
    const causes = days.map(({ cameras }) => Object.keys(cameras[0]!.gapS));
    expect([causes[0], causes[1], causes.at(-1)]).toEqual([
      ['pc-asleep', 'app-closed'],
      ['app-closed'],
      ['pc-asleep'],
    ]);
  });

  it('before the very first start are none', async () => {
    const pc = await aRecordingPc('2026-11-24T10:04:00+09:00');
    await pc.run(60);
    const { total } = valueOf(await pc.archive.today());
    expect(total).toMatchObject({ coverage: 1, cameras: [{ measuredS: 60, gapS: { 'not-started': 240 } }] });
    await pc.run(660);
    const [slot] = valueOf(
      await pc.archive.history({ fromMs: pc.nowMs - 900_000, toMs: pc.nowMs - 60_000, intervalMinutes: 15 }),
    );
    expect(slot).toMatchObject({ coverage: 1, status: 'partial' });
  });

  it('of a paused camera say so', async () => {
    const site = aSite();
    const pc = new TestPc('2026-11-24T10:00:00+09:00');
    valueOf(await pc.archive.open('store'));
    const paused = { ...site, cameras: site.cameras.map((camera) => ({ ...camera, paused: true })) };
    valueOf(await pc.archive.startRecording(aSetup(paused)));
    await pc.run(60, () => null);
    expect(valueOf(await pc.archive.today()).total.cameras[0]).toMatchObject({
      measuredS: 0,
      gapS: { paused: 60 },
    });
  });
});

describe('figures that come late', () => {
  test('land in their slot for five seconds after its end, and in the next one afterwards', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    const endMs = Date.parse('2026-11-24T10:15:00+09:00');
    await pc.run(904, (atMs) => (atMs === endMs + 4000 ? { events: [aCrossing(endMs - 500, 'in')] } : {}));
    await pc.run(20, (atMs) => (atMs === endMs + 15_000 ? { events: [aCrossing(endMs - 500, 'in')] } : {}));
    const slots = valueOf(
      await pc.archive.history({ fromMs: endMs - 900_000, toMs: endMs + 1, intervalMinutes: 15 }),
    );
    expect(slots.map(inOf)).toEqual([1, 1]);
    expect(slots[0]!.occupancy).toMatchObject({ end: 1 });
    expect(slots[1]!.occupancy).toMatchObject({ end: 2 });
  });

  test('a stay over the end of a slot is split, the visit belongs to the slot in which it ends', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    const endMs = Date.parse('2026-11-24T10:15:00+09:00');
    await pc.run(1810, (atMs) => {
      if (atMs !== endMs + 3_000) return {};
      return { events: Array.from({ length: 6 }, () => aVisit(endMs + 2_000, 60_000)).flat() };
    });
    const slots = valueOf(
      await pc.archive.history({ fromMs: endMs - 900_000, toMs: endMs + 900_000, intervalMinutes: 15 }),
    );
    const shelves = slots.map(({ zones }) => zones.find(({ zone }) => zone === SHELF)!);
    // The first slot holds person-seconds of nobody who left in it: hidden, and lands in the hour.
    expect(shelves[0]).toMatchObject({ suppressed: true });
    expect(shelves[1]).toMatchObject({ suppressed: false, visits: 6, personSeconds: 12 });
  });
});
