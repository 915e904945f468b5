import type { PixelSize } from './letterbox.ts';

type Colour = readonly [number, number, number];

/** In picture heights. */
type Spot = readonly [x: number, y: number];

/** Somebody who stands at `feet` (x is a fraction of the width, y of the height) and is `tall` picture heights tall. */
interface Figure {
  readonly x: number;
  readonly feet: number;
  readonly tall: number;
  readonly shirt: Colour;
  readonly trousers: Colour;
}

const FIGURES: readonly Figure[] = [
  { x: 0.22, feet: 0.8, tall: 0.5, shirt: [178, 52, 44], trousers: [38, 44, 66] },
  { x: 0.52, feet: 0.7, tall: 0.4, shirt: [58, 96, 160], trousers: [70, 62, 54] },
  { x: 0.8, feet: 0.78, tall: 0.45, shirt: [222, 214, 190], trousers: [46, 46, 50] },
];

/** How many people are drawn. */
export const KNOWN_PEOPLE_DRAWN = FIGURES.length;

const SKIN: Colour = [206, 160, 132];
const HAIR: Colour = [44, 34, 28];
const WALL: Colour = [196, 190, 180];
const FLOOR: Colour = [142, 128, 104];
const SHADOW: Colour = [96, 84, 70];
const HORIZON = 0.35;
const NOISE = 6;

/**
 * A picture whose answer is known: three people of different size, drawn with simple shapes on a shop floor under
 * noise that repeats. RGBA, row by row; the same bytes for the same size on every machine.
 */
export function drawKnownFrame(size: PixelSize): Uint8ClampedArray<ArrayBuffer> {
  const canvas = new Canvas(size);
  canvas.fillRows(0, HORIZON, WALL);
  canvas.fillRows(HORIZON, 1, FLOOR);
  for (const figure of FIGURES) drawFigure(canvas, figure);
  canvas.addNoise();
  return canvas.rgba;
}

function drawFigure(canvas: Canvas, { x, feet, tall, shirt, trousers }: Figure): void {
  const at = (right: number, up: number): Spot => [x * canvas.aspect + right * tall, feet - up * tall];
  const limb = (from: Spot, to: Spot, { wide, colour }: { wide: number; colour: Colour }) =>
    canvas.limb(from, to, { radius: (wide * tall) / 2, colour });
  canvas.ellipse(at(0, 0), [0.2 * tall, 0.03 * tall], SHADOW);
  for (const side of [-1, 1]) {
    limb(at(0.05 * side, 0.5), at(0.085 * side, 0.04), { wide: 0.1, colour: trousers });
    limb(at(0.13 * side, 0.78), at(0.17 * side, 0.48), { wide: 0.07, colour: SKIN });
  }
  limb(at(0, 0.76), at(0, 0.52), { wide: 0.25, colour: shirt });
  for (const side of [-1, 1])
    limb(at(0.12 * side, 0.79), at(0.15 * side, 0.66), { wide: 0.08, colour: shirt });
  canvas.ellipse(at(0, 0.92), [0.062 * tall, 0.08 * tall], SKIN);
  canvas.ellipse(at(0, 0.96), [0.066 * tall, 0.05 * tall], HAIR);
}

/** RGBA pixels that shapes are filled in; what is exact in IEEE arithmetic is all that decides on a pixel. */
class Canvas {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  readonly aspect: number;
  readonly #size: PixelSize;

  constructor(size: PixelSize) {
    this.#size = size;
    this.aspect = size.width / size.height;
    this.rgba = new Uint8ClampedArray(size.width * size.height * 4).fill(255);
  }

  /** Rows between two heights. */
  fillRows(from: number, to: number, colour: Colour): void {
    this.#fill([0, from, this.aspect, to], colour, () => true);
  }

  ellipse([x, y]: Spot, [across, down]: Spot, colour: Colour): void {
    this.#fill([x - across, y - down, x + across, y + down], colour, (px, py) => {
      const [dx, dy] = [(px - x) / across, (py - y) / down];
      return dx * dx + dy * dy <= 1;
    });
  }

  /** A line with round ends. */
  limb(from: Spot, to: Spot, { radius, colour }: { radius: number; colour: Colour }): void {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const [left, right] = [Math.min(from[0], to[0]) - radius, Math.max(from[0], to[0]) + radius];
    const [top, bottom] = [Math.min(from[1], to[1]) - radius, Math.max(from[1], to[1]) + radius];
    this.#fill([left, top, right, bottom], colour, (px, py) => {
      const along = ((px - from[0]) * dx + (py - from[1]) * dy) / (dx * dx + dy * dy);
      const t = Math.min(1, Math.max(0, along));
      const [ax, ay] = [px - from[0] - t * dx, py - from[1] - t * dy];
      return ax * ax + ay * ay <= radius * radius;
    });
  }

  /** From a linear congruential generator: flat colours are not what a network is used to. */
  addNoise(): void {
    let state = 12345;
    this.rgba.forEach((value, at) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      if (at % 4 !== 3) this.rgba[at] = value + ((state >>> 24) % (2 * NOISE + 1)) - NOISE;
    });
  }

  /** Colours the pixels within bounds (left, top, right, bottom) whose centre is inside. */
  #fill(
    [left, top, right, bottom]: readonly [number, number, number, number],
    colour: Colour,
    inside: (x: number, y: number) => boolean,
  ): void {
    const { width, height } = this.#size;
    const lastRow = Math.min(height, Math.ceil(bottom * height));
    const lastColumn = Math.min(width, Math.ceil(right * height));
    for (let row = Math.max(0, Math.floor(top * height)); row < lastRow; row++)
      for (let column = Math.max(0, Math.floor(left * height)); column < lastColumn; column++)
        if (inside((column + 0.5) / height, (row + 0.5) / height))
          this.rgba.set(colour, (row * width + column) * 4);
  }
}
