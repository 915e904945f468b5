import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { PeriodChecks } from '../contracts/accuracy.ts';
import type {
  ArchiveApi,
  DayTransactions,
  ExportProfile,
  FlowFigures,
  IntervalFigures,
} from '../contracts/archive.ts';
import type { ClockPort, PlatformPort } from '../contracts/ports.ts';
import { NO_CHECKS } from '../core/accuracy-check/period-checks.ts';
import { sumFigures } from '../core/measures/sum-figures.ts';
import type { Problem, Result } from '../core/result.ts';
import type { Site } from '../core/site/site.ts';
import { createStoreCalendar, type Interval, type StoreCalendar } from '../core/time/store-calendar.ts';
import type { Permit } from './access-store.ts';
import type { LiveStore } from './live-store.ts';
import { monthOf, periodOf, weekOf, type Period } from './compare-periods.ts';
import { settleCall } from './settle-call.ts';

/** Figures of the days shown: by slot, or by day where there are more of them, and as a whole. */
export type DayFigures =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'ready';
      readonly slots: readonly IntervalFigures[];
      readonly total: IntervalFigures | null;
      /** Of more than one day, without areas and queues; else empty. */
      readonly hours: readonly IntervalFigures[];
      readonly days: readonly IntervalFigures[];
      /** 動線 over all of them. */
      readonly flows: readonly FlowFigures[];
      /** 取引件数 of the days, as far as they were typed. */
      readonly typed: readonly DayTransactions[];
      /** What the checks about that day say of its figures. */
      readonly checks: PeriodChecks;
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type SlotMinutes = 15 | 60;

/** What a week is shown by. */
export type WeekBy = 'day' | 'hour';

/** How much is looked at: the day, the week or the month that holds it, or a range that was chosen. */
export type HistorySpan = 'day' | 'week' | 'month' | 'range';

