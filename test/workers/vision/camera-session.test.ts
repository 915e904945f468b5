import { describe, expect, test } from 'vitest';
import type { Tally } from '../../../src/contracts/tally.ts';
import type { CameraSetup } from '../../../src/contracts/vision.ts';
import { PADDING } from '../../../src/core/detection/paint-input.ts';
import { DEFAULT_ZONE_TIMING } from '../../../src/core/counting/scene.ts';
import { openCameraSession } from '../../../workers/vision/camera-session.ts';
import { createMemoryPictureReader } from '../../../workers/vision/memory-picture-reader.ts';
import { createPause, createScheduler } from '../../../workers/vision/scheduler.ts';
import { aCard, DrawnFrame, streamOf, WhiteBoxEngine } from '../../builders/frames.ts';
import type { FrameSpec } from '../../builders/frames.ts';
import { someMarks } from '../../builders/floor-views.ts';

const START = 1_000_000;

/** A line in the middle of the picture, in is to the right, and a zone that is its right half. */
const SETUP: CameraSetup = {
  camera: 7,
  lines: [
    {
      points: [
        { x: 0.5, y: 0 },
        { x: 0.5, y: 1 },
      ],
      inward: { x: 1, y: 0 },
    },
  ],
  zones: [
    {
      kind: 'area',
      polygon: [
        { x: 0.5, y: 0 },
        { x: 1, y: 0 },
        { x: 1, y: 1 },
        { x: 0.5, y: 1 },
      ],
      timing: DEFAULT_ZONE_TIMING,
    },
  ],
  floor: null,
  masks: [],
  region: null,
  motionGate: false,
  startsAtMs: START,
  weight: 1,
  targetFps: null,
};

/** Somebody who walks from left to right through a picture of 160 × 90, ten frames a second, from frame `first` on. */
function walk(frames: number, spec: Partial<FrameSpec> = {}, first = 0): DrawnFrame[] {
  return Array.from({ length: frames }, (_, index) => {
    const left = 10 + Math.round((index * 120) / frames);
    const people = [{ left, top: 20, right: left + 16, bottom: 60 }];
    return new DrawnFrame({ timestampUs: (first + index) * 100_000, people, ...spec });
  });
}

async function count(setup: CameraSetup, frames: readonly DrawnFrame[]) {
  const tallies: Tally[] = [];
  const engine = new WhiteBoxEngine();
  const session = openCameraSession(setup, streamOf(frames), {
    detector: { engine, cards: () => [aCard()], reader: createMemoryPictureReader() },
    scheduler: createScheduler(createPause()),
    output: (tally) => void tallies.push(tally),
    nowMs: () => START,
  });
  await session.done;
  return { tallies, engine };
}

