import type {
  CoverageFigures,
  GapCause,
  IntervalFigures,
  QueueFigures,
  ZoneFigures,
} from '../contracts/archive.ts';
import { countedTime, isMeasured } from '../core/measures/open-coverage.ts';
import { captureRate } from '../core/measures/ratios.ts';
import { countedCameras, zonesOf } from '../core/site/counted-camera.ts';
import type { LineKind, Site, ZoneRule } from '../core/site/site.ts';
import type { StoreCalendar } from '../core/time/store-calendar.ts';

/** An interval as a row of the history: sums over the lines of each kind. */
export interface SlotRow {
  readonly fromMs: number;
  readonly toMs: number;
  readonly status: IntervalFigures['status'];
  /** It has begun and not ended. */
  readonly present: boolean;
  /** Null where nothing was measured: a gap is not zero. */
  readonly in: number | null;
  readonly out: number | null;
  readonly passersby: number | null;
  readonly occupancyEnd: number | null;
  readonly coverage: number | null;
}

/** Rows in the order of the intervals; `nowMs` tells which of them is under way. */
export function slotRows(
  intervals: readonly IntervalFigures[],
  site: Site,
  nowMs: number,
): readonly SlotRow[] {
  const kinds = new Map(
    site.cameras.flatMap(({ lines }) => lines.map(({ id, kind }) => [id, kind] as const)),
  );
  return intervals.map((interval) => slotRow(interval, kinds, nowMs));
}

/** The same for one interval, such as the whole day. */
export function slotRow(
  interval: IntervalFigures,
  kinds: ReadonlyMap<number, LineKind>,
  nowMs: number,
): SlotRow {
  const measured = isMeasured(interval);
  const sum = (kind: LineKind, direction: 'in' | 'out'): number =>
    interval.lines.reduce((total, line) => total + (kinds.get(line.line) === kind ? line[direction] : 0), 0);
  return {
    fromMs: interval.fromMs,
    toMs: interval.toMs,
    status: interval.status,
    present: interval.fromMs <= nowMs && nowMs < interval.toMs,
    in: measured ? sum('entrance', 'in') : null,
    out: measured ? sum('entrance', 'out') : null,
    passersby: measured ? sum('outside', 'in') + sum('outside', 'out') : null,
    occupancyEnd: measured ? (interval.occupancy?.end ?? null) : null,
    coverage: interval.coverage,
  };
}

/** The rows between the first and the last that was measured or is under way, with one row on each side. */
export function trimRows(rows: readonly SlotRow[]): readonly SlotRow[] {
  const counts = ({ in: entered, present }: SlotRow): boolean => entered !== null || present;
  const first = rows.findIndex(counts);
  if (first < 0) return [];
  const last = rows.findLastIndex(counts);
  return rows.slice(Math.max(0, first - 1), last + 2);
}

/** 入店率 of a row; null where nobody passed by, or nobody is counted who does. */
export function rowCaptureRate({ in: entered, passersby }: SlotRow): number | null {
  return passersby ? captureRate(entered ?? 0, passersby) : null;
}

/**
 * Rows of the hours of several days, of those hours of the clock alone that lie between the first and the last in which
 * anybody went in or out on any of the days, or (`hasHours`: the store has opening hours) the store was open.
 */
export function busyHours(
  rows: readonly SlotRow[],
  { calendar, hasHours }: { readonly calendar: StoreCalendar; readonly hasHours: boolean },
): readonly SlotRow[] {
  const hourOf = ({ fromMs }: SlotRow): number => hourOfDay(fromMs, calendar);
  const busy = rows
    .filter((row) => (row.in ?? 0) + (row.out ?? 0) > 0 || (hasHours && row.status !== 'closed'))
    .map(hourOf);
  const [first, last] = [Math.min(...busy), Math.max(...busy)];
  return rows.filter((row) => hourOf(row) >= first && hourOf(row) <= last);
}

/** By row when its business day began, for the first row of each; null for the others. */
export function daysBegun(rows: readonly SlotRow[], calendar: StoreCalendar): readonly (number | null)[] {
  const days = rows.map(({ fromMs }) => calendar.dayAt(fromMs).fromMs);
  return days.map((dayMs, index) => (dayMs === days[index - 1] ? null : dayMs));
}

/** Hours since the business day began by the clock, 0–23: the hour after midnight may be its last. */
function hourOfDay(atMs: number, calendar: StoreCalendar): number {
  const dayMs = calendar.dayAt(atMs).fromMs;
  const clockMs = atMs + calendar.offsetMsAt(atMs) - (dayMs + calendar.offsetMsAt(dayMs));
  return Math.floor(clockMs / 3_600_000);
}

/** A zone's day: its figures, or none where the zone was not counted that day. */
export interface ZoneDay {
  readonly zone: ZoneRule;
  readonly figures: ZoneFigures | null;
  /** Its length, where it is a queue. */
  readonly queue: QueueFigures | null;
}

/** Zones of the site in their order, queues first; staff zones are left out. */
export function zoneDays(total: IntervalFigures, site: Site): readonly ZoneDay[] {
  const zones = countedCameras(site)
    .flatMap(zonesOf)
    .filter(({ kind }) => kind !== 'staff');
  const ordered = [
    ...zones.filter(({ kind }) => kind === 'queue'),
    ...zones.filter(({ kind }) => kind === 'area'),
  ];
  return ordered.map((zone) => ({
    zone,
    figures: total.zones.find((figures) => figures.zone === zone.id) ?? null,
    queue: total.queues.find((queue) => queue.zone === zone.id) ?? null,
  }));
}

/** Seconds that were not measured, and why. */
export interface Gap {
  readonly cause: GapCause;
  readonly seconds: number;
}

/** Gaps by cause over all cameras, longest first. */
export function gapsOf(total: IntervalFigures): readonly Gap[] {
  const sums = new Map<GapCause, number>();
  for (const { cause, seconds } of total.cameras.flatMap(gapsOfCamera)) {
    sums.set(cause, (sums.get(cause) ?? 0) + seconds);
  }
  return longestFirst(sums);
}

/** Gaps of one camera by cause, longest first; where the store has opening hours, those of the time it was open. */
export function gapsOfCamera(figures: CoverageFigures): readonly Gap[] {
  return longestFirst(Object.entries(countedTime(figures).gapS) as [GapCause, number][]);
}

function longestFirst(gaps: Iterable<readonly [GapCause, number]>): readonly Gap[] {
  return [...gaps]
    .map(([cause, seconds]) => ({ cause, seconds }))
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds);
}