export interface ExportRequest {
  /** First and last day, as instants within them. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly profile: ExportProfile;
  readonly recipient: string;
  readonly purpose: string;
}

/** Looking back at one business day of the store, or at several. */
export interface HistoryStore {
  readonly site: ReadonlySignal<Site>;
  readonly calendar: ReadonlySignal<StoreCalendar>;
  readonly span: ReadonlySignal<HistorySpan>;
  /** The days shown. */
  readonly period: ReadonlySignal<Period>;
  readonly day: ReadonlySignal<Interval>;
  /** The day has not ended. */
  readonly isToday: ReadonlySignal<boolean>;
  readonly minutes: ReadonlySignal<SlotMinutes>;
  readonly weekBy: ReadonlySignal<WeekBy>;
  readonly figures: ReadonlySignal<DayFigures>;
  /** Shows the business day that contains the instant; days to come are refused. */
  show(atMs: number): Promise<void>;
  /** Shows the business day of a local date, `2026-11-24`. Anything else is ignored. */
  showDate(date: string): Promise<void>;
  previous(): Promise<void>;
  next(): Promise<void>;
  today(): Promise<void>;
  setMinutes(minutes: SlotMinutes): Promise<void>;
  /** Both are read anyway. */
  setWeekBy(weekBy: WeekBy): void;
  /** A chosen range begins as the days that were shown. */
  setSpan(span: HistorySpan): Promise<void>;
  /** From one local date to another; what is no date is ignored. */
  setRange(from: string, to: string): Promise<void>;
  /** The clock of what is looked at. */
  nowMs(): number;
  refresh(): Promise<void>;
  /** The middle of the business day that begins on a local date; null where it is no date. */
  instantOf(date: string): number | null;
  /** Keeps what was typed for days, the start of each with its transactions (null: none), and reads anew. */
  saveTransactions(days: ReadonlyMap<number, number | null>): Promise<Result<null>>;
  exportCsv(request: ExportRequest): Promise<Result<{ readonly name: string }>>;
}

export interface HistoryPorts {
  readonly archive: Pick<
    ArchiveApi,
    'history' | 'flows' | 'transactions' | 'saveTransactions' | 'checksAbout' | 'exportCsv'
  >;
  readonly clock: ClockPort;
  readonly platform: PlatformPort;
  /** Asked before figures leave, and before what is typed is kept. */
  readonly permit: Permit;
}

/** What is looked at: the counted site gives the clock, the live store the demo's own time. */
export interface HistorySubject {
  readonly site: ReadonlySignal<Site>;
  readonly live: Pick<LiveStore, 'today'>;
}

const HALF_DAY_MS = 12 * 3_600_000;

/** History of the day, newest answer wins. */
export function createHistoryStore(ports: HistoryPorts, { site, live }: HistorySubject): HistoryStore {
  const days = createShownDays(ports.clock, { site, live });
  const { calendar, nowMs, shownAtMs, day, span, period, instantOf } = days;
  const [minutes, weekBy] = [signal<SlotMinutes>(60), signal<WeekBy>('day')];
  const figures = signal<DayFigures>({ kind: 'loading' });
  let asked = 0;

  async function refresh(): Promise<void> {
    const turn = ++asked;
    const answer = await readDays(ports.archive, period.value, {
      minutes: minutes.value,
      isOneDay: span.value === 'day',
    });
    if (turn === asked) figures.value = answer;
  }

  function show(atMs: number | null): Promise<void> {
    shownAtMs.value = atMs === null || atMs >= calendar.value.dayAt(nowMs()).fromMs ? null : atMs;
    return readAnew();
  }

  /** The figures of the choice before must not stand under the new one. */
  async function readAnew(): Promise<void> {
    figures.value = { kind: 'loading' };
    await refresh();
  }

  return {
    site,
    calendar,
    span,
    period,
    nowMs,
    setSpan(next) {
      days.chooseSpan(next);
      return readAnew();
    },
    async setRange(from, to) {
      if (days.chooseRange(instantOf(from), instantOf(to))) await readAnew();
    },
    day,
    isToday: computed(() => shownAtMs.value === null),
    minutes,
    weekBy,
    setWeekBy: (next) => void (weekBy.value = next),
    figures,
    refresh,
    show,
    async showDate(date) {
      const atMs = instantOf(date);
      if (atMs !== null) await show(atMs);
    },
    previous: () => show(period.value.fromMs - HALF_DAY_MS),
    next: () => show(period.value.toMs + HALF_DAY_MS),
    today: () => show(null),
    setMinutes(next) {
      minutes.value = next;
      return readAnew();
    },
    instantOf,
    saveTransactions: (typed) => saveTyped(ports, typed, figures.peek()).finally(refresh),
    exportCsv: (request) => writeFile(ports, request, { calendar: calendar.value, minutes: minutes.value }),
  };
}

/** Staff may type what is not there yet; what was typed before is the manager's to change. Ends with the first refusal. */
async function saveTyped(
  { archive, permit }: Pick<HistoryPorts, 'archive' | 'permit'>,
  typed: Parameters<HistoryStore['saveTransactions']>[0],
  shown: DayFigures,
): Promise<Result<null>> {
  const kept = shown.kind === 'ready' ? shown.typed.map(({ fromMs }) => fromMs) : [...typed.keys()];
  const permitted = await permit(kept.some((fromMs) => typed.has(fromMs)) ? 'change' : 'recount');
  if (!permitted.ok) return permitted;
  for (const [fromMs, transactions] of typed) {
    const saved = await settleCall(archive.saveTransactions(fromMs, transactions), 'archive-worker-failed');
    if (!saved.ok) return saved;
  }
  return { ok: true, value: null };
}

/** Which days are shown, by what was chosen. */
function createShownDays(clock: ClockPort, { site, live }: HistorySubject) {
  const calendar = computed(() => createStoreCalendar(site.value.store));
  const nowMs = (): number => live.today.value?.nowMs ?? clock.nowMs();
  const shownAtMs = signal<number | null>(null);
  const day = computed(() => calendar.value.dayAt(shownAtMs.value ?? nowMs()));
  const span = signal<HistorySpan>('day');
  const chosen = signal<Period | null>(null);
  const period = computed(() =>
    periodFor(span.value, calendar.value, { day: day.value, chosen: chosen.value }),
  );
  return {
    calendar,
    nowMs,
    shownAtMs,
    day,
    span,
    period,
    instantOf: (date: string): number | null =>
      middleOfDate(date, calendar.value, site.value.store.dayStartsAtMinute),
    chooseSpan(next: HistorySpan): void {
      if (next === 'range') chosen.value = period.value;
      span.value = next;
    },
    /** False where one of them is no instant. */
    chooseRange(fromMs: number | null, toMs: number | null): boolean {
      if (fromMs === null || toMs === null) return false;
      const days = calendar.value;
      chosen.value = periodOf(days, days.dayAt(fromMs), days.dayAt(toMs));
      return true;
    },
  };
}

async function writeFile(
  ports: HistoryPorts,
  { fromMs, toMs, ...request }: ExportRequest,
  { calendar, minutes }: { readonly calendar: StoreCalendar; readonly minutes: SlotMinutes },
): Promise<Result<{ readonly name: string }>> {
  const permitted = await ports.permit('export');
  if (!permitted.ok) return permitted;
  const range = { fromMs: calendar.dayAt(fromMs).fromMs, toMs: calendar.dayAt(toMs).toMs };
  const intervalMinutes = request.profile === 'third-party' ? 60 : minutes;
  const query = { ...range, ...request, intervalMinutes };
  const written = await settleCall(ports.archive.exportCsv(query), 'archive-worker-failed');
  if (written.ok) ports.platform.download(written.value);
  return written;
}

/** The middle of the business day that begins on a local date; null where it is no date. */
function middleOfDate(date: string, calendar: StoreCalendar, dayStartsAtMinute: number): number | null {
  const midnightMs = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnightMs)) return null;
  const middleMs = midnightMs + dayStartsAtMinute * 60_000 + HALF_DAY_MS;
  return middleMs - calendar.offsetMsAt(middleMs);
}

