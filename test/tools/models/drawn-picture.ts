/** A picture as the models take it: RGBA, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

type Colour = readonly [number, number, number];

/** Where a figure's feet are and how tall it is, in fractions of the picture's height. */
interface Figure {
  readonly x: number;
  readonly feet: number;
  readonly tall: number;
  readonly shirt: Colour;
  readonly trousers: Colour;
}

const FIGURES: readonly Figure[] = [
  { x: 0.3, feet: 0.85, tall: 0.62, shirt: [178, 52, 44], trousers: [38, 44, 66] },
  { x: 0.72, feet: 0.7, tall: 0.42, shirt: [58, 96, 160], trousers: [70, 62, 54] },
  { x: 0.95, feet: 0.95, tall: 0.7, shirt: [222, 214, 190], trousers: [46, 46, 50] },
];

/** A shop floor with three people drawn with simple shapes, under noise that repeats exactly. */
export function drawPicture(width: number, height: number): Picture {
  const picture = { width, height, rgba: new Uint8Array(width * height * 4).fill(255) };
  paint(
    picture,
    () => true,
    ([, y]) => (y < 0.35 ? [196, 190, 180] : [150 - 60 * (y - 0.35), 128, 104]),
  );
  for (const figure of FIGURES) drawFigure(picture, figure);
  addNoise(picture.rgba);
  return picture;
}

function drawFigure(picture: Picture, { x, feet, tall, shirt, trousers }: Figure): void {
  const at = (dx: number, up: number): [number, number] => [x + dx * tall, feet - up * tall];
  const skin: Colour = [206, 160, 132];
  const ellipse = (centre: [number, number], radii: [number, number], colour: Colour) => {
    const inside = ([px, py]: [number, number]) =>
      ((px - centre[0]) / (radii[0] * tall)) ** 2 + ((py - centre[1]) / (radii[1] * tall)) ** 2 <= 1;
    paint(picture, inside, () => colour);
  };
  const limb = (
    from: [number, number],
    to: [number, number],
    { wide, colour }: { wide: number; colour: Colour },
  ) => {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const inside = ([px, py]: [number, number]) => {
      const along = ((px - from[0]) * dx + (py - from[1]) * dy) / (dx * dx + dy * dy);
      const t = Math.min(1, Math.max(0, along));
      return Math.hypot(px - from[0] - t * dx, py - from[1] - t * dy) <= (wide * tall) / 2;
    };
    paint(picture, inside, () => colour);
  };
  ellipse(at(0, 0), [0.2, 0.03], [96, 84, 70]);
  limb(at(-0.05, 0.5), at(-0.08, 0.04), { wide: 0.1, colour: trousers });
  limb(at(0.05, 0.5), at(0.09, 0.04), { wide: 0.1, colour: trousers });
  limb(at(-0.13, 0.78), at(-0.17, 0.48), { wide: 0.07, colour: skin });
  limb(at(0.13, 0.78), at(0.17, 0.48), { wide: 0.07, colour: skin });
  limb(at(0, 0.76), at(0, 0.52), { wide: 0.25, colour: shirt });
  limb(at(-0.12, 0.79), at(-0.15, 0.66), { wide: 0.08, colour: shirt });
  limb(at(0.12, 0.79), at(0.15, 0.66), { wide: 0.08, colour: shirt });
  ellipse(at(0, 0.92), [0.062, 0.08], skin);
  ellipse(at(0, 0.96), [0.066, 0.05], [44, 34, 28]);
}

/** Colours the pixels whose centre, in fractions of the height, passes the test. */
function paint(
  { width, height, rgba }: Picture,
  inside: (point: [number, number]) => boolean,
  colour: (point: [number, number]) => Colour,
): void {
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const point: [number, number] = [(column + 0.5) / height, (row + 0.5) / height];
      if (inside(point)) rgba.set(colour(point), (row * width + column) * 4);
    }
}

/** ±6 levels from a linear congruential generator. */
function addNoise(rgba: Uint8Array): void {
  let state = 12345;
  for (let i = 0; i < rgba.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    if (i % 4 !== 3) rgba[i] = Math.min(255, Math.max(0, rgba[i]! + ((state >>> 24) % 13) - 6));
  }
}
