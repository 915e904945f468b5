import type { FloorPoint } from '../geometry/point.ts';
import { COUNTER, DOOR, GLASS_X } from './floor-plan.ts';
import type { Walker } from './person.ts';

interface Vector {
  readonly x: number;
  readonly y: number;
}

const ACCELERATION = 2.4;
const TURN_RAD_PER_S = 4.5;
/** Distance at which people begin to step aside, and below which they push apart, metres. */
const AWARE_M = 1.4;
const BODY_M = 0.52;
const WALL_M = 0.35;
const STRIDE_M = 1.35;
const STUCK_AFTER_MS = 2500;

/** Moves one walker towards `target` for `dtS` seconds, around others and away from walls. */
export function walkTowards(walker: Walker, target: FloorPoint, around: Surroundings): void {
  const { dtS } = around;
  const to = minus(target, walker.position);
  const distance = Math.hypot(to.x, to.y);
  const braking = around.stopsThere ? Math.sqrt(2 * 1.1 * Math.max(0, distance)) : Infinity;
  const speed = Math.min(walker.cruiseMps * keepingUp(walker, to), Math.max(braking, 0.12));
  const wish = distance > 0 ? times(to, speed / distance) : to;
  const stuck = walker.stuckMs > STUCK_AFTER_MS;
  const push = stuck
    ? wallPush(walker.position)
    : plus(wallPush(walker.position), personPush(walker, wish, around));
  const desired = limited(plus(wish, push), walker.cruiseMps * 1.15);
  const change = limited(minus(desired, walker.velocity), ACCELERATION * dtS);
  walker.velocity = plus(walker.velocity, change);
  const progress = (walker.velocity.x * to.x + walker.velocity.y * to.y) / Math.max(distance, 0.01);
  walker.stuckMs =
    progress < 0.15 && distance > 0.3
      ? walker.stuckMs + dtS * 1000
      : stuck && distance > 1
        ? walker.stuckMs
        : 0;
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

/** Others in front are passed on the left where nothing else decides; whoever is too near is backed away from. */
function personPush(walker: Walker, wish: Vector, around: Surroundings): Vector {
  const speed = Math.max(Math.hypot(wish.x, wish.y), 0.01);
  const ahead = times(wish, 1 / speed);
  const left = { x: -ahead.y, y: ahead.x };
  let push: Vector = { x: 0, y: 0 };
  for (const other of around.others) {
    if (other === walker) continue;
    const gap = minus(other.position, walker.position);
    const distance = Math.hypot(gap.x, gap.y);
    if (distance > AWARE_M || distance < 0.001) continue;
    if (distance < BODY_M) push = plus(push, times(gap, (-2.2 * (BODY_M - distance)) / (BODY_M * distance)));
    const inFront = (gap.x * ahead.x + gap.y * ahead.y) / distance;
    if (inFront < 0.35 || other === walker.partner) continue;
    const onLeft = (gap.x * left.x + gap.y * left.y) / distance;
    const side = onLeft > 0.3 ? -1 : 1;
    push = plus(push, times(left, side * 0.75 * inFront * (1 - distance / AWARE_M)));
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
