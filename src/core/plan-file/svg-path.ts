import { alongArc, alongCubic, alongQuadratic } from './flatten-curve.ts';
import type { FilePoint } from './svg-transform.ts';

/** Corners of something in a file, joined in order. */
export interface FileOutline {
  readonly points: readonly FilePoint[];
  readonly isClosed: boolean;
}

/** How many numbers each command takes; a flag of an arc counts as one. */
const TAKES: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};
/** Points that one path may flatten to. */
const MOST_POINTS = 20_000;

interface Step {
  readonly command: string;
  readonly isRelative: boolean;
  readonly numbers: readonly number[];
}

/** The data of a path as outlines, its curves flattened; null where they cannot be read or are too long. */
export function parsePath(data: string): readonly FileOutline[] | null {
  const steps = stepsOf(data);
  if (!steps) return null;
  const pen = new Pen();
  for (const step of steps) {
    pen.draw(step);
    if (pen.drawn > MOST_POINTS) return null;
  }
  return pen.outlines();
}

/** Null: something else stands in the data. Numbers after those of a move are lines. */
function stepsOf(data: string): readonly Step[] | null {
  const steps: Step[] = [];
  const reader = new PathReader(data);
  while (!reader.isAtEnd()) {
    const letter = reader.letter();
    const command = letter.toUpperCase();
    const takes = TAKES[command];
    if (takes === undefined || (steps.length === 0 && command !== 'M')) return null;
    let next = command;
    do {
      const numbers = reader.numbers(takes, command === 'A');
      if (!numbers) return null;
      steps.push({ command: next, isRelative: letter !== command, numbers });
      if (next === 'M') next = 'L';
    } while (takes > 0 && reader.hasNumber());
  }
  return steps;
}

class PathReader {
  readonly #data: string;
  #at = 0;
  readonly #gap = /[\s,]*/y;
  readonly #number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;

  constructor(data: string) {
    this.#data = data;
  }

  isAtEnd(): boolean {
    this.#skip();
    return this.#at >= this.#data.length;
  }

  letter(): string {
    return this.#data[this.#at++] ?? '';
  }

  hasNumber(): boolean {
    this.#skip();
    return /[\d.+-]/.test(this.#data[this.#at] ?? '');
  }

  /** The fourth and fifth number of an arc are single digits, which may stand without a gap. */
  numbers(count: number, isArc: boolean): readonly number[] | null {
    const numbers: number[] = [];
    for (let n = 0; n < count; n += 1) {
      this.#skip();
      this.#number.lastIndex = this.#at;
      const isFlag = isArc && (n === 3 || n === 4);
      const text = isFlag ? this.#data[this.#at] : this.#number.exec(this.#data)?.[0];
      const value = text === undefined || (isFlag && !/[01]/.test(text)) ? Number.NaN : Number(text);
      if (!Number.isFinite(value)) return null;
      this.#at += text?.length ?? 0;
      numbers.push(value);
    }
    return numbers;
  }

  #skip(): void {
    this.#gap.lastIndex = this.#at;
    this.#gap.exec(this.#data);
    this.#at = this.#gap.lastIndex;
  }
}

/** What a path has drawn so far. */
class Pen {
  drawn = 0;
  readonly #done: FileOutline[] = [];
  #points: FilePoint[] = [];
  #start: FilePoint = { x: 0, y: 0 };
  #at: FilePoint = { x: 0, y: 0 };
  /** Last control point of a curve, for one that goes on smoothly, and the kind of the curve. */
  #control: { readonly of: 'C' | 'Q'; readonly point: FilePoint } | null = null;

  draw({ command, isRelative, numbers }: Step): void {
    const from = this.#at;
    const origin = isRelative ? from : { x: 0, y: 0 };
    const point = (index: number): FilePoint => ({
      x: origin.x + (numbers[index] ?? 0),
      y: origin.y + (numbers[index + 1] ?? 0),
    });
    const [first = 0] = numbers;
    const control = this.#control;
    this.#control = null;
    switch (command) {
      case 'M':
        this.#lift(false);
        this.#start = this.#at = point(0);
        return;
      case 'Z':
        this.#lift(true);
        this.#at = this.#start;
        return;
      case 'L': {
        this.#go([point(0)]);
        return;
      }
      case 'H': {
        this.#go([{ x: origin.x + first, y: from.y }]);
        return;
      }
      case 'V': {
        this.#go([{ x: from.x, y: origin.y + first }]);
        return;
      }
      case 'C': {
        this.#cubic(point(0), point(2), point(4));
        return;
      }
      case 'S': {
        this.#cubic(mirrored(control?.of === 'C' ? control.point : from, from), point(0), point(2));
        return;
      }
      case 'Q': {
        this.#quadratic(point(0), point(2));
        return;
      }
      case 'T': {
        this.#quadratic(mirrored(control?.of === 'Q' ? control.point : from, from), point(0));
        return;
      }
      case 'A': {
        const [x = 0, y = 0, turnedDeg = 0, large, sweep] = numbers;
        const arc = { radii: { x, y }, turnedDeg, isLarge: large === 1, isSweep: sweep === 1 };
        this.#go(alongArc(from, point(5), arc));
        return;
      }
    }
  }

  outlines(): readonly FileOutline[] {
    this.#lift(false);
    return this.#done;
  }

  #cubic(b: FilePoint, c: FilePoint, d: FilePoint): void {
    this.#go(alongCubic(this.#at, [b, c, d]));
    this.#control = { of: 'C', point: c };
  }

  #quadratic(b: FilePoint, c: FilePoint): void {
    this.#go(alongQuadratic(this.#at, [b, c]));
    this.#control = { of: 'Q', point: b };
  }

  #go(points: readonly FilePoint[]): void {
    if (this.#points.length === 0) this.#points.push(this.#at);
    this.#points.push(...points);
    this.drawn += points.length;
    this.#at = points.at(-1) ?? this.#at;
  }

  #lift(isClosed: boolean): void {
    if (this.#points.length > 1) this.#done.push({ points: this.#points, isClosed });
    this.#points = [];
  }
}

function mirrored(point: FilePoint, at: FilePoint): FilePoint {
  return { x: 2 * at.x - point.x, y: 2 * at.y - point.y };
}
