import type { Backend, ModelCard } from '../../src/contracts/vision.ts';
import type { Candidates } from '../../src/core/detection/suppress.ts';

/** A picture as the network takes it: RGBA of the card's size in memory. */
export type ModelInput = Uint8ClampedArray<ArrayBuffer>;

/** Runs the network. One run at a time. */
export interface Engine {
  readonly backend: Backend;
  /** The input is left as it is. Boxes in input pixels. Rejects when the runtime fails. */
  run(card: ModelCard, input: ModelInput): Promise<Candidates>;
}
