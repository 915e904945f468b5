import { LEAST_PAIRS, type FloorPair } from '../core/calibration/floor-calibration.ts';
import { judgeMarks, type MarksProblem } from '../core/calibration/floor-marks.ts';
import type { ImagePoint } from '../core/geometry/point.ts';
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
    isProven: judged.value.sparePairs > 0,
  };
}

/** Where in the picture each row lies; null where its place there cannot be read. */
export function placesOf(rows: readonly MarkText[]): readonly (ImagePoint | null)[] {
  return rows.map(({ left, top }) =>
    isNumber(left, 'left') && isNumber(top, 'top')
      ? { x: numberOf(left) / 100, y: numberOf(top) / 100 }
      : null,
  );
}

/** The same marks as text, to be edited: hundredths of a percent, millimetres. Empty rows fill up to the least number. */
export function formatMarks(marks: readonly FloorPair[] | null): readonly MarkText[] {
  const rows = (marks ?? []).map(({ image, floor }) => ({
    left: rounded(image.x * 100, 2),
    top: rounded(image.y * 100, 2),
    x: rounded(floor.x, 3),
    y: rounded(floor.y, 3),
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
