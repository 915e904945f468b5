import { LEAST_PAIRS, meanOffM, type FloorPair } from '../core/calibration/floor-calibration.ts';
import { judgeMarks, type MarksProblem } from '../core/calibration/floor-marks.ts';
import type { Point } from '../core/geometry/point.ts';
import { FARTHEST_M } from '../core/site/floor-fields.ts';

/** A floor mark while it is typed: percent of the picture, metres on the plan. */
export interface MarkText {
  readonly left: string;
  readonly top: string;
  readonly x: string;
  readonly y: string;
}

export const MARK_FIELDS = ['left', 'top', 'x', 'y'] as const;
export type MarkField = (typeof MARK_FIELDS)[number];

/** A mark lies in the picture and on the plan. */
export type MarkSide = 'image' | 'floor';
const SIDES = { image: ['left', 'top'], floor: ['x', 'y'] } as const;

export const EMPTY_MARK: MarkText = { left: '', top: '', x: '', y: '' };

/** What is wrong with typed marks; `row` is an index. */
export type MarksError =
  | { readonly kind: 'number'; readonly row: number; readonly field: MarkField }
  | { readonly kind: 'refused'; readonly problem: MarksProblem };

/** Marks that are a calibration, or the first thing that is wrong. */
export type MarksInput =
  | {
      readonly ok: true;
      readonly marks: readonly FloorPair[];
      /** Distance of each row's mark from where the calibration puts it, cm; null for an empty row. */
      readonly residualsCm: readonly (number | null)[];
      /** Mean of these. */
      readonly meanCm: number;
      /** With four marks all residuals are 0, whatever was measured. */
      readonly isProven: boolean;
    }
  | { readonly ok: false; readonly error: MarksError };

/** Reads rows of four numbers; full-width digits are understood, rows that are wholly empty are skipped. */
export function parseMarks(rows: readonly MarkText[]): MarksInput {
  const marks: FloorPair[] = [];
  for (const [row, text] of rows.entries()) {
    if (isEmpty(text)) continue;
    const field = MARK_FIELDS.find((name) => !isNumber(text[name], name));
    if (field) return { ok: false, error: { kind: 'number', row, field } };
    const value = (name: MarkField): number => numberOf(text[name]);
    marks.push({
      image: { x: value('left') / 100, y: value('top') / 100 },
      floor: { x: value('x'), y: value('y') },
    });
  }
  const judged = judgeMarks(marks);
  if (!judged.ok) return { ok: false, error: { kind: 'refused', problem: judged.problem } };
  const residuals = judged.value.residuals.map(({ metres }) => metres * 100);
  let used = 0;
  return {
    ok: true,
    marks,
    residualsCm: rows.map((text) => (isEmpty(text) ? null : (residuals[used++] ?? null))),
    meanCm: meanOffM(judged.value) * 100,
    isProven: judged.value.sparePairs > 0,
  };
}

/** Where each row lies in the picture (fractions) or on the plan (metres); null where its place there cannot be read. */
export function placesOf(rows: readonly MarkText[], side: MarkSide): readonly (Point<string> | null)[] {
  const share = side === 'image' ? 100 : 1;
  return rows.map((text) => {
    const [x, y] = SIDES[side];
    if (!isNumber(text[x], x) || !isNumber(text[y], y)) return null;
    return { x: numberOf(text[x]) / share, y: numberOf(text[y]) / share };
  });
}

/** True where nothing has been typed for a side. */
export function isSideEmpty(text: MarkText, side: MarkSide): boolean {
  return SIDES[side].every((field) => text[field].trim() === '');
}

/** A place in the picture or on the plan as text: hundredths of a percent, millimetres. */
export function sideText(side: MarkSide, { x, y }: Point<string>): Partial<MarkText> {
  return side === 'image'
    ? { left: rounded(x * 100, 2), top: rounded(y * 100, 2) }
    : { x: rounded(x, 3), y: rounded(y, 3) };
}

/** The same marks as text, to be edited: hundredths of a percent, millimetres. Empty rows fill up to the least number. */
export function formatMarks(marks: readonly FloorPair[] | null): readonly MarkText[] {
  const rows = (marks ?? []).map(({ image, floor }) => ({
    ...EMPTY_MARK,
    ...sideText('image', image),
    ...sideText('floor', floor),
  }));
  const missing = Math.max(0, LEAST_PAIRS - rows.length);
  return [...rows, ...Array.from({ length: missing }, () => EMPTY_MARK)];
}

function isEmpty(text: MarkText): boolean {
  return MARK_FIELDS.every((field) => text[field].trim() === '');
}

function isNumber(text: string, field: MarkField): boolean {
  const value = numberOf(text);
  const isOnPicture = field === 'left' || field === 'top';
  return isOnPicture ? value >= 0 && value <= 100 : Math.abs(value) <= FARTHEST_M;
}

function numberOf(text: string): number {
  const digits = text.normalize('NFKC').replace(/[%m]$/, '').replace('−', '-').trim();
  return digits === '' ? Number.NaN : Number(digits);
}

function rounded(value: number, digits: number): string {
  return String(Math.round(value * 10 ** digits) / 10 ** digits);
}
