import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, HeatMap } from '../contracts/archive.ts';
import type { Problem } from '../core/result.ts';
import type { FloorPlan, Site } from '../core/site/site.ts';
import { countedCameras, type CountedCamera } from '../core/site/counted-camera.ts';
import type { Interval } from '../core/time/store-calendar.ts';
import { settleCall } from './settle-call.ts';

export type HeatState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly map: HeatMap }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** 滞在ヒートマップ of one camera over the days that are looked at. */
export interface HeatStore {
  readonly cameras: ReadonlySignal<readonly CountedCamera[]>;
  /** The chosen one, or the first; null: the site has none. */
  readonly camera: ReadonlySignal<CountedCamera | null>;
  /** What the floor looks like; null: nobody has drawn it. */
  readonly plan: ReadonlySignal<FloorPlan | null>;
  readonly state: ReadonlySignal<HeatState>;
  choose(camera: number): Promise<void>;
  /** Reads the days looked at; what is shown of the same days stays until the answer comes. */
  refresh(): Promise<void>;
}

/** The site that is counted and the days that are looked at. */
export interface HeatSubject {
  readonly site: ReadonlySignal<Site>;
  readonly shown: ReadonlySignal<Interval>;
}

/** Newest answer wins. */
export function createHeatStore(archive: Pick<ArchiveApi, 'heat'>, { site, shown }: HeatSubject): HeatStore {
  const chosen = signal<number | null>(null);
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
    const { fromMs, toMs } = shown.value;
    const query = { camera: camera.value.id, fromMs, toMs };
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
    state,
    refresh,
    choose(id) {
      chosen.value = id;
      return refresh();
    },
  };
}
