import type { ModelCard } from '../../src/contracts/vision.ts';
import { chooseInput } from '../../src/core/detection/choose-model.ts';
import type { Detection } from '../../src/core/detection/detection.ts';
import { fitLetterbox, toSceneBox } from '../../src/core/detection/letterbox.ts';
import type { PixelSize } from '../../src/core/detection/letterbox.ts';
import { suppress } from '../../src/core/detection/suppress.ts';
import type { Engine } from './engine.ts';
import type { Glance, PictureReader, View } from './picture-reader.ts';

/** What was seen in one frame. Boxes are in scene units of the whole picture, the best score first. */
export interface Sight {
  readonly detections: readonly Detection[];
  /** Width ÷ height of the whole picture. */
  readonly aspect: number;
  readonly glance: Glance;
  /** Time of the network alone, ms. */
  readonly detectMs: number;
  /** The network was not asked. */
  readonly isGated: boolean;
}

/** Sees people in the frames of one camera. */
export interface PersonDetector {
  /**
   * Owns the frame: closes it as soon as its pixels are copied, whatever happens, and calls `onClosed` then. The
   * network runs where `mustLook` says so of what a glance tells.
   */
  detect(
    frame: VideoFrame,
    by: { readonly mustLook: (glance: Glance) => boolean; readonly onClosed: () => void },
  ): Promise<Sight>;
  /** Pixels of the network's input for one height of the picture. */
  inputPixels(glance: Glance): number;
}

/** What all cameras share. */
export interface DetectorParts {
  readonly engine: Engine;
  /** The inputs to choose from now: fewer cameras leave time for more detail. */
  readonly cards: () => readonly ModelCard[];
  readonly reader: PictureReader;
}

/** A detector for one camera's view. Uses the shared reader: one call at a time over all cameras. */
export function createPersonDetector({ engine, cards, reader }: DetectorParts, view: View): PersonDetector {
  async function look(glance: Glance): Promise<Pick<Sight, 'detections' | 'detectMs'>> {
    const part = sizeOf(glance);
    const card = cardFor(cards(), part);
    const input = reader.paint(card);
    const begin = performance.now();
    const candidates = await engine.run(card, input);
    const detectMs = performance.now() - begin;
    const letterbox = fitLetterbox(part, card.input);
    const detections = suppress(candidates, card.suppression).flatMap(({ box, score }): Detection[] => {
      const scene = toSceneBox(letterbox, glance, box);
      return scene ? [{ box: scene, score }] : [];
    });
    return { detections, detectMs };
  }

  return {
    inputPixels(glance) {
      const part = sizeOf(glance);
      const { height } = fitLetterbox(part, cardFor(cards(), part).input);
      return height / (glance.region.bottom - glance.region.top);
    },

    async detect(frame, { mustLook, onClosed }) {
      try {
        const glance = await reader.load(frame, view, onClosed);
        const aspect = glance.picture.width / glance.picture.height;
        const isGated = !mustLook(glance);
        return { ...(isGated ? NOBODY : await look(glance)), aspect, glance, isGated };
      } finally {
        reader.forget();
      }
    },
  };
}

const NOBODY = { detections: [], detectMs: 0 } as const;

/** The part that was read, pixels. */
function sizeOf({ picture, region }: Glance): PixelSize {
  return {
    width: Math.round((region.right - region.left) * picture.width),
    height: Math.round((region.bottom - region.top) * picture.height),
  };
}

function cardFor(cards: readonly ModelCard[], part: PixelSize): ModelCard {
  const inputs = cards.map(({ input }) => input);
  const card = cards[chooseInput(inputs, part)];
  if (!card) throw new Error('no model');
  return card;
}
