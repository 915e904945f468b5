import type { Crowding, DemoTruth } from '../../../src/contracts/demo-store.ts';
import type { ModelCard } from '../../../src/contracts/vision.ts';

/** One run of the demo store through the vision worker; the page's worker asks for it at `/job`. */
export interface DemoJob {
  readonly seed: number;
  readonly crowding: Crowding;
  /** Frames in a simulated second. */
  readonly fps: number;
  readonly minutes: number;
  /** The network may rest while nobody is there and nothing moves, as in the app. */
  readonly motionGate: boolean;
  /** All of one network, whose bytes are at `/model`; the runtime's are at `/runtime`. */
  readonly cards: readonly ModelCard[];
}

/** What the vision worker counted of one line or zone; staff left out. */
export interface DemoCounts {
  readonly lines: readonly { readonly in: number; readonly out: number }[];
  readonly zones: readonly ZoneCounts[];
}

interface ZoneCounts {
  readonly visits: number;
  readonly personSeconds: number;
  /** Of each ended visit, seconds. */
  readonly dwells: readonly number[];
}

/** The end of a run, with the exact figures at the same simulated time. */
export interface DemoOutcome {
  readonly counted: DemoCounts;
  readonly truth: DemoTruth;
  readonly frames: number;
  /** Frames on which the network rested. */
  readonly gated: number;
  /** Medians a frame, ms. */
  readonly detectMs: number;
  readonly otherMs: number;
}

export type DemoMessage =
  | { readonly kind: 'progress'; readonly simulatedMs: number }
  | { readonly kind: 'finished'; readonly outcome: DemoOutcome }
  | { readonly kind: 'failed'; readonly reason: string };
