import type { Crowding } from '../core/simulation/arrivals.ts';
import type { DemoTruth } from '../core/simulation/demo-truth.ts';

export type { Crowding, DemoTruth };

/** `real-time`: simulated seconds pass like real ones. `fast-forward`: as fast as frames are read. */
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

/**
 * Commands to the demo store's worker (Comlink). `Port` is one end of a new channel; the other end goes to the vision
 * worker as the camera's frames. Over it the demo store sends one `ReadableStream<VideoFrame>`, so that the stream
 * joins the two workers: passed on by the page, every frame would be copied there and stay until garbage collection.
 */
export interface DemoStoreApi<Port> {
  /**
   * Opens the store at simulated time 0; replaces one that is open. A frame is drawn when it is wanted (about two run
   * ahead inside the browser) and is the reader's to close; its timestamp is the simulated time since the start, µs.
   */
  open(setup: DemoSetup, frames: Port): Promise<void>;
  /** Simulated time goes on from where it is. */
  setSpeed(speed: DemoSpeed): Promise<void>;
  /** Exact figures up to the newest frame drawn, and up to `endsAtMs` when it is over; null before `open`. */
  truth(): Promise<DemoTruth | null>;
  /** Ends the stream after the frames that are drawn. The truth can still be asked for. */
  close(): Promise<void>;
}
