import { distance } from '../geometry/point.ts';
import type { Crossing } from './line-crossing.ts';

/** Remembers the newest crossings of one line to tell who belongs to a party that was already counted. */
export interface PartyBook {
  /** True when nobody crossed the same way within 2 s and one box width (measures.md "Crossing defaults"). */
  startsParty(crossing: Crossing): boolean;
}

const PARTY_MS = 2000;
/** Crossings are reported late by a settling time at most, but a lost track's may come seconds later. */
const KEPT_MS = 10_000;
const MOST_KEPT = 64;

/** A book for one line. */
export function createPartyBook(): PartyBook {
  let recent: Crossing[] = [];
  return {
    startsParty(crossing) {
      const isCompany = (other: Crossing): boolean =>
        other.direction === crossing.direction &&
        Math.abs(other.atMs - crossing.atMs) <= PARTY_MS &&
        distance(other.at, crossing.at) <= Math.max(other.width, crossing.width);
      const startsParty = !recent.some(isCompany);
      recent = recent.filter(({ atMs }) => crossing.atMs - atMs <= KEPT_MS).slice(1 - MOST_KEPT);
      recent.push(crossing);
      return startsParty;
    },
  };
}
