import type { ModelCard } from '../../src/contracts/vision.ts';
import { chooseInput } from '../../src/core/detection/choose-model.ts';
import type { Detection } from '../../src/core/detection/detection.ts';
import { fitLetterbox, toSceneBox } from '../../src/core/detection/letterbox.ts';
import type { Letterbox } from '../../src/core/detection/letterbox.ts';
import { createInputPainter } from '../../src/core/detection/paint-input.ts';
import type { InputPainter } from '../../src/core/detection/paint-input.ts';
import type { PictureLayout } from '../../src/core/detection/picture-layout.ts';
import { createMaskPainter } from '../../src/core/detection/privacy-mask.ts';
import type { MaskPainter } from '../../src/core/detection/privacy-mask.ts';
import { suppress } from '../../src/core/detection/suppress.ts';
import type { ImagePoint } from '../../src/core/geometry/point.ts';
import type { Engine } from './engine.ts';
import type { PictureMemory } from './picture-memory.ts';

/** What was seen in one frame. Boxes are in scene units, the best score first. */
export interface Sight {
  readonly detections: readonly Detection[];
  /** Width ÷ height of the picture. */
  readonly aspect: number;
  /** Mean luma, 0–255. */
  readonly brightness: number;
  /** Time of the network alone, ms. */
  readonly detectMs: number;
}

/** Sees people in the frames of one camera. */
export interface PersonDetector {
  /** Owns the frame: closes it as soon as its pixels are copied, whatever happens, and calls `onClosed` then. */
  detect(frame: VideoFrame, onClosed: () => void): Promise<Sight>;
}

/** What all cameras share. */
export interface DetectorParts {
  readonly engine: Engine;
  readonly cards: readonly ModelCard[];
  readonly memory: PictureMemory;
}

/** Prepared once for a layout of picture; a stream rarely changes it. */
interface Plan {
  readonly key: string;
  readonly card: ModelCard;
  readonly letterbox: Letterbox;
  readonly mask: MaskPainter;
  readonly painter: InputPainter;
}

/** A detector for one camera with its privacy masks. Uses the shared memory: one call at a time over all cameras. */
export function createPersonDetector(
  { engine, cards, memory }: DetectorParts,
  masks: readonly (readonly ImagePoint[])[],
): PersonDetector {
  let plan: Plan | null = null;

  function planFor(layout: PictureLayout): Plan {
    const key = JSON.stringify(layout);
    if (plan?.key === key) return plan;
    const card =
      cards[
        chooseInput(
          cards.map(({ input }) => input),
          layout,
        )
      ];
    if (!card) throw new Error('no model');
    const letterbox = fitLetterbox(layout, card.input);
    const mask = createMaskPainter(masks, layout);
    plan = { key, card, letterbox, mask, painter: createInputPainter(layout, letterbox) };
    return plan;
  }

  /** Pixels to model input; what is left of the picture afterwards is zeros. */
  function paint(layout: PictureLayout): Plan & { readonly brightness: number } {
    const now = planFor(layout);
    now.mask(memory.picture());
    const brightness = now.painter.paint(memory.picture(), memory.input(now.card.input));
    now.painter.forget();
    return { ...now, brightness };
  }

  async function detect(frame: VideoFrame, onClosed: () => void): Promise<Sight> {
    try {
      const layout = await load(memory, frame, onClosed);
      const { card, letterbox, brightness } = paint(layout);
      memory.wipePicture();
      const begin = performance.now();
      const candidates = await engine.run(card, memory.input(card.input));
      const detectMs = performance.now() - begin;
      const detections = suppress(candidates, card.suppression).flatMap(({ box, score }): Detection[] => {
        const scene = toSceneBox(letterbox, box);
        return scene ? [{ box: scene, score }] : [];
      });
      return { detections, aspect: layout.width / layout.height, brightness, detectMs };
    } finally {
      memory.wipePicture();
      if (plan) memory.wipeInput(plan.card.input);
    }
  }

  return { detect };
}

async function load(memory: PictureMemory, frame: VideoFrame, onClosed: () => void): Promise<PictureLayout> {
  try {
    return await memory.load(frame);
  } finally {
    frame.close();
    onClosed();
  }
}
