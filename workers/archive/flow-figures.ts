import { PROFILE_RULES } from '../../src/core/disclosure/export-profile.ts';
import { toldPairs } from '../../src/core/disclosure/told-flows.ts';
import type { FlowFigures } from '../../src/core/measures/flow-figures.ts';
import type { SlotRecords } from '../../src/core/measures/slot-record.ts';
import { intervalsBetween, type Interval } from '../../src/core/time/store-calendar.ts';
import type { ViewSource } from './views.ts';

/** 動線 of business days, as in-house files tell them. */
export function flowFigures(
  { calendar }: Pick<ViewSource, 'calendar'>,
  { flows }: SlotRecords,
  days: readonly Interval[],
): readonly FlowFigures[] {
  const whole = days.map((day) => ({ day, hours: [...intervalsBetween(calendar, day, 60)] }));
  return toldPairs(flows, whole, PROFILE_RULES['in-house'].k);
}
