import type { FloorPoint } from '../../src/core/geometry/point.ts';
import {
  BACK_SHELF,
  BACK_WALL_Y,
  COUNTER,
  DOOR,
  FACADE_Y,
  type Fixture,
  GLASS_NEAR_Y,
  GLASS_X,
  RIGHT_WALL_X,
  SIDE_SHELF,
  WALL_HEIGHT_M,
} from '../../src/core/simulation/floor-plan.ts';
import type { SimulatedPerson } from '../../src/core/simulation/person.ts';
import { distanceFrom } from '../../src/core/simulation/pinhole.ts';
import { createRandom } from '../../src/core/simulation/random.ts';
import { drawPerson } from './draw-person.ts';
import { type Context, fillPolygon, type Picture, type Pixel, strokeLine } from './picture.ts';

type Range = readonly [from: number, to: number];

const FAR_LEFT_X = -40;
const GOODS = ['#b9c4c9', '#c8b89c', '#a8b59a', '#cfc3b4', '#9fb0bf', '#bfa79a', '#d6cfb9', '#a7a3ae'];

/** Everything that never moves and never stands before a person: draw it once and keep it. */
export function drawEmptyStore(ctx: Context, picture: Picture): void {
  ctx.fillStyle = '#c9d1d3';
  ctx.fillRect(0, 0, picture.widthPx, picture.heightPx);
  drawStreet(ctx, picture);
  drawRoom(ctx, picture);
  drawShelf(ctx, picture, { shelf: BACK_SHELF, face: 'near' });
  drawShelf(ctx, picture, { shelf: SIDE_SHELF, face: 'left' });
}

/** Draws people and what stands among them, far to near, over the empty store. */
export function drawScene(ctx: Context, people: readonly SimulatedPerson[], picture: Picture): void {
  const farFirst = [...people]
    .filter((person) => person.position.y > 1.5)
    .sort((a, b) => distanceFrom(picture.view, b.position) - distanceFrom(picture.view, a.position));
  const isOutside = (person: SimulatedPerson): boolean => person.position.x < GLASS_X;
  for (const person of farFirst.filter(isOutside)) drawPerson(ctx, person, picture);
  drawGlass(ctx, picture);
  const counterAt = distanceFrom(picture.view, { x: COUNTER.left, y: (COUNTER.near + COUNTER.far) / 2 });
  let counterIsDue = true;
  for (const person of farFirst.filter((one) => !isOutside(one))) {
    if (counterIsDue && distanceFrom(picture.view, person.position) < counterAt) {
      drawCounter(ctx, picture);
      counterIsDue = false;
    }
    drawPerson(ctx, person, picture);
  }
  if (counterIsDue) drawCounter(ctx, picture);
}

function drawStreet(ctx: Context, picture: Picture): void {
  const { at } = picture;
  const wall = (from: number, to: number): Pixel[] => [
    at({ x: FAR_LEFT_X, y: FACADE_Y }, from),
    at({ x: GLASS_X + 2, y: FACADE_Y }, from),
    at({ x: GLASS_X + 2, y: FACADE_Y }, to),
    at({ x: FAR_LEFT_X, y: FACADE_Y }, to),
  ];
  fillPolygon(ctx, wall(0, 9), '#b4b0a8');
  fillPolygon(ctx, wall(0, 0.5), '#9c978e');
  fillPolygon(
    ctx,
    floor(picture, { left: FAR_LEFT_X, right: GLASS_X, near: GLASS_NEAR_Y, far: FACADE_Y }),
    '#a9a7a2',
  );
  for (let x = -14; x < GLASS_X; x += 0.9) {
    hairline(ctx, [at({ x, y: GLASS_NEAR_Y }, 0), at({ x, y: FACADE_Y }, 0)], 'rgb(120 118 112 / 0.35)');
  }
  for (let y = 3; y < FACADE_Y; y += 0.9) {
    hairline(ctx, [at({ x: FAR_LEFT_X, y }, 0), at({ x: GLASS_X, y }, 0)], 'rgb(120 118 112 / 0.3)');
  }
}

function drawRoom(ctx: Context, picture: Picture): void {
  const { at } = picture;
  const corner = (x: number, y: number, up: number): Pixel => at({ x, y }, up);
  const near = GLASS_NEAR_Y;
  const ceiling = [
    corner(GLASS_X, near, WALL_HEIGHT_M),
    corner(RIGHT_WALL_X, near, WALL_HEIGHT_M),
    corner(RIGHT_WALL_X, BACK_WALL_Y, WALL_HEIGHT_M),
    corner(GLASS_X, BACK_WALL_Y, WALL_HEIGHT_M),
  ];
  fillPolygon(ctx, ceiling, '#e3e0d9');
  const back = [
    corner(GLASS_X, BACK_WALL_Y, 0),
    corner(RIGHT_WALL_X, BACK_WALL_Y, 0),
    corner(RIGHT_WALL_X, BACK_WALL_Y, WALL_HEIGHT_M),
    corner(GLASS_X, BACK_WALL_Y, WALL_HEIGHT_M),
  ];
  fillPolygon(ctx, back, '#e9e4d8');
  const right = [
    corner(RIGHT_WALL_X, near, 0),
    corner(RIGHT_WALL_X, BACK_WALL_Y, 0),
    corner(RIGHT_WALL_X, BACK_WALL_Y, WALL_HEIGHT_M),
    corner(RIGHT_WALL_X, near, WALL_HEIGHT_M),
  ];
  fillPolygon(ctx, right, '#ddd7ca');
  const ground = { left: GLASS_X, right: RIGHT_WALL_X, near, far: BACK_WALL_Y };
  const top = at({ x: 0, y: BACK_WALL_Y }, 0).y;
  const shade = ctx.createLinearGradient(0, top, 0, picture.heightPx);
  shade.addColorStop(0, '#cfc6b6');
  shade.addColorStop(1, '#dcd4c6');
  fillPolygon(ctx, floor(picture, ground), shade);
  for (let x = GLASS_X; x < RIGHT_WALL_X; x += 0.6) {
    hairline(ctx, [at({ x, y: near }, 0), at({ x, y: BACK_WALL_Y }, 0)], 'rgb(150 140 124 / 0.22)');
  }
  for (let y = near; y < BACK_WALL_Y; y += 0.6) {
    hairline(ctx, [at({ x: GLASS_X, y }, 0), at({ x: RIGHT_WALL_X, y }, 0)], 'rgb(150 140 124 / 0.22)');
  }
}

