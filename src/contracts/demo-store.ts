import type { Crowding } from '../core/simulation/arrivals.ts';
import type { DemoTruth } from '../core/simulation/demo-truth.ts';

export type { Crowding, DemoTruth };

/** `real-time`: simulated seconds pass like real ones. `fast-forward`: as fast as frames are asked for. */
export type DemoSpeed = 'real-time' | 'fast-forward';

export interface DemoSetup {
  readonly seed: number;
  readonly crowding: Crowding;
  /** Frames in a simulated second. */
  readonly fps: number;
  readonly speed: DemoSpeed;
  /** Simulated time at which the frames end; null: never. */
  readonly endsAtMs: number | null;
}

/** What the reader of frames sends to the demo store: one frame is wanted, or no more. */
export type FrameRequest = 'next' | 'stop';

/** What comes back for each `next`: a frame, transferred, owned and closed by the reader; or null at the end. */
export type FrameReply<Frame> = Frame | null;

/**
 * Commands to the demo store's worker (Comlink). `Port` is a transferred `MessagePort` whose other end goes to the
 * vision worker, so that frames pass from worker to worker and never through the page. A frame's timestamp is the
 * simulated time since the start, µs.
 */
export interface DemoStoreApi<Port> {
  /** Opens the store at simulated time 0; replaces one that is open. Nothing is drawn until a frame is asked for. */
  open(setup: DemoSetup, frames: Port): Promise<void>;
  /** Simulated time goes on from where it is. */
  setSpeed(speed: DemoSpeed): Promise<void>;
  /** Exact figures up to the newest frame; null while nothing is open. */
  truth(): Promise<DemoTruth | null>;
  close(): Promise<void>;
}
