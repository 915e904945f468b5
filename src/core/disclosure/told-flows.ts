import { sumFlows, type FlowFigures } from '../measures/flow-figures.ts';
import type { FlowSlot } from '../measures/slot-record.ts';
import { slotStartMs } from '../time/slot-key.ts';
import type { Interval } from '../time/store-calendar.ts';
import { decide } from './complement.ts';

/** Visits from one zone to another in an hour or a day, as they may be told. */
export interface ToldFlow {
  readonly fromMs: number;
  readonly minutes: 60 | 1440;
  readonly from: number;
  readonly to: number;
  readonly visits: number;
}

/** A business day with the hours that it is made of. */
export interface DayOfHours {
  readonly day: Interval;
  readonly hours: readonly Interval[];
}

/** Flows of whole business days that a profile with this k may tell; of all others there is no row at all. */
export function toldFlows(
  records: readonly FlowSlot[],
  days: readonly DayOfHours[],
  k: number,
): readonly ToldFlow[] {
  const inOrder = records.toSorted((a, b) => a.slot - b.slot);
  return days.flatMap((day) => toldOfDay(within(inOrder, day.day), day, k));
}

/**
 * The same added up over all the days, the busiest pair first: of each day its total, or its hours where only those may
 * be told.
 */
export function toldPairs(
  records: readonly FlowSlot[],
  days: readonly DayOfHours[],
  k: number,
): readonly FlowFigures[] {
  const inOrder = records.toSorted((a, b) => a.slot - b.slot);
  return sumFlows(
    days.flatMap((day) => {
      const told = toldOfDay(within(inOrder, day.day), day, k);
      const whole = told.filter(({ minutes }) => minutes === 1440);
      const isWhole = (pair: ToldFlow): boolean =>
        whole.some(({ from, to }) => from === pair.from && to === pair.to);
      return [...whole, ...told.filter((flow) => flow.minutes === 60 && !isWhole(flow))];
    }),
  );
}

function toldOfDay(inDay: readonly FlowSlot[], { day, hours }: DayOfHours, k: number): ToldFlow[] {
  const pairs = new Map(inDay.map(({ from, to }) => [`${from}>${to}`, { from, to }]));
  return [...pairs.values()].flatMap((pair) => {
    const ofPair = inDay.filter(({ from, to }) => from === pair.from && to === pair.to);
    const sum = (some: readonly FlowSlot[]): number => some.reduce((all, { visits }) => all + visits, 0);
    const cells = hours.map((hour) => ({
      base: sum(ofPair.filter((record) => record.length === 60 && isIn(hour, record))),
      isGap: false,
    }));
    const decision = decide(cells, sum(ofPair.filter(({ length }) => length === 1440)), k);
    const told = hours.flatMap((hour, index): ToldFlow[] =>
      decision.cells[index] === true
        ? [{ ...pair, fromMs: hour.fromMs, minutes: 60, visits: cells[index]?.base ?? 0 }]
        : [],
    );
    return decision.total
      ? [...told, { ...pair, fromMs: day.fromMs, minutes: 1440, visits: sum(ofPair) }]
      : told;
  });
}

/** Of records in the order of their slots, those that start in a span: found by halving, a year has tens of thousands. */
function within(inOrder: readonly FlowSlot[], { fromMs, toMs }: Interval): readonly FlowSlot[] {
  return inOrder.slice(firstFrom(inOrder, fromMs), firstFrom(inOrder, toMs));
}

function firstFrom(inOrder: readonly FlowSlot[], atMs: number): number {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const record = inOrder[middle];
    if (record && slotStartMs(record.slot) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isIn(interval: Interval, record: FlowSlot): boolean {
  const startMs = slotStartMs(record.slot);
  return startMs >= interval.fromMs && startMs < interval.toMs;
}
