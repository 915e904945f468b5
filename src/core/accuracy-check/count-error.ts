import type { Direction } from '../counting/counting-event.ts';
import { estimateRatio, ratioInterval, type CountPair, type RatioEstimate } from './ratio-estimate.ts';
import type { TallyInterval } from './tally-session.ts';

/** Crossings that the person must have counted in a direction before anything is judged. */
export const LEAST_CROSSINGS = 200;
/** A pass means that the error lies within ± this. */
export const EQUIVALENCE_MARGIN = 0.05;

/**
 * `passed`: the whole 95 % interval lies inside the margin. `failed`: it lies outside on one side. `undecided`: it
 * reaches over the margin, and more counting may decide. `too-few`: under 200 crossings or two intervals.
 */
export type Verdict = 'passed' | 'failed' | 'undecided' | 'too-few';

/** How well one direction was counted. Errors are shares of the manual count: −0.02 is two of a hundred missed. */
export interface CountError {
  readonly manual: number;
  readonly system: number;
  /** Intervals with people. */
  readonly intervals: number;
  /** (system − manual) ÷ manual: the bias; misses and false counts cancel in it. Null without a manual count. */
  readonly error: number | null;
  /** 95 % interval of the error; null while it cannot be told. */
  readonly from: number | null;
  readonly to: number | null;
  /** Σ |system − manual| ÷ Σ manual by interval: what cancels in the bias stands here. Null as `error`. */
  readonly absoluteError: number | null;
  readonly verdict: Verdict;
  /** For the ± of figures (`core/measures/uncertainty.ts`); null while too few were counted. */
  readonly estimate: RatioEstimate | null;
}

/**
 * The error of one direction over all intervals of all sessions, and the verdict of an equivalence test: a 95 %
 * interval inside the margin is two one-sided tests at 2.5 % each (Schuirmann 1987; for passenger counts Siebert &
 * Ellenberger 2020). That no difference was found is never a pass. The t interval is a little too sure where errors are
 * few and all of one kind: a system that misses exactly one of twenty passes 6 % of checks of 450 crossings, not 2.5 %.
 */
export function errorOf(intervals: readonly TallyInterval[], direction: Direction): CountError {
  const pairs = intervals.map((interval): CountPair => pairOf(interval, direction));
  const manual = pairs.reduce((sum, pair) => sum + pair.manual, 0);
  const system = pairs.reduce((sum, pair) => sum + pair.system, 0);
  const absolute = pairs.reduce((sum, pair) => sum + Math.abs(pair.system - pair.manual), 0);
  const ratio = estimateRatio(pairs);
  const interval = ratio && ratioInterval(ratio);
  const estimate = manual >= LEAST_CROSSINGS ? ratio : null;
  return {
    manual,
    system,
    intervals: pairs.filter((pair) => pair.manual + pair.system > 0).length,
    error: manual === 0 ? null : system / manual - 1,
    from: interval && interval.from - 1,
    to: interval && interval.to - 1,
    absoluteError: manual === 0 ? null : absolute / manual,
    verdict: estimate ? judge(estimate) : 'too-few',
    estimate,
  };
}

function judge(estimate: RatioEstimate): Verdict {
  const { from, to } = ratioInterval(estimate);
  const least = 1 - EQUIVALENCE_MARGIN;
  const most = 1 + EQUIVALENCE_MARGIN;
  if (from >= least && to <= most) return 'passed';
  return to < least || from > most ? 'failed' : 'undecided';
}

function pairOf(interval: TallyInterval, direction: Direction): CountPair {
  return direction === 'in'
    ? { manual: interval.manualIn, system: interval.systemIn }
    : { manual: interval.manualOut, system: interval.systemOut };
}