describe('a camera session', () => {
  test('somebody who walks across is counted in and visits the zone beyond', async () => {
    const { tallies } = await count(SETUP, walk(40));
    const events = tallies.flatMap((tally) => tally.events);
    const crossings = events.filter(({ kind }) => kind === 'crossing');
    expect(crossings).toMatchObject([{ kind: 'crossing', line: 0, direction: 'in', staff: false }]);
    expect(events.filter(({ kind }) => kind === 'visit')).toHaveLength(1);
    expect(Math.max(...tallies.flatMap(({ zonesNow }) => zonesNow))).toBe(1);
  });

  test('a zone on the floor is counted after those of the picture', async () => {
    // Straight ahead of the camera lies x = 5; the zone is all of the floor to the right of it.
    const right = [
      { x: 5, y: -3 },
      { x: 15, y: -3 },
      { x: 15, y: 7 },
      { x: 5, y: 7 },
    ];
    const zone = { kind: 'area', polygon: right, timing: DEFAULT_ZONE_TIMING } as const;
    const { tallies } = await count({ ...SETUP, floor: { marks: someMarks(), zones: [zone] } }, walk(40));
    const visits = tallies.flatMap(({ events }) => events).filter((event) => event.kind === 'visit');
    expect(visits.map((visit) => visit.zone).sort()).toEqual([0, 1]);
    const [first, second] = visits;
    expect(Math.abs(first!.fromMs - second!.fromMs)).toBeLessThan(100);
    expect(tallies.some(({ zonesNow }) => zonesNow[0] === 1 && zonesNow[1] === 1)).toBe(true);
  });

  test('time in view is told by cell, of the picture or of the floor where that is calibrated', async () => {
    const totalOf = ({ tallies }: { tallies: readonly Tally[] }): number =>
      tallies.flatMap(({ heat }) => heat?.stays ?? []).reduce((sum, { ms }) => sum + ms, 0);
    const overPicture = await count(SETUP, walk(40));
    expect(overPicture.tallies[0]?.heat).toEqual({ columns: 16, rows: 9, floor: null, stays: [] });
    expect(overPicture.tallies.at(-1)?.heat).toBeNull();
    expect(totalOf(overPicture)).toBeCloseTo(3900, 6);
    const onFloor = await count({ ...SETUP, floor: { marks: someMarks(), zones: [] } }, walk(40));
    expect(onFloor.tallies[0]?.heat?.floor).toMatchObject({ cellM: 1 });
    expect(totalOf(onFloor)).toBeCloseTo(3900, 6);
  });

  test('once a minute it tells how the picture looked, and what it copied for that is overwritten', async () => {
    const frames = Array.from(
      { length: 75 },
      (_, second) =>
        new DrawnFrame({ timestampUs: second * 1e6, people: [{ left: 0, top: 0, right: 80, bottom: 30 }] }),
    );
    const { tallies } = await count(SETUP, frames);
    const looks = tallies.flatMap(({ atMs, look }) => (look ? [{ atMs: atMs - START, look }] : []));
    expect(looks.map(({ atMs }) => atMs)).toEqual([10_000, 70_000]);
    const bright = looks[0]?.look.levels.flatMap((level, block) => (level > 4 ? [block] : []));
    expect(bright).toEqual([0, 1]);
    for (const frame of frames) expect(frame.copied?.bytes.every((byte) => byte === 0)).toBe(true);
  });

  test('each frame gives one tally, measured from the frame before, and the stream one more at its end', async () => {
    const { tallies } = await count(SETUP, walk(5));
    expect(tallies.map(({ atMs, measuredFromMs }) => [measuredFromMs - START, atMs - START])).toEqual([
      [0, 0],
      [0, 100],
      [100, 200],
      [200, 300],
      [300, 400],
      [400, 400],
    ]);
    expect(tallies.map(({ ended }) => ended)).toEqual([false, false, false, false, false, true]);
    expect(tallies.at(-1)?.frames).toEqual({
      received: 5,
      analysed: 5,
      gated: 0,
      skipped: 0,
      closed: 5,
      alive: 0,
    });
  });

  test('people stand where their box ends, in fractions of the picture', async () => {
    const { tallies } = await count(SETUP, walk(10));
    const [person] = tallies[8]?.people ?? [];
    expect(person?.x).toBeCloseTo((10 + 96 + 8) / 160, 1);
    expect(person?.y).toBeCloseTo(60 / 90, 1);
  });

  test('every frame is closed once, and no picture is left in memory', async () => {
    const frames = walk(12);
    const { engine } = await count(SETUP, frames);
    expect(frames.map(({ closes }) => closes)).toEqual(frames.map(() => 1));
    for (const { copied } of frames) expect(copied?.bytes.every((byte) => byte === 0)).toBe(true);
    expect(engine.input?.every((value) => value === PADDING)).toBe(true);
  });

  test('behind a mask nobody is seen', async () => {
    const everything = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 1 },
      { x: 0, y: 1 },
    ];
    const { tallies } = await count({ ...SETUP, masks: [everything] }, walk(30));
    expect(tallies.flatMap(({ people, events }) => [...people, ...events])).toEqual([]);
  });

  test('a region holds what is counted, in the place that it has in the whole picture', async () => {
    const region = { left: 0.25, top: 0.2, right: 1, bottom: 1 };
    const { tallies } = await count({ ...SETUP, region }, walk(40));
    const crossings = tallies.flatMap(({ events }) => events.filter(({ kind }) => kind === 'crossing'));
    expect(crossings).toMatchObject([{ direction: 'in' }]);
    const whole = await count(SETUP, walk(40));
    const [inPart, inAll] = [tallies, whole.tallies].map((each) => each[20]?.people[0]);
    expect(inPart?.x).toBeCloseTo(inAll?.x ?? NaN, 1);
    expect(inPart?.y).toBeCloseTo(inAll?.y ?? NaN, 1);
  });

  test('outside the region nobody is seen', async () => {
    const region = { left: 0, top: 0, right: 1, bottom: 0.15 };
    const { tallies } = await count({ ...SETUP, region }, walk(30));
    expect(tallies.flatMap(({ people, events }) => [...people, ...events])).toEqual([]);
  });

  test('with the gate the network rests while the place is empty, and the counts stay the same', async () => {
    const frames = () => [...walk(60, { people: [] }), ...walk(40, {}, 60), ...walk(60, { people: [] }, 100)];
    const open = await count(SETUP, frames());
    const gated = await count({ ...SETUP, motionGate: true }, frames());
    const events = ({ tallies }: typeof open) => tallies.flatMap((tally) => tally.events);
    expect(events(gated)).toEqual(events(open));
    expect(gated.tallies.map(({ atMs, people, zonesNow }) => ({ atMs, people, zonesNow }))).toEqual(
      open.tallies.map(({ atMs, people, zonesNow }) => ({ atMs, people, zonesNow })),
    );
    const ledger = gated.tallies.at(-1)?.frames;
    expect(ledger?.analysed).toBe(160);
    expect((ledger?.gated ?? 0) + gated.engine.runs).toBe(160);
    expect(ledger?.gated).toBeGreaterThan(60);
    expect(open.tallies.at(-1)?.frames.gated).toBe(0);
  });

  test('over a gap nothing is measured and nobody is carried', async () => {
    const before = walk(15);
    const after = walk(15).map(
      ({ timestamp }) => new DrawnFrame({ timestampUs: timestamp + 10e6, people: [] }),
    );
    const { tallies } = await count(SETUP, [...before, ...after]);
    const measuredMs = tallies.reduce((sum, { atMs, measuredFromMs }) => sum + atMs - measuredFromMs, 0);
    expect(measuredMs).toBe(2800);
    expect(tallies[15]?.people).toEqual([]);
  });

  test('a picture that changes its shape is counted on with the scene in its place', async () => {
    const wide = walk(40);
    const square = Array.from({ length: 40 }, (_, index) => {
      const left = 130 - 3 * index;
      const people = [{ left, top: 40, right: left + 20, bottom: 90 }];
      return new DrawnFrame({ timestampUs: (40 + index) * 100_000, width: 160, height: 160, people });
    });
    const { tallies } = await count(SETUP, [...wide, ...square]);
    const crossings = tallies.flatMap(({ events }) => events.filter(({ kind }) => kind === 'crossing'));
    expect(crossings).toMatchObject([{ direction: 'in' }, { direction: 'out' }]);
  });

  test('an engine that fails ends the session with a last tally and closed frames', async () => {
    const frames = walk(3);
    const tallies: Tally[] = [];
    const engine = { backend: 'wasm' as const, run: () => Promise.reject(new Error('lost')) };
    const session = openCameraSession(SETUP, streamOf(frames), {
      detector: { engine, cards: () => [aCard()], reader: createMemoryPictureReader() },
      scheduler: createScheduler(createPause()),
      output: (tally) => void tallies.push(tally),
      nowMs: () => START,
    });
    await expect(session.done).rejects.toThrow('lost');
    expect(tallies.map(({ ended, frames: { alive } }) => [ended, alive])).toEqual([[true, 0]]);
    expect(frames[0]?.closes).toBe(1);
  });

  test('two cameras share one engine', async () => {
    const engine = new WhiteBoxEngine();
    const reader = createMemoryPictureReader();
    const tallies: Tally[] = [];
    const parts = {
      detector: { engine, cards: () => [aCard()], reader },
      scheduler: createScheduler(createPause()),
      output: (tally: Tally) => void tallies.push(tally),
      nowMs: () => START,
    };
    const sessions = [1, 2].map((camera) =>
      openCameraSession({ ...SETUP, camera }, streamOf(walk(20)), parts),
    );
    await Promise.all(sessions.map(({ done }) => done));
    expect(engine.runs).toBe(40);
    for (const camera of [1, 2]) expect(tallies.filter((tally) => tally.camera === camera)).toHaveLength(21);
  });

  test('a camera of double weight is counted twice as often', async () => {
    const tallies: Tally[] = [];
    const parts = {
      detector: { engine: new WhiteBoxEngine(), cards: () => [aCard()], reader: createMemoryPictureReader() },
      scheduler: createScheduler(createPause()),
      output: (tally: Tally) => void tallies.push(tally),
      nowMs: () => START,
    };
    const sessions = [1, 2].map((weight) =>
      openCameraSession({ ...SETUP, camera: weight, weight }, streamOf(walk(30)), parts),
    );
    await Promise.all(sessions.map(({ done }) => done));
    const ofDouble = tallies.slice(0, 30).filter(({ camera }) => camera === 2).length;
    expect(ofDouble).toBeGreaterThanOrEqual(18);
    expect(ofDouble).toBeLessThanOrEqual(22);
  });
});