function periodFor(
  span: HistorySpan,
  calendar: StoreCalendar,
  { day, chosen }: { readonly day: Interval; readonly chosen: Period | null },
): Period {
  if (span === 'range' && chosen) return chosen;
  if (span === 'week') return weekOf(calendar, day);
  return span === 'month' ? monthOf(calendar, day) : periodOf(calendar, day, day);
}

async function readDays(
  archive: HistoryPorts['archive'],
  { fromMs, toMs }: Period,
  { minutes, isOneDay }: { readonly minutes: SlotMinutes; readonly isOneDay: boolean },
): Promise<DayFigures> {
  const span = { fromMs, toMs };
  const [parts, days, flows, checks, typed] = await Promise.all([
    settleCall(
      archive.history(
        isOneDay
          ? { ...span, intervalMinutes: minutes }
          : { ...span, intervalMinutes: 60, withoutDetail: true },
      ),
      'archive-worker-failed',
    ),
    settleCall(archive.history({ ...span, intervalMinutes: 1440 }), 'archive-worker-failed'),
    settleCall(archive.flows(span), 'archive-worker-failed'),
    settleCall(archive.checksAbout(span), 'archive-worker-failed'),
    settleCall(archive.transactions(span), 'archive-worker-failed'),
  ]);
  if (!parts.ok) return { kind: 'failed', problem: parts.problem };
  if (!days.ok) return { kind: 'failed', problem: days.problem };
  if (!flows.ok) return { kind: 'failed', problem: flows.problem };
  if (!typed.ok) return { kind: 'failed', problem: typed.problem };
  return {
    kind: 'ready',
    slots: isOneDay ? parts.value : days.value,
    hours: isOneDay ? [] : parts.value,
    days: days.value,
    flows: flows.value,
    typed: typed.value,
    total: isOneDay ? (days.value[0] ?? null) : sumFigures(days.value),
    checks: checks.ok ? checks.value : NO_CHECKS, // figures whose error is not known are worth showing
  };
}
