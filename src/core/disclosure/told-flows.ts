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

/** Flows of whole business days that a profile with this k may tell; of all others there is no row at all. */
export function toldFlows(
  records: readonly FlowSlot[],
  days: readonly { readonly day: Interval; readonly hours: readonly Interval[] }[],
  k: number,
): ToldFlow[] {
  return days.flatMap(({ day, hours }) => {
    const inDay = records.filter((record) => isIn(day, record));
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
  });
}

function isIn(interval: Interval, record: FlowSlot): boolean {
  const startMs = slotStartMs(record.slot);
  return startMs >= interval.fromMs && startMs < interval.toMs;
}
