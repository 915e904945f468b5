import type { FloorPoint } from '../geometry/point.ts';
import { AISLE, DOOR, GLASS_X, STREET } from './floor-plan.ts';
import type { Random } from './random.ts';

/** Where somebody may be between two walks. */
export type Place = 'door' | 'back' | 'side' | 'register';

/** Which end of the street: beside the camera, or around the far corner. */
export type StreetEnd = 'near' | 'far';

const { awayFromCamera: away, towardsCamera: towards } = STREET;

/** Where people appear who come from an end of the street. */
export function appearsAt(end: StreetEnd): FloorPoint {
  return end === 'near' ? { x: away.x, y: STREET.nearY } : { x: STREET.farX, y: towards.y };
}

/** Where people are gone who leave by an end of the street. */
export function vanishesAt(end: StreetEnd): FloorPoint {
  return end === 'near' ? { x: towards.x, y: STREET.nearY } : { x: STREET.farX, y: away.y };
}

/** Waypoints from one place inside the store to another, without either end. */
export function routeInside(from: Place, to: Place, random: Random): FloorPoint[] {
  const right = [AISLE.rightwards.left, AISLE.rightwards.right];
  const left = [AISLE.leftwards.right, AISLE.leftwards.left];
  return inside(from, to, { right, left }).map((at) => scattered(at, 0.12, random));
}

function inside(
  from: Place,
  to: Place,
  lanes: { readonly right: readonly FloorPoint[]; readonly left: readonly FloorPoint[] },
): readonly FloorPoint[] {
  if (from === to) return [];
  if (from === 'register') return [AISLE.leaveRegister, AISLE.leftwards.left];
  if (to === 'side') return from === 'back' ? [AISLE.besideQueue, ...lanes.right] : lanes.right;
  if (from !== 'side') return [];
  if (to === 'register') return lanes.left.slice(0, 1);
  return to === 'back' ? [...lanes.left, AISLE.besideQueue] : lanes.left;
}

/** From an end of the street through the door. */
export function routeIn(from: StreetEnd, random: Random): FloorPoint[] {
  const y = random.between(DOOR.far - 0.75, DOOR.far - 0.35);
  const street = from === 'near' ? [{ x: -4.75, y: 5.2 }] : [towards, { x: towards.x, y: 8 }];
  return [
    ...street.map((at) => scattered(at, 0.2, random)),
    { x: GLASS_X - 0.6, y },
    { x: GLASS_X + 1.1, y },
  ];
}

/** From inside through the door to an end of the street. */
export function routeOut(to: StreetEnd, random: Random): FloorPoint[] {
  const y = random.between(DOOR.near + 0.35, DOOR.near + 0.75);
  const street = to === 'near' ? [{ x: towards.x, y: 5 }] : [{ x: -4.9, y: 7.9 }, away];
  const door = [GLASS_X + 0.8, GLASS_X - 1].map((x) => ({ x, y }));
  return [...door, ...street.map((at) => scattered(at, 0.2, random)), vanishesAt(to)];
}

/** Along the street from one end to the other. */
export function routePast(from: StreetEnd, random: Random): FloorPoint[] {
  const corner = scattered(from === 'near' ? away : towards, 0.22, random);
  return [corner, vanishesAt(from === 'near' ? 'far' : 'near')];
}

function scattered(point: FloorPoint, spreadM: number, random: Random): FloorPoint {
  return { x: point.x + random.between(-spreadM, spreadM), y: point.y + random.between(-spreadM, spreadM) };
}
