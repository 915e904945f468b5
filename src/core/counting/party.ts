import { mapPoint, type PlaneMap } from '../calibration/plane-map.ts';
import { distance } from '../geometry/point.ts';
import type { Crossing } from './line-crossing.ts';

/** Remembers the newest crossings of one line to tell who belongs to a party that was already counted. */
export interface PartyBook {
  /**
   * True when nobody crossed the same way within 2 s and 1.5 m on the floor, or one box width where the floor is
   * not known at both places (measures.md "Crossing defaults").
   */
  startsParty(crossing: Crossing): boolean;
}

const PARTY_MS = 2000;
const PARTY_M = 1.5;
/** Crossings are reported late by a settling time at most, but a lost track's may come seconds later. */
const KEPT_MS = 10_000;
const MOST_KEPT = 64;

/** A book for one line; `toFloor` is null where the floor is not calibrated. */
export function createPartyBook(toFloor: PlaneMap<'scene', 'floor'> | null): PartyBook {
  let recent: Crossing[] = [];

  function isClose(one: Crossing, other: Crossing): boolean {
    const [from, to] = [toFloor && mapPoint(toFloor, one.at), toFloor && mapPoint(toFloor, other.at)];
    if (from && to) return distance(from, to) <= PARTY_M;
    return distance(one.at, other.at) <= Math.max(one.width, other.width);
  }

  return {
    startsParty(crossing) {
      const isCompany = (other: Crossing): boolean =>
        other.direction === crossing.direction &&
        Math.abs(other.atMs - crossing.atMs) <= PARTY_MS &&
        isClose(other, crossing);
      const startsParty = !recent.some(isCompany);
      recent = recent.filter(({ atMs }) => crossing.atMs - atMs <= KEPT_MS).slice(1 - MOST_KEPT);
      recent.push(crossing);
      return startsParty;
    },
  };
}
