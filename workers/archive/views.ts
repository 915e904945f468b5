import type { DatabaseName, FiguresQuery, HistoryQuery, TodayFigures } from '../../src/contracts/archive.ts';
import { countedSite, countedZones, type CountedSite } from '../../src/core/measures/counted-site.ts';
import type { IntervalFigures } from '../../src/core/measures/figures.ts';
import { rollUp, type RollUp } from '../../src/core/measures/roll-up.ts';
import type { SlotRecords } from '../../src/core/measures/slot-record.ts';
import { failed, ok, type Result } from '../../src/core/result.ts';
import type { Site } from '../../src/core/site/site.ts';
import { openTimes } from '../../src/core/time/opening-hours.ts';
import { slotStartMs } from '../../src/core/time/slot-key.ts';
import {
  intervalsBetween,
  SLOT_MS,
  type Interval,
  type StoreCalendar,
} from '../../src/core/time/store-calendar.ts';
import { LATE_MS } from './slot-book.ts';

/** What a view is made of. */
export interface ViewSource {
  readonly site: Site;
  readonly calendar: StoreCalendar;
  readonly nowMs: number;
  /** Start of the first slot ever stored; null: none yet. */
  readonly firstMs: number | null;
}

/** Two years of slots: more than a view or a file can hold. */
const MAX_INTERVALS = 70_080;

/** The demo store has a clock of its own, which only its records tell; the sample's time ended with its last slot. */
export function clockOf(
  database: DatabaseName,
  { lastMs }: { readonly lastMs: number },
  wallMs: number,
): number {
  if (database === 'store') return wallMs;
  return lastMs + SLOT_MS + (database === 'sample' ? LATE_MS : -1);
}

/** The business day so far. */
export function todayFigures(source: ViewSource, records: SlotRecords): TodayFigures {
  const day = source.calendar.dayAt(source.nowMs);
  const counted = countedSite(source.site);
  const [figures] = figuresOf({ ...source, counted, records }, { intervals: [day], intervalMinutes: 1440 });
  const total = figures ?? nothingYet(day);
  const sum = (kind: string, of: (line: IntervalFigures['lines'][number]) => number): number =>
    total.lines
      .filter(({ line }) => counted.lines.get(line)?.line.kind === kind)
      .reduce((all, line) => all + of(line), 0);
  return {
    dayFromMs: day.fromMs,
    nowMs: source.nowMs,
    total,
    in: sum('entrance', (line) => line.in),
    out: sum('entrance', (line) => line.out),
    occupancy: total.occupancy?.end ?? 0,
    drift: total.occupancy?.drift ?? 0,
    passersby: sum('outside', (line) => line.in + line.out),
  };
}

/** Whole intervals that a query touches. `settings-invalid` for a span that is no span, or too long. */
export function intervalsOf(calendar: StoreCalendar, query: HistoryQuery): Result<readonly Interval[]> {
  if (!Number.isSafeInteger(query.fromMs) || !Number.isSafeInteger(query.toMs)) return invalidSpan();
  if (![15, 60, 1440].includes(query.intervalMinutes)) return invalidSpan();
  const about = (query.toMs - query.fromMs) / (query.intervalMinutes * 60_000);
  if (about < 0 || about > MAX_INTERVALS) return invalidSpan();
  return ok([...intervalsBetween(calendar, query, query.intervalMinutes)]);
}

/** From the first to the last; null without any. */
export function spanOf(intervals: readonly Interval[]): Interval | null {
  const [first] = intervals;
  const last = intervals.at(-1);
  return first && last ? { fromMs: first.fromMs, toMs: last.toMs } : null;
}

/** Whole intervals, all of the same length. */
interface IntervalsQuery extends Pick<FiguresQuery, 'intervalMinutes' | 'withoutDetail'> {
  readonly intervals: readonly Interval[];
}

/** Figures of intervals, from records that cover them. */
export function historyFigures(
  source: ViewSource & { readonly records: SlotRecords },
  query: IntervalsQuery,
): IntervalFigures[] {
  return figuresOf({ ...source, counted: countedSite(source.site) }, query);
}

function figuresOf(
  source: ViewSource & { readonly counted: CountedSite; readonly records: SlotRecords },
  query: IntervalsQuery,
): IntervalFigures[] {
  const slots = source.records.coverage.map((record) => record.slot);
  const seenMs = slots.length === 0 ? null : slotStartMs(slots.reduce((a, b) => Math.min(a, b)));
  return rollUp({
    intervals: query.intervals,
    minutes: query.intervalMinutes,
    records: query.withoutDetail ? { ...source.records, zones: [], queues: [] } : source.records,
    nowMs: source.nowMs,
    firstMs: source.firstMs ?? seenMs,
    cameras: [...source.counted.cameras.keys()],
    zones: query.withoutDetail ? [] : countedZones(source.counted),
    open: openOver(source, query.intervals),
  });
}

function openOver({ site, calendar }: ViewSource, intervals: readonly Interval[]): RollUp['open'] {
  const span = spanOf(intervals);
  return span && openTimes(site.calendar, calendar, span);
}

function invalidSpan(): Result<never> {
  return failed('settings-invalid', { field: 'interval' });
}

function nothingYet(day: Interval): IntervalFigures {
  return {
    ...day,
    status: 'open',
    coverage: null,
    lines: [],
    zones: [],
    queues: [],
    occupancy: null,
    cameras: [],
    configIds: [],
  };
}
