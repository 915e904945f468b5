import type { GapCause } from './gap-cause.ts';

/** `open`: the interval has not ended yet. */
export type IntervalStatus = 'measured' | 'partial' | 'gap' | 'closed' | 'open';

export interface LineFigures {
  readonly line: number;
  readonly in: number;
  readonly out: number;
  /** Before staff are taken out. */
  readonly inRaw: number;
  readonly outRaw: number;
  /** Parties among `in`. */
  readonly parties: number;
}

/** Detail obeys k: `suppressed` means "few people, not shown", and then every figure is null. */
export interface ZoneFigures {
  readonly zone: number;
  readonly suppressed: boolean;
  /** Measured seconds that the figures stand for: less than the camera's where the rest is not shown or was lost. */
  readonly measuredS: number;
  /** Measured seconds whose detail was lost in a reload; known for days that are over, else 0. */
  readonly lostS: number;
  readonly visits: number | null;
  /** Visits by dwell band; upper edges in `core/measures/dwell-bands.ts`. */
  readonly dwellBands: readonly number[] | null;
  readonly dwellMedianS: number | null;
  readonly dwellP90S: number | null;
  readonly personSeconds: number | null;
  readonly occupancyMax: number | null;
}

/** A queue zone's own figures; it is also among the zones. */
export interface QueueFigures {
  readonly zone: number;
  readonly suppressed: boolean;
  readonly measuredS: number;
  readonly lengthPersonSeconds: number | null;
  readonly lengthMax: number | null;
  readonly waitBands: readonly number[] | null;
  readonly waitMedianS: number | null;
  readonly waitP90S: number | null;
}

/** 店内人数: never below 0; `drift` is how far the unclamped sum fell below it. */
export interface OccupancyFigures {
  readonly personSeconds: number;
  readonly max: number;
  readonly end: number;
  readonly drift: number;
  /** People that recounts by hand put in or took out (−) that day up to the interval's end; absent: none. */
  readonly recount?: number;
  /** Seconds that `personSeconds` was added up over: the divisor of the average. */
  readonly measuredS: number;
}

export interface CoverageFigures {
  readonly camera: number;
  readonly measuredS: number;
  readonly gapS: Readonly<Partial<Record<GapCause, number>>>;
  readonly framesAnalysed: number;
  /** The same of the opening hours alone; absent: the store has none, and all time counts as open. */
  readonly open?: MeasuredTime;
}

/** Seconds that were measured, and by cause those that were not. */
export interface MeasuredTime {
  readonly measuredS: number;
  readonly gapS: Readonly<Partial<Record<GapCause, number>>>;
}

/** Every figure of one interval [fromMs, toMs). Entities are named by their ids in the site. */
export interface IntervalFigures {
  readonly fromMs: number;
  readonly toMs: number;
  readonly status: IntervalStatus;
  /** Measured seconds ÷ open seconds so far, 0–1; null where there is none to divide by. */
  readonly coverage: number | null;
  readonly lines: readonly LineFigures[];
  readonly zones: readonly ZoneFigures[];
  readonly queues: readonly QueueFigures[];
  readonly occupancy: OccupancyFigures | null;
  readonly cameras: readonly CoverageFigures[];
  /** What `coverage` is made of where the store has opening hours; absent: all time counts as open. */
  readonly openTime?: { readonly measuredS: number; readonly openS: number };
  /** More than one: a line, zone, rule or model changed inside the interval. */
  readonly configIds: readonly number[];
}
