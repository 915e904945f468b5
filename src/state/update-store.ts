import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, BuildUpdate } from '../contracts/archive.ts';
import type { ClockPort, PlatformPort } from '../contracts/ports.ts';
import type { UpdatePort } from '../contracts/update.ts';
import type { Site } from '../core/site/site.ts';
import { createLocalClock } from '../core/time/local-clock.ts';
import { isTimeToUpdate, updateWindow, type UpdateWindow } from '../core/update/update-time.ts';
import type { AccuracyStore } from './accuracy-store.ts';
import type { CountingStore } from './counting-store.ts';
import type { ProblemList } from './problem-list.ts';
import { settleCall } from './settle-call.ts';

/** 更新: a newer build of the app, which takes over while the store is closed. */
export interface UpdateStore {
  /** When the build that waits will take over; null: none waits. */
  readonly planned: ReadonlySignal<UpdateWindow | null>;
  readonly isApplying: ReadonlySignal<boolean>;
  /** The tab that counts does it; another one is loaded anew with it. */
  readonly isOther: ReadonlySignal<boolean>;
  /** Somebody uses the page: it is not loaded anew under their hands. */
  touch(): void;
  /** Stops counting, lets the other build take over and loads the page anew, which counts again by itself. */
  apply(by?: BuildUpdate['by']): Promise<void>;
}

export interface UpdatePorts {
  readonly update: UpdatePort;
  readonly archive: Pick<ArchiveApi, 'noteUpdate'>;
  readonly clock: ClockPort;
  readonly platform: Pick<PlatformPort, 'reload'>;
  readonly problems: ProblemList;
  /** A check that runs, or could not be kept yet, would be lost: nothing takes over by itself over it. */
  readonly accuracy: Pick<AccuracyStore, 'running' | 'isUnsaved'>;
}

/** How often the server is asked, beside what the browser asks at each load. */
const CHECK_MS = 3_600_000;
const LOOK_MS = 5000;

/** Looks for newer builds from now on. */
export function createUpdateStore(
  { update, archive, clock, platform, problems, accuracy }: UpdatePorts,
  counting: Pick<CountingStore, 'state' | 'mode' | 'site' | 'watch' | 'start' | 'stop'>,
): UpdateStore {
  const waiting = signal<string | null>(null);
  const nowMs = signal(clock.nowMs());
  const isApplying = signal(false);
  const isOther = computed(() => counting.state.value.kind === 'elsewhere');
  const planned = planOf(counting.site, { waiting, nowMs });
  /** Opening the page is using it. */
  const last = { usedAtMs: clock.nowMs(), seenAtMs: -Infinity };
  let hasFailed = false;

  async function apply(by: BuildUpdate['by'] = 'operator'): Promise<void> {
    const to = waiting.peek();
    if (to === null || isApplying.peek() || isOther.peek()) return;
    isApplying.value = true;
    const from = (await update.current()) ?? '';
    await settleCall(archive.noteUpdate({ from, to, by }), 'archive-worker-failed');
    const wasCounting = await counting.stop();
    if (await update.takeOver()) {
      platform.reload();
      return;
    }
    hasFailed = true; // not again by itself before the page is opened anew
    problems.report('update', { code: 'update-failed' });
    if (wasCounting) await counting.start();
    isApplying.value = false;
  }

  function look(): void {
    nowMs.value = clock.nowMs();
    const window = planned.peek();
    if (!window || hasFailed || accuracy.running.peek() !== null || accuracy.isUnsaved.peek()) return;
    if (isTimeToUpdate(window, { ...last, nowMs: nowMs.peek() })) void apply('timetable');
  }

  counting.watch(({ people }) => {
    // The demo store is about nobody.
    if (people.length > 0 && counting.mode.peek() === 'store') last.seenAtMs = clock.nowMs();
  });
  update.watch({
    waits: (build) => {
      waiting.value = build;
      look();
    },
    replaced: () => {
      if (isOther.peek()) platform.reload();
    },
  });
  clock.every(CHECK_MS, () => void update.check());
  effect(() => (waiting.value === null ? undefined : clock.every(LOOK_MS, look)));
  return {
    planned,
    isApplying,
    isOther,
    touch() {
      last.usedAtMs = clock.nowMs();
    },
    apply,
  };
}

/** The site's clock is made anew with its time zone alone. */
function planOf(
  site: ReadonlySignal<Site>,
  {
    waiting,
    nowMs,
  }: { readonly waiting: ReadonlySignal<string | null>; readonly nowMs: ReadonlySignal<number> },
): UpdateStore['planned'] {
  const timeZone = computed(() => site.value.store.timeZone);
  const clock = computed(() => createLocalClock(timeZone.value));
  return computed(() =>
    waiting.value === null ? null : updateWindow(site.value.calendar, clock.value, nowMs.value),
  );
}