function drawGlass(ctx: Context, picture: Picture): void {
  const { at } = picture;
  const panes = [
    [GLASS_NEAR_Y, DOOR.near],
    [DOOR.far, BACK_WALL_Y],
  ] as const;
  const topM = WALL_HEIGHT_M;
  for (const [near, far] of panes) {
    const pane = [
      at({ x: GLASS_X, y: near }, 0),
      at({ x: GLASS_X, y: far }, 0),
      at({ x: GLASS_X, y: far }, topM),
      at({ x: GLASS_X, y: near }, topM),
    ];
    fillPolygon(ctx, pane, 'rgb(214 228 232 / 0.1)');
    strokeLine(ctx, pane.slice(0, 2), { colour: '#8b8f90', widthPx: picture.heightPx * 0.004 });
    for (const y of [near, far]) {
      const post = [at({ x: GLASS_X, y }, 0), at({ x: GLASS_X, y }, topM)];
      strokeLine(ctx, post, {
        colour: '#8b8f90',
        widthPx: picture.pixelsPerMetre({ x: GLASS_X, y }, 1) * 0.05,
      });
    }
  }
}

/** A shelf against a wall: its top, its face with boards and goods. */
function drawShelf(
  ctx: Context,
  picture: Picture,
  { shelf, face }: { readonly shelf: Fixture; readonly face: 'near' | 'left' },
): void {
  const { at } = picture;
  const span = face === 'near' ? shelf.right - shelf.left : shelf.far - shelf.near;
  const along = (m: number): FloorPoint =>
    face === 'near' ? { x: shelf.left + m, y: shelf.near } : { x: shelf.left, y: shelf.far - m };
  const panel = ([from, to]: Range, [low, high]: Range): Pixel[] => [
    at(along(from), low),
    at(along(to), low),
    at(along(to), high),
    at(along(from), high),
  ];
  drawBox(ctx, picture, shelf);
  fillPolygon(ctx, panel([0, span], [0, shelf.heightM]), '#a89c88');
  const random = createRandom(face === 'near' ? 11 : 12);
  const rows = 4;
  const rowM = (shelf.heightM - 0.15) / rows;
  for (let row = 0; row < rows; row++) {
    const low = 0.12 + row * rowM;
    fillPolygon(ctx, panel([0.03, span - 0.03], [low, low + rowM - 0.05]), '#857a69');
    for (let m = 0.06; m < span - 0.16;) {
      const width = random.between(0.09, 0.17);
      const height = rowM * random.between(0.45, 0.75);
      const colour = GOODS[Math.floor(random.next() * GOODS.length)] ?? '#b9c4c9';
      fillPolygon(ctx, panel([m, m + width - 0.015], [low, low + height]), colour);
      m += width;
    }
  }
}

function drawCounter(ctx: Context, picture: Picture): void {
  drawBox(ctx, picture, COUNTER);
  const middle = (COUNTER.near + COUNTER.far) / 2;
  const till = {
    left: COUNTER.left + 0.12,
    right: COUNTER.right - 0.05,
    near: middle,
    far: middle + 0.28,
    heightM: 0.28,
  };
  const { at } = picture;
  const screen = [
    at({ x: till.left, y: till.near }, COUNTER.heightM),
    at({ x: till.right, y: till.near }, COUNTER.heightM),
    at({ x: till.right, y: till.near }, COUNTER.heightM + till.heightM),
    at({ x: till.left, y: till.near }, COUNTER.heightM + till.heightM),
  ];
  fillPolygon(ctx, screen, '#5d6468');
}

/** The faces of an upright box that a camera in front of it sees. */
function drawBox(ctx: Context, picture: Picture, box: Fixture): void {
  const { at } = picture;
  const { left, right, near, far, heightM } = box;
  const side = left > picture.view.position.x ? left : right;
  const top = floor(picture, box, heightM);
  const flank = [
    at({ x: side, y: near }, 0),
    at({ x: side, y: far }, 0),
    at({ x: side, y: far }, heightM),
    at({ x: side, y: near }, heightM),
  ];
  const front = [
    at({ x: left, y: near }, 0),
    at({ x: right, y: near }, 0),
    at({ x: right, y: near }, heightM),
    at({ x: left, y: near }, heightM),
  ];
  fillPolygon(ctx, flank, '#b8aa92');
  fillPolygon(ctx, front, '#c7baa3');
  fillPolygon(ctx, top, '#e2d9c8');
}

function floor(picture: Picture, area: Omit<Fixture, 'heightM'>, aboveM = 0): Pixel[] {
  const { left, right, near, far } = area;
  return [
    { x: left, y: near },
    { x: right, y: near },
    { x: right, y: far },
    { x: left, y: far },
  ].map((point) => picture.at(point, aboveM));
}

function hairline(ctx: Context, points: readonly Pixel[], colour: string): void {
  strokeLine(ctx, points, { colour, widthPx: 1 });
}
