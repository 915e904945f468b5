import type { FloorPoint } from '../geometry/point.ts';
import { COUNTER, DOOR, GLASS_X } from './floor-plan.ts';
import type { Walker } from './person.ts';

interface Vector {
  readonly x: number;
  readonly y: number;
}

const ACCELERATION = 2.4;
const MOST_MPS = 1.5;
const TURN_RAD_PER_S = 4.5;
/** Beyond this distance nobody matters, and below this one people back away, metres. */
const AWARE_M = 3.5;
const BODY_M = 0.6;
/** How far ahead people look, seconds, and the room they want when they pass somebody, metres. */
const FORESIGHT_S = 2.5;
const ROOM_M = 0.9;
const WALL_M = 0.35;
const STRIDE_M = 1.35;
const STUCK_AFTER_MS = 2500;

/** Moves one walker towards `target` for `dtS` seconds, around others and away from walls. */
export function walkTowards(walker: Walker, target: FloorPoint, around: Surroundings): void {
  const { dtS } = around;
  const to = minus(throughDoor(walker.position, target), walker.position);
  const distance = Math.hypot(to.x, to.y);
  const braking = around.stopsThere ? Math.sqrt(2 * 1.1 * Math.max(0, distance)) : Infinity;
  const speed = Math.min(walker.cruiseMps * keepingUp(walker, to), Math.max(braking, 0.12));
  const wish = distance > 0 ? times(to, speed / distance) : to;
  const stuck = walker.stuckMs > STUCK_AFTER_MS;
  const push = stuck
    ? wallPush(walker.position)
    : plus(wallPush(walker.position), personPush(walker, wish, around));
  const desired = limited(plus(wish, push), Math.min(MOST_MPS, walker.cruiseMps * 1.15));
  const change = limited(minus(desired, walker.velocity), ACCELERATION * dtS);
  walker.velocity = plus(walker.velocity, change);
  const progress = (walker.velocity.x * to.x + walker.velocity.y * to.y) / Math.max(distance, 0.01);
  walker.stuckMs =
    progress < 0.15 && distance > 0.3
      ? walker.stuckMs + dtS * 1000
      : stuck && distance > 1
        ? walker.stuckMs
        : 0;
  walker.velocity = alongWalls(walker, dtS);
  walker.position = plus(walker.position, times(walker.velocity, dtS));
  animate(walker, dtS);
}

/** Everything a step of walking depends on besides the walker. */
export interface Surroundings {
  readonly others: readonly Walker[];
  readonly dtS: number;
  /** Whether the target is a stop, to be reached slowly. */
  readonly stopsThere: boolean;
}

/** Stands still and turns to `facingRad`. A stop is a stop: the position does not change. */
export function standStill(walker: Walker, facingRad: number, dtS: number): void {
  walker.velocity = { x: 0, y: 0 };
  walker.pace = 0;
  walker.stuckMs = 0;
  walker.headingRad = turned(walker.headingRad, facingRad, TURN_RAD_PER_S * dtS);
}

function animate(walker: Walker, dtS: number): void {
  const speed = Math.hypot(walker.velocity.x, walker.velocity.y);
  if (speed > 0.1) {
    const course = Math.atan2(walker.velocity.y, walker.velocity.x);
    walker.headingRad = turned(walker.headingRad, course, TURN_RAD_PER_S * dtS);
  }
  walker.pace = Math.min(1, speed / 1.2);
  walker.stride = (walker.stride + (speed * dtS) / STRIDE_M) % 1;
}

/** Whoever is ahead of the partner slows down, whoever is behind hurries a little. */
function keepingUp(walker: Walker, to: Vector): number {
  const partner = walker.partner;
  if (!partner || partner.steps[0]?.kind !== 'walk') return 1;
  const here = minus(walker.position, walker.offset);
  const there = minus(partner.position, partner.offset);
  const length = Math.max(Math.hypot(to.x, to.y), 0.01);
  const ahead = ((here.x - there.x) * to.x + (here.y - there.y) * to.y) / length;
  return Math.min(1.12, Math.max(0.45, 1 - 0.6 * ahead));
}

/**
 * Whoever would come too near within the next seconds is passed early, on the side where there is more room and on
 * the left where nothing decides; whoever is too near is backed away from.
 */
