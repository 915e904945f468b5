import type { CountingEvent } from '../counting/counting-event.ts';
import { distance } from '../geometry/point.ts';
import { type Crowding, createArrivals } from './arrivals.ts';
import { createDemoTruth, type DemoTruth } from './demo-truth.ts';
import { STAFF_SPOT, type Spot } from './floor-plan.ts';
import { type Party, planNext, release, walks } from './party.ts';
import type { SimulatedPerson, StandStep, Step, Walker } from './person.ts';
import { createRandom, type Random } from './random.ts';
import { createRegisterQueue, type RegisterQueue } from './register-queue.ts';
import { routeInside, routeOut } from './routes.ts';
import { standStill, walkTowards } from './steering.ts';

/** Length of one step of the simulation; what is asked for is rounded down to whole steps. */
export const STEP_MS = 50;
const TRUTH_EVERY_MS = 100;
const PASSES_WITHIN_M = 0.4;
const STANDS_WITHIN_M = 0.08;
const DT_S = STEP_MS / 1000;

/** A store in which simulated people walk, shop and queue, and which knows the exact figures. */
export interface DemoStore {
  /** Runs the simulation up to a time since its start; a time already passed changes nothing. */
  advanceTo(simulatedMs: number): void;
  /** Everybody on the floor now, in no order; a snapshot of positions is the caller's business. */
  people(): readonly SimulatedPerson[];
  /** The exact figures up to now. */
  truth(): DemoTruth;
}

export interface DemoStoreOptions {
  readonly seed: number;
  /** `normal` without it. */
  readonly crowding?: Crowding;
  /** Hears everything that the exact figures are made of, as it becomes certain. */
  readonly tell?: (event: CountingEvent) => void;
}

/** Opens an empty store; the same seed and crowding give the same people at every time. */
export function createDemoStore(options: DemoStoreOptions): DemoStore {
  const random = createRandom(options.seed);
  const arrivals = createArrivals(options.crowding ?? 'normal', random);
  const queue = createRegisterQueue();
  const truth = createDemoTruth(options.tell);
  const taken = new Set<Spot>();
  const staff = arrivals.staff();
  let parties: Party[] = [];
  let walkers: Walker[] = [staff];
  let nowMs = 0;

  function step(): void {
    nowMs += STEP_MS;
    parties.push(...arrivals.due(nowMs, walkers));
    for (const party of parties) {
      if (party.members.every((member) => member.steps.length === 0)) planNext(party, taken, random);
      for (const member of party.members) act(member, party, { walkers, queue, random });
    }
    parties = parties.filter(
      (party) => party.place !== 'gone' || party.members.some((m) => m.steps.length > 0),
    );
    walkers = [staff, ...parties.flatMap((party) => party.members.filter((m) => !isGone(m, party)))];
    standStill(staff, queue.serving() ? STAFF_SPOT.facingRad : -1.9, DT_S);
    if (nowMs % TRUTH_EVERY_MS === 0) truth.observe(walkers, nowMs);
  }

  return {
    advanceTo(simulatedMs) {
      while (nowMs + STEP_MS <= simulatedMs) step();
    },
    people: () => walkers,
    truth: () => truth.totals(nowMs),
  };

  function isGone(member: Walker, party: Party): boolean {
    if (party.place !== 'gone' || member.steps.length > 0) return false;
    release(party, taken);
    return true;
  }
}

/** What one person needs to know of the store to take a step. */
interface Moment {
  readonly walkers: readonly Walker[];
  readonly queue: RegisterQueue;
  readonly random: Random;
}

function act(walker: Walker, party: Party, moment: Moment): void {
  const step = walker.steps[0];
  if (!step) {
    standStill(walker, walker.headingRad, DT_S);
  } else if (step.kind === 'walk') {
    walkTowards(walker, step.to, { others: moment.walkers, dtS: DT_S, stopsThere: false });
    if (distance(walker.position, step.to) < PASSES_WITHIN_M) walker.steps.shift();
  } else if (step.kind === 'stand') {
    stand(walker, step, moment);
  } else {
    const outcome = moment.queue.attend(walker, moment.walkers, DT_S);
    if (outcome === 'served') finishStop(walker);
    if (outcome === 'full')
      walker.steps.splice(0, walker.steps.length, ...wayHome(walker, party, moment.random));
  }
}

/** Walks to the place, stands there for the time wanted, and then until the partner has done so as well. */
function stand(walker: Walker, step: StandStep, moment: Moment): void {
  if (walker.stoodMs === 0 && distance(walker.position, step.at) > STANDS_WITHIN_M) {
    walkTowards(walker, step.at, { others: moment.walkers, dtS: DT_S, stopsThere: true });
    return;
  }
  standStill(walker, step.facingRad, DT_S);
  walker.stoodMs += STEP_MS;
  const left = walker.partner?.steps.length ?? 0;
  if (walker.stoodMs >= step.forMs && left <= walker.steps.length) finishStop(walker);
}

function wayHome(walker: Walker, party: Party, random: Random): Step[] {
  return walks(walker, [...routeInside('back', 'door', random), ...routeOut(party.home, random)]);
}

function finishStop(walker: Walker): void {
  walker.steps.shift();
  walker.stoodMs = 0;
}
