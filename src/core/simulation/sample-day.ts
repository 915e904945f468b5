import { createRandom, type Random } from './random.ts';

/** What makes one day of the sample unlike another. */
export interface SampleDay {
  /** 0: Monday. */
  readonly weekday: number;
  readonly closed: boolean;
  readonly rain: boolean;
  /** Customers that come in that day, as a mean. */
  readonly customers: number;
  readonly random: Random;
}

const DAY_MS = 86_400_000;
/** Customers of an average day, Monday first: the weekend is the busiest. */
const CUSTOMERS = [214, 196, 208, 221, 268, 372, 341] as const;
const RAIN_SHARE = 0.22;
const RAIN_KEEPS = 0.71;
/** 1970-01-01 was a Thursday. */
const EPOCH_WEEKDAY = 3;

/** Weight of each hour of the local clock, 0–23. On working days people come at noon and on their way home. */
const HOURS = {
  working: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.55, 0.7, 1.25, 1, 0.7, 0.8, 0.95, 1.3, 1.45, 1, 0, 0, 0, 0],
  weekend: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.6, 0.95, 1.1, 1.25, 1.4, 1.45, 1.3, 1.05, 0.75, 0.5, 0, 0, 0, 0],
} as const;

/** The hours of the local clock in which the sample's store is open: [from, to). */
export const SAMPLE_OPEN = { fromHour: 10, toHour: 20 } as const;

/** A date's day, whatever the days around it are. `localDay`: days since 1970-01-01 on the store's clock. */
export function sampleDay(localDay: number, { seed, closed }: { seed: number; closed: boolean }): SampleDay {
  const random = createRandom(Math.imul(seed, 7919) + localDay);
  const weekday = (localDay + EPOCH_WEEKDAY) % 7;
  const rain = random.chance(RAIN_SHARE);
  const usual = CUSTOMERS[weekday] ?? 0;
  const customers = closed ? 0 : usual * (rain ? RAIN_KEEPS : 1) * random.between(0.93, 1.07);
  return { weekday, closed, rain, customers, random };
}

/** Share of the day's customers that come in an hour of the local clock. */
export function shareOfHour(day: SampleDay, hour: number): number {
  const weights = day.weekday >= 5 ? HOURS.weekend : HOURS.working;
  return (weights[hour] ?? 0) / weights.reduce<number>((sum, weight) => sum + weight, 0);
}

/** Days since 1970-01-01 on a clock that is `offsetMs` before UTC. */
export function localDayAt(atMs: number, offsetMs: number): number {
  return Math.floor((atMs + offsetMs) / DAY_MS);
}
