import { expect, test } from 'vitest';
import type { CountingEvent } from '../../../src/core/counting/counting-event.ts';
import { DEFAULT_ZONE_TIMING } from '../../../src/core/counting/scene.ts';
import type { SceneFile } from '../../../src/core/site/parse-scene-file.ts';
import { detectionRows, trackedRows } from '../../../tools/backtest/mot-rows.ts';
import { reportOf } from '../../../tools/backtest/report.ts';
import type { BacktestRun } from '../../../tools/backtest/run-in-browser.ts';
import type { Video } from '../../../tools/backtest/video.ts';
import { aDetection, aTrack } from '../../builders/walkers.ts';
import { aCard } from '../../builders/frames.ts';

const VIDEO: Video = {
  path: 'v.avi',
  width: 768,
  height: 576,
  colour: { matrix: null, fullRange: false },
  timesMs: [0, 100, 200],
  intervalMs: 100,
  pixelFormat: 'yuv420p',
};

const SCENE: SceneFile = {
  lines: [{ name: 'door', kind: 'entrance', points: [], inward: { x: 1, y: 0 } }],
  zones: [{ name: 'shelf', kind: 'area', polygon: [], timing: DEFAULT_ZONE_TIMING }],
  masks: [],
};

function aFrame(events: readonly CountingEvent[], zonesNow: readonly number[], timeMs: number) {
  return {
    detections: [],
    tracks: [],
    events,
    zonesNow,
    detectMs: timeMs,
    otherMs: timeMs / 10,
    isGated: zonesNow[0] === 0,
  };
}

const staff = false;

const RUN: BacktestRun = {
  report: { backend: 'wasm', threads: 1, webgpu: 'not-asked', warmUpMs: 1, fullMs: 90 },
  frames: [
    aFrame([{ kind: 'stay', zone: 0, fromMs: 0, toMs: 100, staff }], [1], 90),
    aFrame(
      [
        { kind: 'crossing', line: 0, direction: 'out', atMs: 150.4, startsParty: true, staff },
        { kind: 'crossing', line: 0, direction: 'in', atMs: 60.2, startsParty: true, staff },
        { kind: 'crossing', line: 0, direction: 'in', atMs: 70, startsParty: true, staff: true },
        { kind: 'stay', zone: 0, fromMs: 100, toMs: 180, staff },
      ],
      [2],
      80,
    ),
    aFrame([], [0], 100),
  ],
  closing: [{ kind: 'visit', zone: 0, fromMs: 0, toMs: 180, staff }],
};

test('OUT.json: crossings in order of time, visits with what was open at the end, staff left out', () => {
  const report = reportOf(RUN, { scene: SCENE, video: VIDEO }, { model: aCard(), wallS: 1.234 });
  expect(report).toEqual({
    frames: 3,
    gated_frames: 1,
    duration_ms: 300,
    model: { name: 'white-64x64', sha256: '0' },
    lines: {
      door: {
        in: 1,
        out: 1,
        events: [
          { at_ms: 60, direction: 'in' },
          { at_ms: 150, direction: 'out' },
        ],
      },
    },
    zones: { shelf: { visits: 1, dwell_ms: [180], person_seconds: 0.18, occupancy_max: 2 } },
    timing: { wall_s: 1.23, detect_ms_median: 90, other_ms_median: 9 },
  });
});

test('MOT rows: frames from 1, pixels of the decoded frame, detections without an id', () => {
  const frames = [
    { detections: [] },
    { detections: [aDetection({ at: [0.5, 0.6], height: 0.5, score: 0.7 })] },
  ];
  const [row, ...others] = detectionRows(frames, VIDEO);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ frame: 2, id: -1, score: 0.7 });
  expect(row?.left).toBeCloseTo(230.4);
  expect(row?.top).toBeCloseTo(57.6);
  expect(row?.width).toBeCloseTo(115.2);
  expect(row?.height).toBeCloseTo(288);
});

test('MOT rows of tracks: who is believed and was seen a moment ago', () => {
  const at = [0.5, 0.5] as const;
  const tracks = [
    aTrack({ id: 1, at, atMs: 200 }),
    aTrack({ id: 2, at, atMs: 200, state: 'tentative' }),
    aTrack({ id: 3, at, atMs: 200, state: 'coasting', lastSeenAtMs: 100 }),
    aTrack({ id: 4, at, atMs: 200, state: 'coasting', lastSeenAtMs: -400 }),
  ];
  const rows = trackedRows([{ tracks: [] }, { tracks: [] }, { tracks }], VIDEO);
  expect(rows.map(({ frame, id }) => [frame, id])).toEqual([
    [3, 1],
    [3, 3],
  ]);
});
