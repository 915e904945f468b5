import type { FloorPoint } from '../geometry/point.ts';
import { AISLE, DOOR, GLASS_X, STREET } from './floor-plan.ts';
import type { Random } from './random.ts';

/** Where somebody may be between two walks. */
export type Place = 'door' | 'back' | 'side' | 'register';

/** Which end of the street. */
export type StreetEnd = 'near' | 'far';

/** Waypoints from one place inside the store to another, without either end. */
export function routeInside(from: Place, to: Place, random: Random): FloorPoint[] {
  const left = near(AISLE.left, 0.2, random);
  const right = near(AISLE.right, 0.15, random);
  if (from === to) return [];
  if (from === 'register') return [near(AISLE.leaveRegister, 0.12, random), left];
  if (to === 'side') return from === 'back' ? [AISLE.besideQueue, left, right] : [left, right];
  if (from === 'side') {
    if (to === 'register') return [right];
    return to === 'back' ? [right, left, AISLE.besideQueue] : [right, left];
  }
  return [];
}

/** From an end of the street through the door; people keep to the left, as on a Japanese pavement. */
export function routeIn(from: StreetEnd, random: Random): FloorPoint[] {
  const y = random.between(DOOR.near + 0.8, DOOR.far - 0.35);
  const steps = from === 'near' ? [{ x: -3.95, y: 5.5 }] : [corner(-4.1, random), { x: -3.85, y: 8.1 }];
  return [...steps.map((at) => near(at, 0.25, random)), { x: GLASS_X - 0.6, y }, { x: GLASS_X + 0.8, y }];
}

/** From inside through the door to an end of the street, where the person is gone. */
export function routeOut(to: StreetEnd, random: Random): FloorPoint[] {
  const y = random.between(DOOR.near + 0.35, DOOR.far - 0.85);
  const steps = to === 'near' ? [{ x: -4.45, y: 5.4 }] : [{ x: -4.5, y: 8.1 }, corner(-4.7, random)];
  const door = [
    { x: GLASS_X + 0.8, y },
    { x: GLASS_X - 0.7, y },
  ];
  return [...door, ...steps.map((at) => near(at, 0.25, random)), STREET[to]];
}

/** Along the street from one end to the other. */
export function routePast(from: StreetEnd, random: Random): FloorPoint[] {
  const x = from === 'near' ? random.between(-5.2, -4.7) : random.between(-4.35, -3.85);
  const way = [{ x, y: 3.1 }, corner(x, random)];
  return from === 'near' ? [...way, STREET.far] : [...way.reverse(), STREET.near];
}

function corner(x: number, random: Random): FloorPoint {
  return { x, y: STREET.corner.y + random.between(-0.3, 0.4) + (x + 4.45) * -0.3 };
}

function near(point: FloorPoint, spreadM: number, random: Random): FloorPoint {
  return { x: point.x + random.between(-spreadM, spreadM), y: point.y + random.between(-spreadM, spreadM) };
}
