import type { IntervalMinutes } from '../time/store-calendar.ts';

/** Who an export is for. */
export type ExportProfile = 'in-house' | 'third-party';

export interface ProfileRules {
  readonly shortestMinutes: IntervalMinutes;
  /** Fewest people that an exported detail is about. */
  readonly k: number;
  /** Counts are rounded to multiples of this. */
  readonly roundTo: number;
}

export const PROFILE_RULES: Readonly<Record<ExportProfile, ProfileRules>> = {
  'in-house': { shortestMinutes: 15, k: 5, roundTo: 1 },
  'third-party': { shortestMinutes: 60, k: 10, roundTo: 5 },
};

/** To the nearest multiple; halves go up. */
export function roundCount(count: number, roundTo: number): number {
  return Math.round(count / roundTo) * roundTo;
}
