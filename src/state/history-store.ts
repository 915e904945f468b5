import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { PeriodChecks } from '../contracts/accuracy.ts';
import type { ArchiveApi, ExportProfile, IntervalFigures } from '../contracts/archive.ts';
import type { ClockPort, PlatformPort } from '../contracts/ports.ts';
import { NO_CHECKS } from '../core/accuracy-check/period-checks.ts';
import type { Problem, Result } from '../core/result.ts';
import type { Site } from '../core/site/site.ts';
import { createStoreCalendar, type Interval } from '../core/time/store-calendar.ts';
import type { Permit } from './access-store.ts';
import type { LiveStore } from './live-store.ts';
import { settleCall } from './settle-call.ts';

/** Figures of one business day: by slot, and as a whole. */
export type DayFigures =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'ready';
      readonly slots: readonly IntervalFigures[];
      readonly total: IntervalFigures | null;
      /** What the checks about that day say of its figures. */
      readonly checks: PeriodChecks;
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type SlotMinutes = 15 | 60;

export interface ExportRequest {
  /** First and last day, as instants within them. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly profile: ExportProfile;
  readonly recipient: string;
  readonly purpose: string;
}

/** Looking back at one business day of the store. */
export interface HistoryStore {
  readonly day: ReadonlySignal<Interval>;
  /** The day shown has not ended. */
  readonly isToday: ReadonlySignal<boolean>;
  readonly minutes: ReadonlySignal<SlotMinutes>;
  readonly figures: ReadonlySignal<DayFigures>;
  /** Shows the business day that contains the instant; days to come are refused. */
  show(atMs: number): Promise<void>;
  /** Shows the business day of a local date, `2026-11-24`. Anything else is ignored. */
  showDate(date: string): Promise<void>;
  previous(): Promise<void>;
  next(): Promise<void>;
  today(): Promise<void>;
  setMinutes(minutes: SlotMinutes): Promise<void>;
  refresh(): Promise<void>;
  /** The middle of the business day that begins on a local date; null where it is no date. */
  instantOf(date: string): number | null;
  exportCsv(request: ExportRequest): Promise<Result<{ readonly name: string }>>;
}

export interface HistoryPorts {
  readonly archive: ArchiveApi;
  readonly clock: ClockPort;
  readonly platform: PlatformPort;
  /** Asked before figures leave. */
  readonly permit: Permit;
}

/** What is looked at: the counted site gives the clock, the live store the demo's own time. */
export interface HistorySubject {
  readonly site: ReadonlySignal<Site>;
  readonly live: LiveStore;
}

const HALF_DAY_MS = 12 * 3_600_000;

/** History of the day, newest answer wins. */
export function createHistoryStore(ports: HistoryPorts, { site, live }: HistorySubject): HistoryStore {
  const calendar = computed(() => createStoreCalendar(site.value.store));
  const nowMs = (): number => live.today.value?.nowMs ?? ports.clock.nowMs();
  const shownAtMs = signal<number | null>(null);
  const minutes = signal<SlotMinutes>(60);
  const figures = signal<DayFigures>({ kind: 'loading' });
  const day = computed(() => calendar.value.dayAt(shownAtMs.value ?? nowMs()));
  let asked = 0;

  async function refresh(): Promise<void> {
    const turn = ++asked;
    const answer = await readDay(ports.archive, day.value, minutes.value);
    if (turn === asked) figures.value = answer;
  }

  async function show(atMs: number | null): Promise<void> {
    shownAtMs.value = atMs === null || atMs >= calendar.value.dayAt(nowMs()).fromMs ? null : atMs;
    figures.value = { kind: 'loading' };
    await refresh();
  }

  function instantOf(date: string): number | null {
    const midnightMs = Date.parse(`${date}T00:00:00Z`);
    if (Number.isNaN(midnightMs)) return null;
    const middleMs = midnightMs + site.value.store.dayStartsAtMinute * 60_000 + HALF_DAY_MS;
    return middleMs - calendar.value.offsetMsAt(middleMs);
  }

  return {
    day,
    isToday: computed(() => shownAtMs.value === null),
    minutes,
    figures,
    refresh,
    show,
    async showDate(date) {
      const atMs = instantOf(date);
      if (atMs !== null) await show(atMs);
    },
    previous: () => show(day.value.fromMs - HALF_DAY_MS),
    next: () => show(day.value.toMs + HALF_DAY_MS),
    today: () => show(null),
    async setMinutes(chosen) {
      minutes.value = chosen;
      figures.value = { kind: 'loading' };
      await refresh();
    },
    instantOf,
    async exportCsv({ fromMs, toMs, ...request }) {
      const permitted = await ports.permit('export');
      if (!permitted.ok) return permitted;
      const range = { fromMs: calendar.value.dayAt(fromMs).fromMs, toMs: calendar.value.dayAt(toMs).toMs };
      const intervalMinutes = request.profile === 'third-party' ? 60 : minutes.value;
      const query = { ...range, ...request, intervalMinutes };
      const written = await settleCall(ports.archive.exportCsv(query), 'archive-worker-failed');
      if (written.ok) ports.platform.download(written.value);
      return written;
    },
  };
}

async function readDay(archive: ArchiveApi, day: Interval, minutes: SlotMinutes): Promise<DayFigures> {
  const [slots, total, checks] = await Promise.all([
    settleCall(archive.history({ ...day, intervalMinutes: minutes }), 'archive-worker-failed'),
    settleCall(archive.history({ ...day, intervalMinutes: 1440 }), 'archive-worker-failed'),
    settleCall(archive.checksAbout(day), 'archive-worker-failed'),
  ]);
  if (!slots.ok) return { kind: 'failed', problem: slots.problem };
  if (!total.ok) return { kind: 'failed', problem: total.problem };
  return {
    kind: 'ready',
    slots: slots.value,
    total: total.value[0] ?? null,
    checks: checks.ok ? checks.value : NO_CHECKS, // figures whose error is not known are worth showing
  };
}
