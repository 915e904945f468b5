import type { Backend, ModelCard } from '../../src/contracts/vision.ts';
import type { Candidates } from '../../src/core/detection/suppress.ts';

/** Runs the network. One run at a time. */
export interface Engine {
  readonly backend: Backend;
  /** `input`: RGBA of the card's size, left as it is. Boxes in input pixels. Rejects when the runtime fails. */
  run(card: ModelCard, input: Uint8ClampedArray<ArrayBuffer>): Promise<Candidates>;
}
