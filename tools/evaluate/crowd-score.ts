import { median } from '../../src/core/median.ts';
import type { DemoOutcome } from './browser/demo-protocol.ts';
import { aimed, told } from './table.ts';
import type { Row } from './table.ts';

/** A figure as it was counted, and as it was. */
export interface Pair {
  readonly counted: number;
  readonly exact: number;
}

/** What the crowded store is judged by. */
export interface CrowdFigures {
  readonly in: Pair;
  readonly out: Pair;
  readonly passersby: Pair;
  readonly visits: Pair;
  /** Time in the queue of everybody who has left it, seconds. */
  readonly waits: { readonly counted: readonly number[]; readonly exact: readonly number[] };
}

/** Shares by which a figure of an hour may be off. */
export const TARGETS = { crossings: 0.02, visits: 0.05, wait: 0.1 } as const;
const HOUR = 60;

/** By the indices of `demoCamera`'s lines and zones. */
const [ENTRANCE, STREET, QUEUE] = [0, 1, 2];

/** The figures of one run; `exactWaits` are the times in the queue, seconds. */
export function figuresOf(
  { counted, truth }: Pick<DemoOutcome, 'counted' | 'truth'>,
  exactWaits: readonly number[],
): CrowdFigures {
  const line = (at: number, way: 'in' | 'out'): Pair => ({
    counted: counted.lines[at]?.[way] ?? 0,
    exact: truth.lines[at]?.[way] ?? 0,
  });
  const visits = counted.zones.map((zone, at) => ({
    counted: zone.visits,
    exact: truth.zones[at]?.visits ?? 0,
  }));
  return {
    in: line(ENTRANCE, 'in'),
    out: line(ENTRANCE, 'out'),
    passersby: plus(line(STREET, 'in'), line(STREET, 'out')),
    visits: visits.reduce(plus, NONE),
    waits: { counted: counted.zones[QUEUE]?.dwells ?? [], exact: exactWaits },
  };
}

/** Several runs as one. */
export function addFigures(one: CrowdFigures, other: CrowdFigures): CrowdFigures {
  return {
    in: plus(one.in, other.in),
    out: plus(one.out, other.out),
    passersby: plus(one.passersby, other.passersby),
    visits: plus(one.visits, other.visits),
    waits: {
      counted: [...one.waits.counted, ...other.waits.counted],
      exact: [...one.waits.exact, ...other.waits.exact],
    },
  };
}

/** A row for each figure with its error and verdict. */
export function crowdRows(figures: CrowdFigures, minutes: number): Row[] {
  const [counted, exact] = [median(figures.waits.counted), median(figures.waits.exact)];
  const count = (what: string, pair: Pair, share: number): Row => {
    const allowed = allowedError(pair.exact, share, minutes);
    return aimed(what, textOf(pair, 0), {
      target: `± ${(100 * share).toFixed(0)} % an hour; here ± ${allowed.toFixed(1)}`,
      isMet: Math.abs(pair.counted - pair.exact) <= allowed,
    });
  };
  const waits = { counted: counted ?? NaN, exact: exact ?? NaN };
  return [
    count('in', figures.in, TARGETS.crossings),
    count('out', figures.out, TARGETS.crossings),
    count('visits', figures.visits, TARGETS.visits),
    aimed('queue wait, median, seconds', textOf(waits, 1), {
      target: `± ${100 * TARGETS.wait} %`,
      isMet: Math.abs(waits.counted - waits.exact) <= TARGETS.wait * waits.exact,
    }),
    told('passers-by', textOf(figures.passersby, 0)),
  ];
}

/**
 * By how many a count of `exact` may be off: by the hour's share of it; in less time also by what chance may add to as
 * many single errors, two standard deviations of a Poisson count.
 */
export function allowedError(exact: number, share: number, minutes: number): number {
  const expected = share * exact;
  return minutes >= HOUR ? expected : expected + 2 * Math.sqrt(expected);
}

const NONE: Pair = { counted: 0, exact: 0 };

function plus(one: Pair, other: Pair): Pair {
  return { counted: one.counted + other.counted, exact: one.exact + other.exact };
}

function textOf({ counted, exact }: Pair, digits: number): string {
  const off = 100 * (counted / exact - 1);
  const sign = off < 0 ? '−' : '+';
  return `${counted.toFixed(digits)} of ${exact.toFixed(digits)} (${sign}${Math.abs(off).toFixed(1)} %)`;
}
