import { seesKnownPeople } from '../../src/core/detection/judge-known-frame.ts';
import { drawKnownFrame } from '../../src/core/detection/known-frame.ts';
import { suppress } from '../../src/core/detection/suppress.ts';
import type { ModelCard } from '../../src/contracts/vision.ts';
import type { Engine, ModelInput } from './engine.ts';
import type { PictureReader } from './picture-reader.ts';

/** An engine and what brings it pictures. */
export interface EngineParts {
  readonly engine: Engine;
  readonly reader: PictureReader;
  /** A picture that is no camera's, as the card's input: RGBA of its size. */
  readonly write: (card: ModelCard, picture: Uint8ClampedArray<ArrayBuffer>) => ModelInput;
}

/**
 * True when the engine, with this card, sees the people who are drawn in the known frame. A backend may compute wrongly,
 * and a graphics card that is lost may give zeros instead of an error: both look like an empty shop. The frame is
 * written as the card's input; how camera frames become one is checked where the way is chosen (gpu/choose-way.ts).
 */
export async function computesRightly(
  { engine, reader, write }: EngineParts,
  card: ModelCard,
): Promise<boolean> {
  try {
    const candidates = await engine.run(card, write(card, drawKnownFrame(card.input)));
    return seesKnownPeople(card.name, suppress(candidates, card.suppression));
  } finally {
    reader.forget();
  }
}
