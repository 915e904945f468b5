import { isAnyCellDetermined, type HiddenCell } from './inference.ts';

/** Fewest people a stored detail may be about. */
export const STORAGE_K = 5;

/** Detail of some time, with the count it rests on (visits). */
export interface DetailPart<T> {
  readonly base: number;
  readonly measuredS: number;
  readonly totals: T;
}

/** Slots merged so far that nobody may tell apart. */
interface Group {
  readonly slots: number;
  readonly base: number;
}

/** Detail under k, waiting in memory for company: it becomes part of a longer interval or is never written. */
export interface HeldDetail<T> {
  groups: readonly Group[];
  held: DetailPart<T> | null;
}

/** What a longer interval comes to: figures that may be written, or only that few people were there. */
export type Settled<T> =
  | { readonly kind: 'release'; readonly part: DetailPart<T> }
  | { readonly kind: 'few-people'; readonly measuredS: number }
  | { readonly kind: 'nothing' };

export type Merge<T> = (a: T, b: T) => T;

export function emptyHeldDetail<T>(): HeldDetail<T> {
  return { groups: [], held: null };
}

/** True: the part may be written as it is. False: it is held. */
export function releaseOrHold<T>(detail: HeldDetail<T>, part: DetailPart<T>, merge: Merge<T>): boolean {
  if (part.base >= STORAGE_K) return true;
  // Coverage says that nothing was measured: not a secret, so it can hide nobody else.
  if (part.measuredS === 0 && part.base === 0) return false;
  hold(detail, { part, slots: 1, merge });
  return false;
}

/** Ends an hour: what was held is released whole, or moves on into the day. */
export function settleHour<T>(hour: HeldDetail<T>, day: HeldDetail<T>, merge: Merge<T>): Settled<T> {
  const { held, groups } = hour;
  const slots = groups.reduce((sum, group) => sum + group.slots, 0);
  hour.groups = [];
  hour.held = null;
  if (!held) return { kind: 'nothing' };
  if (isReleasable(groups, held.base)) return { kind: 'release', part: held };
  hold(day, { part: held, slots, merge });
  return { kind: 'nothing' };
}

/** Ends a day: what was held is released whole, or is given up. */
export function settleDay<T>(day: HeldDetail<T>): Settled<T> {
  const { held, groups } = day;
  day.groups = [];
  day.held = null;
  if (!held) return { kind: 'nothing' };
  if (isReleasable(groups, held.base)) return { kind: 'release', part: held };
  return { kind: 'few-people', measuredS: held.measuredS };
}

function hold<T>(
  detail: HeldDetail<T>,
  { part, slots, merge }: { part: DetailPart<T>; slots: number; merge: Merge<T> },
): void {
  detail.groups = [...detail.groups, { slots, base: part.base }];
  detail.held = detail.held
    ? {
        base: detail.held.base + part.base,
        measuredS: detail.held.measuredS + part.measuredS,
        totals: merge(detail.held.totals, part.totals),
      }
    : part;
}

/** A sum is told only when it is large enough and gives none of its parts away. */
function isReleasable(groups: readonly Group[], base: number): boolean {
  return base >= STORAGE_K && !isAnyCellDetermined(groups.map(possibleValues), base);
}

/** A group is held because it was under k, or because all of its slots were just under k and the sum would say so. */
function possibleValues({ slots }: Group): HiddenCell {
  const underK = Array.from({ length: STORAGE_K }, (_, value) => value);
  return { possible: slots > 1 ? [...underK, slots * (STORAGE_K - 1)] : underK };
}
