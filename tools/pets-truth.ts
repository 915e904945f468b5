import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CountingEvent, Direction } from '../src/core/counting/counting-event.ts';
import { DEFAULT_ZONE_TIMING } from '../src/core/counting/scene.ts';
import type { Scene } from '../src/core/counting/scene.ts';
import type { ScenePoint } from '../src/core/geometry/point.ts';
import { sharedData } from './pets.ts';
import type { Footage } from './track-rows.ts';

/** PETS09-S2L1 as its truth treats it. */
export const PETS_FOOTAGE: Footage = { fps: 10, width: 768, height: 576 };

type Pixels = readonly [number, number];

/** What is used of `counts.json`. Frames are numbered from 1. */
export interface PetsTruth {
  readonly lines: readonly {
    readonly id: string;
    readonly a: Pixels;
    readonly b: Pixels;
    readonly true_events: readonly { readonly frame: number; readonly dir: Direction }[];
  }[];
  readonly zones: readonly {
    readonly id: string;
    readonly polygon: readonly Pixels[];
    readonly true_dwell: {
      readonly visits: number;
      readonly total_person_seconds: number;
      readonly median: number;
    };
  }[];
}

/** How counts compare with the truth. */
export interface PetsScore {
  /** Sum over lines and directions of |counted − true|. */
  readonly lineError: number;
  /** True crossings without a counted one within a second, and the other way round; as line, direction and frame. */
  readonly missed: readonly string[];
  readonly extra: readonly string[];
  readonly zones: readonly {
    readonly id: string;
    readonly visits: number;
    readonly trueVisits: number;
    readonly personSeconds: number;
    readonly trueSeconds: number;
    readonly medianS: number;
    readonly trueMedianS: number;
  }[];
}

/** Path of one of the files of PETS09-S2L1; null where the data is absent. */
export function petsFile(name: 'counts.json' | 'det-nanodet.txt' | 'det.txt' | 'gt.txt'): string | null {
  const path = join(sharedData(), 'pets09-s2l1', name);
  return existsSync(path) ? path : null;
}

export function readPetsTruth(path: string): PetsTruth {
  return JSON.parse(readFileSync(path, 'utf8')) as PetsTruth;
}

/** In is leftwards, but down the picture for the line that lies. */
export function petsScene({ lines, zones }: PetsTruth): Scene {
  return {
    lines: lines.map(({ a, b }) => ({
      points: [scenePoint(a), scenePoint(b)],
      inward: a[0] === b[0] ? { x: -1, y: 0 } : { x: 0, y: 1 },
    })),
    zones: zones.map(({ polygon }) => ({
      kind: 'area',
      polygon: polygon.map(scenePoint),
      timing: DEFAULT_ZONE_TIMING,
    })),
    toFloor: null,
  };
}

function scenePoint([x, y]: Pixels): ScenePoint {
  return { x: x / PETS_FOOTAGE.height, y: y / PETS_FOOTAGE.height };
}

export function petsScore(truth: PetsTruth, events: readonly CountingEvent[]): PetsScore {
  const missed: string[] = [];
  const extra: string[] = [];
  let lineError = 0;
  truth.lines.forEach((line, index) => {
    for (const direction of ['in', 'out'] as const) {
      const trueMs = line.true_events
        .filter(({ dir }) => dir === direction)
        .map(({ frame }) => ((frame - 1) * 1000) / PETS_FOOTAGE.fps);
      const countedMs = events.flatMap((event) =>
        event.kind === 'crossing' && event.line === index && event.direction === direction
          ? [event.atMs]
          : [],
      );
      const name = (atMs: number): string =>
        `${line.id} ${direction} ${(1 + (atMs * PETS_FOOTAGE.fps) / 1000).toFixed(1)}`;
      const [lost, wrong] = unmatched(trueMs, countedMs);
      missed.push(...lost.map(name));
      extra.push(...wrong.map(name));
      lineError += Math.abs(trueMs.length - countedMs.length);
    }
  });
  return {
    lineError,
    missed,
    extra,
    zones: truth.zones.map((zone, index) => zoneScore(zone, events, index)),
  };
}

const MATCH_MS = 1000;

/** What is left on either side when the nearest in time are paired first. */
function unmatched(one: readonly number[], other: readonly number[]): readonly [number[], number[]] {
  const pairs = one
    .flatMap((a, row) => other.map((b, column) => ({ row, column, gap: Math.abs(a - b) })))
    .filter(({ gap }) => gap <= MATCH_MS)
    .sort((a, b) => a.gap - b.gap);
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (const { row, column } of pairs) {
    if (rows.has(row) || columns.has(column)) continue;
    rows.add(row);
    columns.add(column);
  }
  return [one.filter((_, row) => !rows.has(row)), other.filter((_, column) => !columns.has(column))];
}

function zoneScore(
  { id, true_dwell }: PetsTruth['zones'][number],
  events: readonly CountingEvent[],
  zone: number,
): PetsScore['zones'][number] {
  const secondsOf = (kind: 'stay' | 'visit'): readonly number[] =>
    events.flatMap((event) =>
      event.kind === kind && event.zone === zone ? [(event.toMs - event.fromMs) / 1000] : [],
    );
  const dwell = secondsOf('visit').toSorted((a, b) => a - b);
  return {
    id,
    visits: dwell.length,
    trueVisits: true_dwell.visits,
    personSeconds: secondsOf('stay').reduce((sum, seconds) => sum + seconds, 0),
    trueSeconds: true_dwell.total_person_seconds,
    medianS: dwell[Math.floor(dwell.length / 2)] ?? 0,
    trueMedianS: true_dwell.median,
  };
}
