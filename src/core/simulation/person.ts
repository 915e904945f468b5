import type { FloorPoint } from '../geometry/point.ts';

/** One person in the demo store at one moment; everything but `position` is for drawing alone. */
export interface SimulatedPerson {
  /** Unique within a run, from 1. */
  readonly id: number;
  /** Where the person stands, metres. */
  readonly position: FloorPoint;
  /** Direction the person looks and walks, radians from the floor's x axis. */
  readonly headingRad: number;
  readonly heightM: number;
  /** Place in the walking cycle of two steps, 0–1. */
  readonly stride: number;
  /** Length of the steps: 0 when standing, 1 at a brisk walk. */
  readonly pace: number;
  /** Which clothes and hair to draw; a number without meaning, any integer ≥ 0. */
  readonly look: number;
}

/** What somebody does next. A walk may be passed in a curve; a stand and a queue are stops. */
export type Step =
  | { readonly kind: 'walk'; readonly to: FloorPoint }
  | StandStep
  | { readonly kind: 'queue'; readonly serviceMs: number };

/** A stop of a given time, looking one way. */
export interface StandStep {
  readonly kind: 'stand';
  readonly at: FloorPoint;
  readonly facingRad: number;
  readonly forMs: number;
}

/** A simulated person with everything that moves. Internal to the simulation. */
export interface Walker extends SimulatedPerson {
  position: FloorPoint;
  headingRad: number;
  stride: number;
  pace: number;
  /** Metres per second. */
  velocity: { readonly x: number; readonly y: number };
  readonly cruiseMps: number;
  /** What is still to do, in order; the first is being done. */
  readonly steps: Step[];
  /** Time spent standing in the present step, ms. */
  stoodMs: number;
  /** Time without progress towards a waypoint, ms: whoever is stuck stops giving way. */
  stuckMs: number;
  /** Where this member walks relative to the party's path, metres. */
  readonly offset: FloorPoint;
  partner: Walker | null;
}