function personPush(walker: Walker, wish: Vector, around: Surroundings): Vector {
  const speed = Math.max(Math.hypot(wish.x, wish.y), 0.01);
  const ahead = times(wish, 1 / speed);
  const left = { x: -ahead.y, y: ahead.x };
  let push: Vector = { x: 0, y: 0 };
  for (const other of around.others) {
    const gap = minus(other.position, walker.position);
    const distance = Math.hypot(gap.x, gap.y);
    if (other === walker || distance > AWARE_M || distance < 0.001) continue;
    if (distance < BODY_M) push = plus(push, times(gap, (-2.5 * (BODY_M - distance)) / (BODY_M * distance)));
    if (other === walker.partner || gap.x * ahead.x + gap.y * ahead.y < 0) continue;
    const closing = minus(wish, other.velocity);
    const closingSquared = Math.max(closing.x ** 2 + closing.y ** 2, 0.01);
    const inS = (gap.x * closing.x + gap.y * closing.y) / closingSquared;
    if (inS <= 0 || inS > FORESIGHT_S) continue;
    const nearest = minus(gap, times(closing, inS));
    const room = Math.hypot(nearest.x, nearest.y);
    if (room > ROOM_M) continue;
    const onLeft = nearest.x * left.x + nearest.y * left.y;
    const urgency = (1 - room / ROOM_M) * (1 - inS / FORESIGHT_S);
    push = plus(push, times(left, (onLeft > 0.15 ? -1.3 : 1.3) * urgency));
  }
  return push;
}

function wallPush(at: FloorPoint): Vector {
  const nearestX = clamp(at.x, COUNTER.left, COUNTER.right);
  const nearestY = clamp(at.y, COUNTER.near, COUNTER.far);
  const fromCounter = repulsion({ x: at.x - nearestX, y: at.y - nearestY });
  const inDoor = at.y > DOOR.near && at.y < DOOR.far;
  return inDoor ? fromCounter : plus(fromCounter, repulsion({ x: at.x - GLASS_X, y: 0 }));
}

/** Where to aim for a target on the other side of the glass: the door, unless the straight way leads through it. */
function throughDoor(from: FloorPoint, target: FloorPoint): FloorPoint {
  if (from.x < GLASS_X === target.x < GLASS_X) return target;
  const y = from.y + ((GLASS_X - from.x) / (target.x - from.x)) * (target.y - from.y);
  const inDoor = clamp(y, DOOR.near + WALL_M, DOOR.far - WALL_M);
  return y === inDoor ? target : { x: GLASS_X, y: inDoor };
}

/** Glass and counter let nobody through, however much others push: what is left of the speed slides along them. */
function alongWalls({ position, velocity }: Walker, dtS: number): Vector {
  const ways = [velocity, { x: 0, y: velocity.y }, { x: velocity.x, y: 0 }];
  return ways.find((way) => !isBlocked(position, plus(position, times(way, dtS)))) ?? { x: 0, y: 0 };
}

function isBlocked(from: FloorPoint, to: FloorPoint): boolean {
  const throughGlass = from.x < GLASS_X !== to.x < GLASS_X && !(to.y > DOOR.near && to.y < DOOR.far);
  const inCounter = to.x > COUNTER.left && to.x < COUNTER.right && to.y > COUNTER.near && to.y < COUNTER.far;
  return throughGlass || inCounter;
}

function repulsion(away: Vector): Vector {
  const distance = Math.hypot(away.x, away.y);
  if (distance > WALL_M || distance < 0.001) return { x: 0, y: 0 };
  return times(away, (1.5 * (1 - distance / WALL_M)) / distance);
}

function turned(fromRad: number, toRad: number, mostRad: number): number {
  const turn = Math.atan2(Math.sin(toRad - fromRad), Math.cos(toRad - fromRad));
  return fromRad + clamp(turn, -mostRad, mostRad);
}

function limited(v: Vector, most: number): Vector {
  const length = Math.hypot(v.x, v.y);
  return length > most ? times(v, most / length) : v;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function plus(a: Vector, b: Vector): Vector {
  return { x: a.x + b.x, y: a.y + b.y };
}

function minus(a: Vector, b: Vector): Vector {
  return { x: a.x - b.x, y: a.y - b.y };
}

function times(a: Vector, factor: number): Vector {
  return { x: a.x * factor, y: a.y * factor };
}
