import { outlinesOf, SHAPES } from './svg-shape.ts';
import type { FileOutline } from './svg-path.ts';
import { composed, parseTransform, transformed, UNMOVED, type Affine } from './svg-transform.ts';
import { scanXml } from './xml-scan.ts';

/** Characters of a plan's file at most. */
export const MAX_PLAN_FILE_LENGTH = 2_000_000;
const MAX_ELEMENTS = 20_000;
const MAX_DEPTH = 64;
/** Points that all shapes may flatten to, before they are made simpler. */
const MAX_FLAT_POINTS = 60_000;
/** Farther than this from the origin nobody draws, in the file's units. */
const FARTHEST = 1e7;

/** Why a file is no plan. Nothing of it is taken then. */
export type PlanFileRefusal =
  | 'too-long'
  | 'not-svg'
  | 'broken'
  /** It holds a picture: photographs of people are no plan. */
  | 'picture'
  | 'embedded-page'
  | 'script'
  | 'embedded-data'
  | 'too-many-elements'
  | 'too-deep'
  | 'too-detailed'
  | 'no-shapes';

/** What of a file was not taken, by kind. */
export const LEFT_OUT = [
  'text',
  'style',
  'link',
  'copy',
  'effect',
  'animation',
  'hidden',
  'unreadable',
  'other',
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** Lines of a file, from its upper left corner on, in its own units. */
export interface PlanDrawing {
  readonly outlines: readonly FileOutline[];
  readonly width: number;
  readonly height: number;
  /** How many elements of each kind were not taken; kinds of which there were none are absent. */
  readonly leftOut: ReadonlyMap<LeftOut, number>;
}

export type PlanFile =
  | { readonly ok: true; readonly drawing: PlanDrawing }
  | { readonly ok: false; readonly reason: PlanFileRefusal };

/** Elements for which the whole file is refused, in small letters and whatever their prefix. */
const REFUSED: ReadonlyMap<string, PlanFileRefusal> = new Map([
  ...['image', 'feimage', 'img', 'picture', 'video', 'canvas'].map((name) => [name, 'picture'] as const),
  ...['foreignobject', 'iframe', 'object', 'embed', 'audio', 'html', 'body'].map(
    (name) => [name, 'embedded-page'] as const,
  ),
  ...['script', 'handler', 'listener'].map((name) => [name, 'script'] as const),
]);

const GROUPS: ReadonlySet<string> = new Set(['g', 'switch']);
/** Says something of the file, and draws nothing. */
const SILENT: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);

const KINDS: ReadonlyMap<string, LeftOut> = new Map([
  ...['text', 'tspan', 'textPath', 'tref'].map((name) => [name, 'text'] as const),
  ['style', 'style'],
  ['a', 'link'],
  ...['use', 'symbol', 'marker', 'pattern'].map((name) => [name, 'copy'] as const),
  ...['linearGradient', 'radialGradient', 'clipPath', 'mask', 'filter'].map(
    (name) => [name, 'effect'] as const,
  ),
  ...['animate', 'animateTransform', 'animateMotion', 'set'].map((name) => [name, 'animation'] as const),
]);

/**
 * Reads the lines of an SVG file, and nothing else of it: what comes back are numbers. A picture, a page within the
 * file, a script or embedded data refuse it as a whole; what is no shape is left out and counted.
 */
export function readSvgPlan(text: string): PlanFile {
  if (text.length > MAX_PLAN_FILE_LENGTH) return { ok: false, reason: 'too-long' };
  const reader = new PlanReader();
  for (const token of scanXml(text)) {
    const refusal =
      token.kind === 'broken'
        ? 'broken'
        : token.kind === 'open'
          ? reader.open(token.name, token.attributes)
          : reader.close(token.name);
    if (refusal) return { ok: false, reason: refusal };
  }
  return reader.end();
}

interface Level {
  readonly name: string;
  readonly toFile: Affine;
  /** It and all that is in it is left out; it was counted where that began. */
  readonly isLeftOut: boolean;
}

class PlanReader {
  readonly #levels: Level[] = [];
  readonly #outlines: FileOutline[] = [];
  readonly #leftOut = new Map<LeftOut, number>();
  #elements = 0;
  #points = 0;
  #isOver = false;

