import type { Backend, ModelCard } from '../../src/contracts/vision.ts';
import type { Candidates } from '../../src/core/detection/suppress.ts';

/** A picture as the card's layout has it: RGBA in memory, or a buffer on the graphics card. */
export type ModelInput = Uint8ClampedArray<ArrayBuffer> | GPUBuffer;

/** Runs the network. One run at a time. */
export interface Engine {
  readonly backend: Backend;
  /** The input is left as it is. Boxes in input pixels. Rejects when the runtime fails. */
  run(card: ModelCard, input: ModelInput): Promise<Candidates>;
}
