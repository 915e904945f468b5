import { aroundEllipse } from './flatten-curve.ts';
import { parsePath, type FileOutline } from './svg-path.ts';
import { numbersIn, type FilePoint } from './svg-transform.ts';

/** Elements that a plan is read from. */
export const SHAPES: ReadonlySet<string> = new Set([
  'line',
  'rect',
  'polyline',
  'polygon',
  'circle',
  'ellipse',
  'path',
]);

/** Pixels of CSS in one of these units. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  pt: 96 / 72,
  pc: 16,
};

type Attributes = ReadonlyMap<string, string>;

/** A shape as outlines in the units of its own coordinates; null where it cannot be read. */
export function outlinesOf(name: string, attributes: Attributes): readonly FileOutline[] | null {
  if (name === 'path') return parsePath(attributes.get('d') ?? '');
  if (name === 'polyline' || name === 'polygon') {
    const points = pointsOf(attributes.get('points') ?? '');
    return points && [{ points, isClosed: name === 'polygon' }];
  }
  const length = (key: string): number => lengthOf(attributes.get(key));
  const points = cornersOf(name, length);
  const isRead = points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  return isRead ? [{ points, isClosed: name !== 'line' }] : null;
}

function cornersOf(name: string, length: (key: string) => number): readonly FilePoint[] {
  switch (name) {
    case 'line':
      return [
        { x: length('x1'), y: length('y1') },
        { x: length('x2'), y: length('y2') },
      ];
    case 'rect': {
      const [left, top] = [length('x'), length('y')];
      const [right, bottom] = [left + length('width'), top + length('height')];
      return [
        { x: left, y: top },
        { x: right, y: top },
        { x: right, y: bottom },
        { x: left, y: bottom },
      ];
    }
    case 'circle': {
      const r = length('r');
      return aroundEllipse({ x: length('cx'), y: length('cy') }, { x: r, y: r });
    }
    default:
      return aroundEllipse({ x: length('cx'), y: length('cy') }, { x: length('rx'), y: length('ry') });
  }
}

/** Pairs of numbers; null where they cannot be read. */
function pointsOf(text: string): readonly FilePoint[] | null {
  const numbers = numbersIn(text);
  if (!numbers || numbers.length % 2 !== 0) return null;
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : []));
}

/** NaN for a share of the page, or what is no length; 0 where it is absent. */
function lengthOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const [, number = '', unit = ''] = /^\s*([+-]?[\d.]+(?:[eE][+-]?\d+)?)([a-z]{0,2})\s*$/.exec(text) ?? [];
  return number === '' ? Number.NaN : Number(number) * (UNITS[unit] ?? Number.NaN);
}