  open(fullName: string, attributes: ReadonlyMap<string, string>): PlanFileRefusal | null {
    const [name = '', prefix = 'svg'] = fullName.split(':').reverse();
    const refusal = REFUSED.get(name.toLowerCase()) ?? refusalOf(attributes);
    if (refusal) return refusal;
    const above = this.#levels.at(-1);
    if (!above && (name !== 'svg' || this.#isOver)) return this.#isOver ? 'broken' : 'not-svg';
    this.#elements += 1;
    if (this.#elements > MAX_ELEMENTS) return 'too-many-elements';
    if (this.#levels.length >= MAX_DEPTH) return 'too-deep';
    const level = this.#levelOf(fullName, { name: prefix === 'svg' ? name : '', above, attributes });
    this.#levels.push(level);
    if (!level.isLeftOut && SHAPES.has(name)) this.#draw(name, attributes, level.toFile);
    return this.#points > MAX_FLAT_POINTS ? 'too-detailed' : null;
  }

  close(fullName: string): PlanFileRefusal | null {
    if (this.#levels.pop()?.name !== fullName) return 'broken';
    this.#isOver = this.#levels.length === 0;
    return null;
  }

  end(): PlanFile {
    if (!this.#isOver) return { ok: false, reason: this.#elements === 0 ? 'not-svg' : 'broken' };
    const points = this.#outlines.flatMap((outline) => outline.points);
    const [left, right] = spanOf(points.map(({ x }) => x));
    const [top, bottom] = spanOf(points.map(({ y }) => y));
    if (!(right > left && bottom > top)) return { ok: false, reason: 'no-shapes' };
    const outlines = this.#outlines.map((outline) => ({
      ...outline,
      points: outline.points.map(({ x, y }) => ({ x: x - left, y: y - top })),
    }));
    const drawing = { outlines, width: right - left, height: bottom - top, leftOut: this.#leftOut };
    return { ok: true, drawing };
  }

  #levelOf(
    fullName: string,
    of: {
      readonly name: string;
      readonly above: Level | undefined;
      readonly attributes: ReadonlyMap<string, string>;
    },
  ): Level {
    const { name, above, attributes } = of;
    if (!above) return { name: fullName, toFile: UNMOVED, isLeftOut: false };
    const { toFile } = above;
    if (above.isLeftOut) return { name: fullName, toFile, isLeftOut: true };
    const own = parseTransform(attributes.get('transform'));
    const reason = this.#reasonOf(name, attributes, own !== null);
    if (reason && reason !== 'silent') this.#count(reason);
    return { name: fullName, toFile: own ? composed(toFile, own) : toFile, isLeftOut: reason !== null };
  }

  #reasonOf(
    name: string,
    attributes: ReadonlyMap<string, string>,
    isPlaced: boolean,
  ): LeftOut | 'silent' | null {
    // `defs` draws nothing itself: what in it would have been seen elsewhere is counted there, as a copy.
    if (name === '' || name === 'defs' || SILENT.has(name)) return 'silent';
    if (!SHAPES.has(name) && !GROUPS.has(name)) return KINDS.get(name) ?? 'other';
    if (isHidden(attributes)) return 'hidden';
    return isPlaced ? null : 'unreadable';
  }

  #draw(name: string, attributes: ReadonlyMap<string, string>, toFile: Affine): void {
    const outlines = outlinesOf(name, attributes)?.map((outline) => ({
      ...outline,
      points: outline.points.map((point) => transformed(toFile, point)),
    }));
    const isRead = outlines?.every(({ points }) =>
      points.every(({ x, y }) => Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST),
    );
    if (!outlines || !isRead) {
      this.#count('unreadable');
      return;
    }
    for (const outline of outlines) {
      this.#points += outline.points.length;
      this.#outlines.push(outline);
    }
  }

  #count(kind: LeftOut): void {
    this.#leftOut.set(kind, (this.#leftOut.get(kind) ?? 0) + 1);
  }
}

/** What attributes give away: code that would run, and data that stands in an address. */
function refusalOf(attributes: ReadonlyMap<string, string>): PlanFileRefusal | null {
  for (const [name, value] of attributes) {
    // Blanks and control characters in an address are passed over by browsers.
    const address = value.replace(/[\s\p{Cc}]/gu, '').toLowerCase();
    if (/^on[a-z]+$/i.test(name) || address.startsWith('javascript:')) return 'script';
    if (/(^|[^a-z])data:/.test(address)) return 'embedded-data';
  }
  return null;
}

function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  return (
    attributes.get('display')?.trim() === 'none' ||
    attributes.get('visibility')?.trim() === 'hidden' ||
    /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)\s*(;|$)/.test(attributes.get('style') ?? '')
  );
}

/** Least and greatest; of none, nothing. */
function spanOf(values: readonly number[]): readonly [least: number, greatest: number] {
  return values.reduce<readonly [number, number]>(
    ([least, greatest], value) => [Math.min(least, value), Math.max(greatest, value)],
    [Infinity, -Infinity],
  );
}
