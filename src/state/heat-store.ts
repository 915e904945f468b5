import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, HeatMap } from '../contracts/archive.ts';
import type { Problem } from '../core/result.ts';
import type { FloorPlan, Site } from '../core/site/site.ts';
import { countedCameras, type CountedCamera } from '../core/site/counted-camera.ts';
import type { Interval } from '../core/time/store-calendar.ts';
import { settleCall } from './settle-call.ts';

/** How many business days, of which the last is the one looked at. */
export type HeatSpan = 1 | 7 | 28;

export type HeatState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly map: HeatMap }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** 滞在ヒートマップ of one camera over some days. */
export interface HeatStore {
  readonly cameras: ReadonlySignal<readonly CountedCamera[]>;
  /** The chosen one, or the first; null: the site has none. */
  readonly camera: ReadonlySignal<CountedCamera | null>;
  /** What the floor looks like; null: nobody has drawn it. */
  readonly plan: ReadonlySignal<FloorPlan | null>;
  readonly span: ReadonlySignal<HeatSpan>;
  readonly state: ReadonlySignal<HeatState>;
  choose(camera: number): Promise<void>;
  setSpan(span: HeatSpan): Promise<void>;
  /** Reads the days that end with the one looked at; what is shown of the same days stays until the answer comes. */
  refresh(): Promise<void>;
}

/** The site that is counted and the day that is looked at. */
export interface HeatSubject {
  readonly site: ReadonlySignal<Site>;
  readonly day: ReadonlySignal<Interval>;
}

const HALF_DAY_MS = 12 * 3_600_000;

/** Newest answer wins. */
export function createHeatStore(archive: Pick<ArchiveApi, 'heat'>, { site, day }: HeatSubject): HeatStore {
  const chosen = signal<number | null>(null);
  const span = signal<HeatSpan>(1);
  const state = signal<HeatState>({ kind: 'loading' });
  const cameras = computed(() => countedCameras(site.value));
  const camera = computed(
    () => cameras.value.find(({ id }) => id === chosen.value) ?? cameras.value[0] ?? null,
  );
  let asked = 0;
  let question = '';

  async function refresh(): Promise<void> {
    const turn = ++asked;
    if (!camera.value) return;
    // The middle of the first day, which may have 23 or 25 hours.
    const fromMs = day.value.toMs - span.value * 2 * HALF_DAY_MS + HALF_DAY_MS;
    const query = { camera: camera.value.id, fromMs, toMs: day.value.toMs };
    if (JSON.stringify(query) !== question) state.value = { kind: 'loading' };
    question = JSON.stringify(query);
    const answer = await settleCall(archive.heat(query), 'archive-worker-failed');
    if (turn !== asked) return;
    state.value = answer.ok
      ? { kind: 'ready', map: answer.value }
      : { kind: 'failed', problem: answer.problem };
  }

  return {
    cameras,
    camera,
    plan: computed(() => site.value.floor),
    span,
    state,
    refresh,
    choose(id) {
      chosen.value = id;
      return refresh();
    },
    setSpan(days) {
      span.value = days;
      return refresh();
    },
  };
}
