import type { Point } from '../geometry/point.ts';

/** A place in the units of a file. */
export type FilePoint = Point<'file'>;

/** `x' = ax + cy + e`, `y' = bx + dy + f`, as SVG writes it. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const UNMOVED: Affine = [1, 0, 0, 1, 0, 0];

/** The place after the transformation. */
export function transformed([a, b, c, d, e, f]: Affine, { x, y }: FilePoint): FilePoint {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** First `inner`, then `outer`. */
export function composed(outer: Affine, inner: Affine): Affine {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

const ONE = /^[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)/;
const MOST_STEPS = 32;

/** An attribute `transform`; null where it cannot be read. Absent: nothing moves. */
export function parseTransform(text: string | undefined): Affine | null {
  let rest = text ?? '';
  let all = UNMOVED;
  for (let step = 0; rest.trim() !== ''; step += 1) {
    const found = ONE.exec(rest);
    const numbers = found && numbersIn(found[2] ?? '');
    const one = found && numbers && affineOf(found[1] ?? '', numbers);
    if (!one || step >= MOST_STEPS) return null;
    all = composed(all, one);
    rest = rest.slice(found[0].length);
  }
  return all;
}

/** Numbers apart by spaces or commas; null where something else is among them. */
export function numbersIn(text: string): readonly number[] | null {
  const numbers: number[] = [];
  const number = /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/y;
  let end = 0;
  for (let found = number.exec(text); found; found = number.exec(text)) {
    numbers.push(Number(found[1]));
    end = number.lastIndex;
  }
  return text.slice(end).trim() === '' && numbers.every(Number.isFinite) ? numbers : null;
}

function affineOf(name: string, given: readonly number[]): Affine | null {
  const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0] = given;
  const count = given.length;
  const radians = (p / 180) * Math.PI;
  switch (name) {
    case 'matrix':
      return count === 6 ? [p, q, r, s, t, u] : null;
    case 'translate':
      return count === 1 || count === 2 ? [1, 0, 0, 1, p, q] : null;
    case 'scale':
      return count === 1 || count === 2 ? [p, 0, 0, count === 1 ? p : q, 0, 0] : null;
    case 'rotate':
      return count === 1 || count === 3 ? rotation(radians, { x: q, y: r }) : null;
    case 'skewX':
      return count === 1 ? [1, 0, Math.tan(radians), 1, 0, 0] : null;
    case 'skewY':
      return count === 1 ? [1, Math.tan(radians), 0, 1, 0, 0] : null;
    default:
      return null;
  }
}

function rotation(radians: number, { x, y }: FilePoint): Affine {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}
