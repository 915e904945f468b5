import type { ModelCard } from '../../src/contracts/vision.ts';
import { fitLetterbox } from '../../src/core/detection/letterbox.ts';
import type { PixelSize } from '../../src/core/detection/letterbox.ts';
import { createLumaReader } from '../../src/core/detection/luma-grid.ts';
import type { LumaReader } from '../../src/core/detection/luma-grid.ts';
import { createInputPainter, PADDING } from '../../src/core/detection/paint-input.ts';
import type { InputPainter } from '../../src/core/detection/paint-input.ts';
import type { PictureLayout } from '../../src/core/detection/picture-layout.ts';
import { partOf, regionOf, toPart } from '../../src/core/detection/picture-part.ts';
import type { PicturePart } from '../../src/core/detection/picture-part.ts';
import { createMaskPainter } from '../../src/core/detection/privacy-mask.ts';
import type { MaskPainter } from '../../src/core/detection/privacy-mask.ts';
import { copyOptions, frameSize, layoutOf } from './frame-layout.ts';
import type { PictureReader, View } from './picture-reader.ts';

/** A picture as it lies in memory: RGBA. */
type Pixels = Uint8ClampedArray<ArrayBuffer>;

/** Prepared once for a view and a layout of picture; a stream rarely changes it. */
interface Plan {
  readonly key: string;
  readonly part: PicturePart;
  readonly layout: PictureLayout;
  readonly mask: MaskPainter;
  readonly readLuma: LumaReader;
  /** By card; bounded by the models. */
  readonly painters: Map<string, InputPainter>;
}

/**
 * Reads pictures in memory: one buffer for a picture, which grows to the largest seen, and one input per size, used
 * over and over.
 */
export function createMemoryPictureReader(): PictureReader {
  const planFor = createPlanner();
  const inputs = new Map<string, Pixels>(); // bounded by the models' sizes
  let bytes = new Uint8Array(0);
  let used = 0;
  let loaded: Plan | null = null;
  const painted = new Set<Pixels>();

  async function copy(frame: VideoFrame, plan: Plan): Promise<void> {
    used = Math.max(used, plan.layout.length);
    if (used > bytes.length) bytes = new Uint8Array(used);
    await frame.copyTo(bytes, copyOptions(frame, plan.part, plan.layout));
  }

  return {
    async load(frame, view, onClosed) {
      try {
        const plan = planFor(frame, view);
        await copy(frame, plan);
        loaded = plan;
      } finally {
        frame.close();
        onClosed();
      }
      loaded.mask(bytes);
      const { cells, mean } = loaded.readLuma(bytes);
      const { part } = loaded;
      return { picture: part.picture, region: regionOf(part), luma: cells, brightness: mean };
    },

    paint(card) {
      if (!loaded) throw new Error('no picture is loaded');
      const { layout, painters } = loaded;
      const painter = painters.get(card.name) ?? createInputPainter(layout, fitLetterbox(layout, card.input));
      painters.set(card.name, painter);
      const input = inputs.get(sizeKey(card)) ?? blankInput(card.input);
      inputs.set(sizeKey(card), input);
      painted.add(input);
      painter.paint(bytes, input);
      painter.forget();
      return input;
    },

    forget() {
      bytes.fill(0, 0, used);
      used = 0;
      for (const input of painted) input.fill(PADDING);
      painted.clear();
      loaded = null;
    },
  };
}

/** Finds the plan for a frame; one is kept for each view, and goes with it. */
function createPlanner(): (frame: VideoFrame, view: View) => Plan {
  const plans = new WeakMap<View, Plan>();
  return (frame, view) => {
    const part = partOf(frameSize(frame), view.region);
    const layout = layoutOf(frame, part);
    const key = JSON.stringify([layout, part]);
    const known = plans.get(view);
    if (known?.key === key) return known;
    const masks = view.masks.map((polygon) => toPart(part, polygon));
    const mask = createMaskPainter(masks, layout);
    const plan = { key, part, layout, mask, readLuma: createLumaReader(layout), painters: new Map() };
    plans.set(view, plan);
    return plan;
  };
}

function sizeKey({ input }: ModelCard): string {
  return `${input.width}x${input.height}`;
}

function blankInput({ width, height }: PixelSize): Pixels {
  return new Uint8ClampedArray(width * height * 4).fill(PADDING);
}
