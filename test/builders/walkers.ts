import type { CountingEvent } from '../../src/core/counting/counting-event.ts';
import { createSceneCounter } from '../../src/core/counting/scene-counter.ts';
import { DEFAULT_ZONE_TIMING } from '../../src/core/counting/scene.ts';
import type { Scene, SceneLine, SceneZone } from '../../src/core/counting/scene.ts';
import type { Detection } from '../../src/core/detection/detection.ts';
import type { ScenePoint } from '../../src/core/geometry/point.ts';
import type { Track, TrackState } from '../../src/core/tracking/track.ts';
import { createTracker } from '../../src/core/tracking/tracker.ts';

/** Width ÷ height of the picture in these tests. */
export const ASPECT = 16 / 9;

export interface Standing {
  readonly at: readonly [number, number];
  readonly height?: number;
  readonly score?: number;
}

/** A detection of somebody whose feet are at `at`, 0.2 picture heights tall, unless told otherwise. */
export function aDetection({ at: [x, y], height = 0.2, score = 0.8 }: Standing): Detection {
  return {
    box: { left: x - 0.2 * height, top: y - height, right: x + 0.2 * height, bottom: y },
    score,
  };
}

export interface TrackSpec extends Standing {
  readonly atMs: number;
  readonly id?: number;
  readonly state?: TrackState;
  readonly lastSeenAtMs?: number;
}

/** A track of somebody seen at `atMs`, confirmed, unless told otherwise. */
export function aTrack(spec: TrackSpec): Track {
  const { id = 1, state = 'confirmed', atMs, lastSeenAtMs = atMs } = spec;
  return { id, state, box: aDetection(spec).box, score: 0.8, bornAtMs: 0, lastSeenAtMs };
}

/** An upright line at x = 0.8; in is to the left. */
export function aLine(spec: Partial<SceneLine> = {}): SceneLine {
  return {
    points: [
      { x: 0.8, y: 0.2 },
      { x: 0.8, y: 0.9 },
    ],
    inward: { x: -1, y: 0 },
    ...spec,
  };
}

/** A square zone of 0.4 × 0.4 with its top left corner at (0.6, 0.4). */
export function aZone(spec: Partial<SceneZone> = {}): SceneZone {
  const polygon = [
    { x: 0.6, y: 0.4 },
    { x: 1, y: 0.4 },
    { x: 1, y: 0.8 },
    { x: 0.6, y: 0.8 },
  ];
  return { kind: 'area', polygon, timing: DEFAULT_ZONE_TIMING, ...spec };
}

export function aScene(spec: Partial<Scene> = {}): Scene {
  return { lines: [], zones: [], toFloor: null, ...spec };
}

/** Times of frames from 0 up to `untilMs`. */
export function framesAt(fps: number, untilMs: number): readonly number[] {
  const count = Math.floor((untilMs * fps) / 1000);
  return Array.from({ length: count + 1 }, (_, index) => (index * 1000) / fps);
}

/** Corners of a walk, each with the time at which it is reached. */
export type Itinerary = readonly { readonly atMs: number; readonly at: ScenePoint }[];

/** A walk through corners at one speed (scene units per second), beginning at `fromMs`. */
export function walkThrough(corners: readonly ScenePoint[], speed: number, fromMs = 0): Itinerary {
  let atMs = fromMs;
  return corners.map((at, index) => {
    const before = corners[index - 1];
    if (before) atMs += (Math.hypot(at.x - before.x, at.y - before.y) / speed) * 1000;
    return { atMs, at };
  });
}

/** Where somebody is on a walk; null before it begins and after it has ended. */
export function placeOn(walk: Itinerary, atMs: number): ScenePoint | null {
  for (const [index, to] of walk.entries()) {
    const from = walk[index - 1];
    if (atMs === to.atMs) return to.at;
    if (!from || atMs < from.atMs || atMs > to.atMs) continue;
    const share = (atMs - from.atMs) / (to.atMs - from.atMs);
    return { x: from.at.x + share * (to.at.x - from.at.x), y: from.at.y + share * (to.at.y - from.at.y) };
  }
  return null;
}

/** A reproducible source of numbers in -1 … 1. */
export function noiseFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

export interface Footage {
  readonly scene: Scene;
  readonly walks: readonly Itinerary[];
  readonly times: readonly number[];
  readonly height?: number;
  /** Greatest error of a detected edge, heights. */
  readonly jitter?: number;
  readonly seed?: number;
}

/** Everything that is counted when the detections of these walks pass through tracker and counters. */
export function countThroughTracker(footage: Footage): readonly CountingEvent[] {
  const { scene, walks, times, height = 0.2, jitter = 0, seed = 1 } = footage;
  const tracker = createTracker(ASPECT);
  const counter = createSceneCounter(scene);
  const noise = noiseFrom(seed);
  const shaken = (value: number): number => value + noise() * jitter * height;
  const events = times.flatMap((atMs) => {
    const detections = walks.flatMap((walk) => {
      const place = placeOn(walk, atMs);
      return place ? [aDetection({ at: [shaken(place.x), shaken(place.y)], height })] : [];
    });
    return counter.update(tracker.update(detections, atMs), atMs);
  });
  return [...events, ...counter.finish()];
}

/** Everything that is counted of these walks when every track is perfect. */
export function countExactly(footage: Footage): readonly CountingEvent[] {
  const { scene, walks, times, height = 0.2, jitter = 0, seed = 1 } = footage;
  const counter = createSceneCounter(scene);
  const noise = noiseFrom(seed);
  const shaken = (value: number): number => value + noise() * jitter * height;
  const events = times.flatMap((atMs) => {
    const tracks = walks.flatMap((walk, index) => {
      const place = placeOn(walk, atMs);
      return place ? [aTrack({ id: index + 1, at: [shaken(place.x), shaken(place.y)], atMs, height })] : [];
    });
    return counter.update(tracks, atMs);
  });
  return [...events, ...counter.finish()];
}

/** Crossings of the first line: [in, out]. */
export function inAndOut(events: readonly CountingEvent[]): readonly [number, number] {
  const of = (direction: string): number =>
    events.filter((event) => event.kind === 'crossing' && event.line === 0 && event.direction === direction)
      .length;
  return [of('in'), of('out')];
}
