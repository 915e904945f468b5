import { effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { ClockPort } from '../contracts/ports.ts';
import { seen, stepAlerts, type AlertBoard, type RaisedAlert } from '../core/alerts/alert-board.ts';
import { watchesOf, type AlertReadings } from '../core/alerts/alert-watch.ts';
import { isQuietAt } from '../core/alerts/quiet-hours.ts';
import { isMeasured } from '../core/measures/open-coverage.ts';
import { createLocalClock, type LocalClock } from '../core/time/local-clock.ts';
import { isOpenAt } from '../core/time/opening-hours.ts';
import type { CountingStore } from './counting-store.ts';

const STEP_MS = 1000;

/** What is over its limit in the shop now. Nothing of it is stored. */
export interface AlertStore {
  /** Shown, in the order of the settings. Empty where this tab does not count. */
  readonly raised: ReadonlySignal<readonly RaisedAlert[]>;
  /** Whether sounds and notifications are off for the time of day. */
  readonly isQuiet: ReadonlySignal<boolean>;
  /** Somebody has seen it: not told again until it is over. */
  dismiss(key: string): void;
  /** Looks once a second while the shop is counted, and hands over what is to be told; returns the way to stop. */
  watch(tell: (alerts: readonly RaisedAlert[]) => void): () => void;
}

/** Watches the limits of the site that is counted. */
export function createAlertStore(clock: ClockPort, counting: CountingStore): AlertStore {
  const raised = signal<readonly RaisedAlert[]>([]);
  const isQuiet = signal(false);
  let board: AlertBoard = new Map();

  function step(tell: (alerts: readonly RaisedAlert[]) => void): void {
    const site = counting.site.peek();
    const watches = watchesOf(site);
    if (watches.length === 0 && raised.peek().length === 0) return;
    const atMs = clock.nowMs();
    const local = localClock(site.store.timeZone);
    isQuiet.value = isQuietAt(site.alerts.quiet, minuteOfDay(local, atMs));
    const isOpen = isOpenAt(site.calendar, local, atMs);
    const stepped = stepAlerts(board, watches, {
      atMs,
      readings: readingsOf(counting, isOpen),
      isQuiet: isQuiet.peek(),
    });
    board = stepped.board;
    if (!isSame(raised.peek(), stepped.raised)) raised.value = stepped.raised;
    if (stepped.told.length > 0) tell(stepped.told);
  }

  function clear(): void {
    board = new Map();
    if (raised.peek().length > 0) raised.value = [];
  }

  return {
    raised,
    isQuiet,
    dismiss(key) {
      board = seen(board, key);
      raised.value = raised.value.map((alert) =>
        alert.watch.key === key ? { ...alert, isSeen: true } : alert,
      );
    },
    watch(tell) {
      const stop = clock.every(STEP_MS, () => {
        const { kind } = counting.state.peek();
        // While cameras are changed nothing is known: what is up stays.
        if (kind === 'running' || kind === 'failed') step(tell);
      });
      const stopClearing = effect(() => {
        const { kind } = counting.state.value;
        if (kind === 'stopped' || kind === 'elsewhere') clear();
      });
      return () => {
        stop();
        stopClearing();
      };
    },
  };
}

/** Outside of the opening hours nobody is told of a low coverage. */
function readingsOf({ live, cameras, state }: CountingStore, isOpen: boolean): AlertReadings {
  const today = live.today.peek();
  const isRunning = state.peek().kind === 'running';
  return {
    occupancy: today && isMeasured(today.total) ? today.occupancy : null,
    queues: new Map(
      live.zonesNow
        .peek()
        .filter(({ zone }) => zone.kind === 'queue')
        .map(({ zone, people, expectedWaitS }) => [zone.id, { people, waitS: expectedWaitS }]),
    ),
    cameras: new Map(
      cameras.peek().map(({ camera, phase }) => [camera.id, { isMeasured: isRunning && phase === 'live' }]),
    ),
    coverage: isOpen ? (today?.total.coverage ?? null) : null,
  };
}

const clocks = new Map<string, ReturnType<typeof createLocalClock>>();

function localClock(timeZone: string): LocalClock {
  let local = clocks.get(timeZone);
  if (!local) {
    clocks.clear(); // a shop has one time zone
    local = createLocalClock(timeZone);
    clocks.set(timeZone, local);
  }
  return local;
}

function minuteOfDay(local: LocalClock, atMs: number): number {
  return Math.floor((atMs + local.offsetMsAt(atMs)) / 60_000) % 1440;
}

function isSame(before: readonly RaisedAlert[], after: readonly RaisedAlert[]): boolean {
  return (
    before.length === after.length &&
    before.every((alert, index) => {
      const other = after[index];
      return (
        alert.watch.key === other?.watch.key &&
        alert.value === other.value &&
        alert.isSeen === other.isSeen &&
        alert.watch.limit === other.watch.limit
      );
    })
  );
}
