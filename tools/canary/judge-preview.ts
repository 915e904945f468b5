import { NOTHING_TRIED } from './findings.ts';
import type { RgbPicture } from './watermark.ts';

/**
 * What the set-up picture may show: grey blocks of 1/32 × 1/18 of the picture, and flat shapes of one colour where
 * people are. Written down anew, not taken from the app.
 */
const BLOCKS = { columns: 32, rows: 18 } as const;
const SHAPE = [0x16, 0x5a, 0x80] as const;
/** The picture is judged in this size: 20 pixels a block and side. */
export const PREVIEW_SIZE = { width: 640, height: 360 } as const;
/** So much of a block's edge is not looked at: a browser that scales blends neighbours there. */
const RIM = 5;
/** Levels by which greys of one block may differ. */
const SAME_GREY = 3;
/** A channel of a blend of grey and the shapes' colour may be off by as much. */
const SAME_COLOUR = 4;
/** A picture of fewer greys shows no scene: nothing was tried. */
const LEAST_GREYS = 6;
/** Pixels by which a verdict is reached; a mistake in decoding one is none. */
const ENOUGH_PIXELS = 20;

/** What is wrong with a photo of the set-up picture in `PREVIEW_SIZE`. */
export function previewFaults(photo: RgbPicture): string[] {
  const all = new Set<number>();
  let [foreign, uneven] = [0, 0];
  for (let block = 0; block < BLOCKS.columns * BLOCKS.rows; block++) {
    const greys: number[] = [];
    for (const [r, g, b] of pixelsOf(photo, block)) {
      if (r === g && g === b) greys.push(g);
      else if (!isBlend(r, g, b)) foreign += 1;
    }
    for (const grey of greys) all.add(grey);
    if (Math.max(...greys) - Math.min(...greys) > SAME_GREY) uneven += 1;
  }
  return [
    ...(foreign >= ENOUGH_PIXELS ? [`${foreign} pixels of other colours than greys and flat shapes`] : []),
    ...(uneven > 0 ? [`${uneven} blocks hold more than one grey`] : []),
    ...(all.size < LEAST_GREYS ? [`only ${all.size} greys are shown: ${NOTHING_TRIED}`] : []),
  ];
}

function* pixelsOf({ width, rgb }: RgbPicture, block: number): Generator<readonly [number, number, number]> {
  const side = width / BLOCKS.columns;
  const [left, top] = [(block % BLOCKS.columns) * side, Math.floor(block / BLOCKS.columns) * side];
  for (let y = top + RIM; y < top + side - RIM; y++) {
    for (let x = left + RIM; x < left + side - RIM; x++) {
      const at = (y * width + x) * 3;
      yield [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0];
    }
  }
}

/** True where a grey and the shapes' colour give this colour: the edge of a shape is blended. */
function isBlend(r: number, g: number, b: number): boolean {
  const [red, green, blue] = SHAPE;
  const share = (b - r) / (blue - red);
  if (share < 0 || share > 1.05) return false;
  const grey = share > 0.95 ? 0 : (g - share * green) / (1 - share);
  const expected = [red, green, blue].map((channel) => share * channel + (1 - share) * grey);
  return [r, g, b].every((value, channel) => Math.abs(value - (expected[channel] ?? 0)) <= SAME_COLOUR);
}
