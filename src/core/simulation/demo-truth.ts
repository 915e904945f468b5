import { createSceneCounter } from '../counting/scene-counter.ts';
import { sceneOf } from '../counting/scene-from-site.ts';
import type { CountingEvent } from '../counting/counting-event.ts';
import type { Track } from '../tracking/track.ts';
import { demoCamera } from './demo-camera.ts';
import { DEMO_VIEW } from './floor-plan.ts';
import type { SimulatedPerson } from './person.ts';
import { project } from './pinhole.ts';

/** Exact figures of one line; staff left out, as in every headline figure. */
export interface LineTruth {
  readonly in: number;
  readonly out: number;
}

/** Exact figures of one zone; a stay counts from its confirmation on, a visit when it has ended. */
export interface ZoneTruth {
  readonly visits: number;
  /** Person-seconds of confirmed stays so far. */
  readonly personSeconds: number;
  /** Sum and longest of the dwell of ended visits: dwell in a shelf zone, wait in a queue zone, seconds. */
  readonly dwellSeconds: number;
  readonly longestDwellSeconds: number;
  /** People in the zone now, and at most so far: the length, in a queue zone. */
  readonly peopleNow: number;
  readonly peopleMost: number;
}

/** What happened in the demo store, by the indices of `demoCamera`'s lines and zones. */
export interface DemoTruth {
  /** Simulated time since the store opened, ms. */
  readonly simulatedMs: number;
  readonly lines: readonly LineTruth[];
  readonly zones: readonly ZoneTruth[];
}

/** Counts exact ground points by the same rules as the vision worker counts detected ones. */
export interface DemoTruthKeeper {
  observe(people: readonly SimulatedPerson[], atMs: number): void;
  totals(simulatedMs: number): DemoTruth;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Starts at zero; `tell` hears every event but those of staff. Constant memory but for the people in view. */
export function createDemoTruth(tell?: (event: CountingEvent) => void): DemoTruthKeeper {
  const scene = sceneOf(
    { ...demoCamera({ firstId: 1, seed: 0, names: NO_NAMES }), floor: null },
    DEMO_VIEW.aspect,
  );
  const counter = createSceneCounter(scene);
  const bornAtMs = new Map<number, number>();
  const lines = scene.lines.map((): Writable<LineTruth> => ({ in: 0, out: 0 }));
  const zones = scene.zones.map((): Writable<ZoneTruth> => ({ ...EMPTY_ZONE }));

  function apply(event: CountingEvent): void {
    if (event.staff) return;
    tell?.(event);
    if (event.kind === 'crossing') {
      const line = lines[event.line];
      if (line) line[event.direction] += 1;
      return;
    }
    if (event.kind === 'flow') return;
    const zone = zones[event.zone];
    if (!zone) return;
    const seconds = (event.toMs - event.fromMs) / 1000;
    if (event.kind === 'stay') {
      zone.personSeconds += seconds;
      return;
    }
    zone.visits += 1;
    zone.dwellSeconds += seconds;
    zone.longestDwellSeconds = Math.max(zone.longestDwellSeconds, seconds);
  }

  return {
    observe(people, atMs) {
      const tracks = people.flatMap((person) => perfectTrack(person, atMs, bornAtMs) ?? []);
      const seen = new Set(tracks.map((track) => track.id));
      for (const id of bornAtMs.keys()) if (!seen.has(id)) bornAtMs.delete(id);
      counter.update(tracks, atMs).forEach(apply);
      counter.zonesNow().forEach((count, index) => {
        const zone = zones[index];
        if (!zone) return;
        zone.peopleNow = count;
        zone.peopleMost = Math.max(zone.peopleMost, count);
      });
    },
    totals: (simulatedMs) => ({
      simulatedMs,
      lines: lines.map((line) => ({ ...line })),
      zones: zones.map((zone) => ({ ...zone })),
    }),
  };
}

const EMPTY_ZONE: ZoneTruth = {
  visits: 0,
  personSeconds: 0,
  dwellSeconds: 0,
  longestDwellSeconds: 0,
  peopleNow: 0,
  peopleMost: 0,
};

const NO_NAMES = { camera: '', entrance: '', street: '', backShelf: '', sideShelf: '', queue: '', staff: '' };

/** A track without error for somebody whose feet are in the picture; null for others. */
function perfectTrack(person: SimulatedPerson, atMs: number, bornAtMs: Map<number, number>): Track | null {
  if (person.position.y < 1) return null;
  const foot = project(DEMO_VIEW, person.position, 0);
  if (foot.x < 0 || foot.x > DEMO_VIEW.aspect || foot.y < 0 || foot.y > 1) return null;
  const top = project(DEMO_VIEW, person.position, person.heightM).y;
  const halfWidth = (foot.y - top) * 0.16;
  const born = bornAtMs.get(person.id) ?? atMs;
  bornAtMs.set(person.id, born);
  return {
    id: person.id,
    box: { left: foot.x - halfWidth, top, right: foot.x + halfWidth, bottom: foot.y },
    state: 'confirmed',
    score: 1,
    bornAtMs: born,
    lastSeenAtMs: atMs,
  };
}
