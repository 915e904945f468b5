import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { TodayFigures } from '../contracts/archive.ts';
import type { DemoTruth } from '../contracts/demo-store.ts';
import type { Tally } from '../contracts/tally.ts';
import { expectedWaitS, noteWait, type RecentWaits } from '../core/measures/expected-wait.ts';
import type { ImagePoint } from '../core/geometry/point.ts';
import { countedCameras, zonesOf } from '../core/site/counted-camera.ts';
import type { Camera, Site, ZoneRule } from '../core/site/site.ts';

/** A zone and the people in it at this moment; null while its camera is not measured. */
export interface ZoneNow {
  readonly camera: Camera;
  readonly zone: ZoneRule;
  readonly people: number | null;
  /** Median wait of the last 15 minutes, seconds; null under k, and for zones that are no queue. */
  readonly expectedWaitS: number | null;
}

/** What happens now. Nothing of it is stored from here. */
export interface LiveStore {
  /** The business day so far, from the archive; null before the first answer. */
  readonly today: ReadonlySignal<TodayFigures | null>;
  /** Newest tally of each camera that is live. */
  readonly tallies: ReadonlySignal<ReadonlyMap<number, Tally>>;
  /** Queue zones first; staff zones are left out of every figure. */
  readonly zonesNow: ReadonlySignal<readonly ZoneNow[]>;
  /** Exact figures of the demo store; null when a real shop is counted. */
  readonly truth: ReadonlySignal<DemoTruth | null>;
  /** People in view of a camera, for the stage only. Empty while nothing is measured. */
  peopleOf(camera: number): readonly ImagePoint[];
}

/** The side of the live store that the counting store writes to. */
export interface LiveSink {
  tally(tally: Tally): void;
  /** The camera is not measured any more: its numbers must not stand as if they were current. */
  forget(camera: number): void;
  today(figures: TodayFigures | null): void;
  truth(truth: DemoTruth | null): void;
  /** Counting has stopped, or another shop is counted. */
  clear(): void;
}

/** One signal write for each tally; every number on the screen is computed from it. */
export function createLiveStore(site: ReadonlySignal<Site | null>): { store: LiveStore; sink: LiveSink } {
  const today = signal<TodayFigures | null>(null);
  const truth = signal<DemoTruth | null>(null);
  const tallies = signal<ReadonlyMap<number, Tally>>(new Map());
  let waits: ReadonlyMap<number, RecentWaits> = new Map(); // by zone: one entry for each queue of the site
  const zonesNow = computed(() => zonesNowOf(site.value, tallies.value, (zone) => waits.get(zone) ?? []));

  const store: LiveStore = {
    today,
    tallies,
    truth,
    zonesNow,
    peopleOf: (camera) => tallies.value.get(camera)?.people ?? [],
  };
  const sink: LiveSink = {
    tally(tally) {
      waits = withWaits(waits, tally, site.value);
      if (!tally.ended) tallies.value = new Map(tallies.value).set(tally.camera, tally);
    },
    forget(camera) {
      if (!tallies.value.has(camera)) return;
      const rest = new Map(tallies.value);
      rest.delete(camera);
      tallies.value = rest;
    },
    today(figures) {
      today.value = figures;
    },
    truth(figures) {
      truth.value = figures;
    },
    clear() {
      waits = new Map();
      tallies.value = new Map();
      today.value = null;
      truth.value = null;
    },
  };
  return { store, sink };
}

/** Waits that have ended; whoever is staff did not wait. */
function withWaits(
  waits: ReadonlyMap<number, RecentWaits>,
  { camera, events }: Tally,
  site: Site | null,
): ReadonlyMap<number, RecentWaits> {
  const visits = events.filter((event) => event.kind === 'visit').filter(({ staff }) => !staff);
  const counted = site && countedCameras(site).find(({ id }) => id === camera);
  if (visits.length === 0 || !counted) return waits;
  const zones = zonesOf(counted);
  const changed = new Map(waits);
  for (const visit of visits) {
    const zone = zones[visit.zone];
    if (zone?.kind === 'queue') changed.set(zone.id, noteWait(changed.get(zone.id) ?? [], visit));
  }
  return changed;
}

function zonesNowOf(
  site: Site | null,
  tallies: ReadonlyMap<number, Tally>,
  waitsOf: (zone: number) => RecentWaits,
): readonly ZoneNow[] {
  const zones = (site ? countedCameras(site) : []).flatMap((camera) =>
    zonesOf(camera).map((zone, index) => ({
      camera,
      zone,
      people: tallies.get(camera.id)?.zonesNow[index] ?? null,
      expectedWaitS: expectedWaitS(waitsOf(zone.id), tallies.get(camera.id)?.atMs ?? 0),
    })),
  );
  const shown = zones.filter(({ zone }) => zone.kind !== 'staff');
  return [...shown.filter(isQueue), ...shown.filter((zone) => !isQueue(zone))];
}

function isQueue({ zone }: ZoneNow): boolean {
  return zone.kind === 'queue';
}
