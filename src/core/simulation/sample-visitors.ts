import type { Interval } from '../time/store-calendar.ts';
import type { Random } from './random.ts';
import { SAMPLE_IDS } from './sample-site.ts';

/** Time that somebody spends in a zone. */
export interface SampleStop {
  readonly zone: number;
  readonly fromMs: number;
  readonly dwellMs: number;
}

/** Somebody who came in, with the way through the store. */
export interface SampleVisitor {
  readonly inMs: number;
  readonly outMs: number;
  readonly startsParty: boolean;
  readonly stops: readonly SampleStop[];
}

const MINUTE_MS = 60_000;
const PAIR_SHARE = 0.24;
const BUYS_SHARE = 0.46;

/** Who comes in during a slot, as a Poisson stream of `mean` people; all have left by `closesMs`. */
export function visitorsOf(
  { fromMs, toMs }: Interval,
  { mean, closesMs, random }: { readonly mean: number; readonly closesMs: number; readonly random: Random },
): SampleVisitor[] {
  const visitors: SampleVisitor[] = [];
  const meanMs = ((toMs - fromMs) * (1 + PAIR_SHARE)) / Math.max(mean, 1e-6);
  for (let atMs = fromMs + random.wait(meanMs); atMs < toMs; atMs += random.wait(meanMs)) {
    const first = visitor(Math.round(atMs), { closesMs, random, startsParty: true });
    visitors.push(first);
    if (random.chance(PAIR_SHARE)) visitors.push({ ...first, startsParty: false });
  }
  return visitors;
}

function visitor(
  inMs: number,
  about: { readonly closesMs: number; readonly random: Random; readonly startsParty: boolean },
): SampleVisitor {
  const { random, closesMs, startsParty } = about;
  const stops: SampleStop[] = [];
  let atMs = inMs + random.between(4000, 12_000);
  const stop = (zone: number, meanMs: number): void => {
    const dwellMs = Math.round(Math.min(9 * MINUTE_MS, 3000 + random.wait(meanMs)));
    stops.push({ zone, fromMs: Math.round(atMs), dwellMs });
    atMs += dwellMs + random.between(20_000, 130_000);
  };
  if (random.chance(0.68)) stop(SAMPLE_IDS.sideShelf, 45_000);
  if (random.chance(0.58)) stop(SAMPLE_IDS.backShelf, 70_000);
  if (random.chance(BUYS_SHARE)) stop(SAMPLE_IDS.queue, 55_000);
  const outMs = Math.min(closesMs - 1, Math.round(atMs + random.between(3000, 40_000)));
  return { inMs, outMs: Math.max(inMs, outMs), startsParty, stops };
}

/** Receipts of the day's visitors: whoever was in the queue pays, a pair once, also while the camera was lost. */
export function transactionsOf(visitors: readonly SampleVisitor[]): number {
  return visitors.filter(
    ({ startsParty, stops }) => startsParty && stops.some(({ zone }) => zone === SAMPLE_IDS.queue),
  ).length;
}

/** A Poisson number with this mean, by counting arrivals. */
export function poisson(mean: number, random: Random): number {
  if (mean <= 0) return 0;
  let count = -1;
  for (let passed = 0; passed < mean; passed += random.wait(1)) count += 1;
  return Math.max(0, count);
}
