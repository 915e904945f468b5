import type { Box } from '../core/geometry/box.ts';
import type { FloorPoint } from '../core/geometry/point.ts';
import { FARTHEST_M, LEAST_FIXTURE_M, PLAN_SIZE_M } from '../core/site/floor-fields.ts';
import type { FloorPlan } from '../core/site/site.ts';

/** Width and depth of a plan, metres. */
export type PlanSize = Pick<FloorPlan, 'widthM' | 'depthM'>;

export const SIZE_FIELDS = ['width', 'depth'] as const;
export type SizeField = (typeof SIZE_FIELDS)[number];
export type SizeText = Readonly<Record<SizeField, string>>;

/** Reads the size of a plan; full-width digits are understood. */
export function parseSize(
  text: SizeText,
): { readonly ok: true; readonly size: PlanSize } | { readonly ok: false; readonly field: SizeField } {
  const field = SIZE_FIELDS.find((name) => {
    const length = parseMetres(text[name]);
    return !(length >= PLAN_SIZE_M.least && length <= PLAN_SIZE_M.most);
  });
  if (field) return { ok: false, field };
  return { ok: true, size: { widthM: parseMetres(text.width), depthM: parseMetres(text.depth) } };
}

/** The same size as text, to be edited: centimetres. */
export function formatSize({ widthM, depthM }: PlanSize): SizeText {
  return { width: metresText(widthM), depth: metresText(depthM) };
}

/** A rectangle on the plan while it is typed: its upper left corner, width and depth in metres. */
export const BOX_FIELDS = ['left', 'top', 'width', 'depth'] as const;
export type BoxField = (typeof BOX_FIELDS)[number];
export type BoxText = Readonly<Record<BoxField, string>>;

/** The first field that is wrong: no length, too short, or reaching beyond the plan. */
export interface BoxError {
  readonly kind: 'number' | 'outside';
  readonly field: BoxField;
}

/** Reads a rectangle that lies on a plan of this size. */
export function parseBox(
  text: BoxText,
  { widthM, depthM }: PlanSize,
): { readonly ok: true; readonly box: Box } | { readonly ok: false; readonly error: BoxError } {
  const [left, top, width, depth] = [text.left, text.top, text.width, text.depth].map(parseMetres) as [
    number,
    number,
    number,
    number,
  ];
  const least = { left: 0, top: 0, width: LEAST_FIXTURE_M, depth: LEAST_FIXTURE_M };
  const values = { left, top, width, depth };
  const bad = BOX_FIELDS.find((field) => !(values[field] >= least[field]));
  if (bad) return { ok: false, error: { kind: 'number', field: bad } };
  // A hair more is rounding: 3.6 + 0.1 is not 3.7.
  if (left + width > widthM + 1e-9) return { ok: false, error: { kind: 'outside', field: 'width' } };
  if (top + depth > depthM + 1e-9) return { ok: false, error: { kind: 'outside', field: 'depth' } };
  const box = { left, top, right: Math.min(left + width, widthM), bottom: Math.min(top + depth, depthM) };
  return { ok: true, box };
}

/** The same rectangle as text, to be edited: centimetres. */
export function formatBox({ left, top, right, bottom }: Box): BoxText {
  return {
    left: metresText(left),
    top: metresText(top),
    width: metresText(right - left),
    depth: metresText(bottom - top),
  };
}

/** What is wrong with typed corners; `row` counts from 1. */
export type CornersError =
  | { readonly kind: 'row-invalid' | 'row-outside'; readonly row: number }
  | { readonly kind: 'too-few' | 'too-many' };

export type CornersInput =
  | { readonly ok: true; readonly corners: readonly FloorPoint[] }
  | { readonly ok: false; readonly error: CornersError };

/** How many corners there may be, and the plan on which they must lie; null: they may lie out in the street. */
export interface CornersLimits {
  readonly least: number;
  readonly most: number;
  readonly plan: PlanSize | null;
}

/** Reads one corner a row, `x, y` in metres on the plan. */
export function parseCorners(text: string, { least, most, plan }: CornersLimits): CornersInput {
  const rows = rowsOf(text);
  const bad = rows.find(({ numbers }) => numbers.length !== 2 || !numbers.every(isPlace));
  if (bad) return { ok: false, error: { kind: 'row-invalid', row: bad.row } };
  const isOff = ([x = 0, y = 0]: readonly number[]): boolean =>
    plan !== null && (Math.min(x, y) < 0 || x > plan.widthM || y > plan.depthM);
  const off = rows.find(({ numbers }) => isOff(numbers));
  if (off) return { ok: false, error: { kind: 'row-outside', row: off.row } };
  if (rows.length < least) return { ok: false, error: { kind: 'too-few' } };
  if (rows.length > most) return { ok: false, error: { kind: 'too-many' } };
  return { ok: true, corners: rows.map(({ numbers: [x = 0, y = 0] }) => ({ x, y })) };
}

/** The same corners as text, to be edited: centimetres. */
export function formatCorners(corners: readonly FloorPoint[]): string {
  return corners.map(({ x, y }) => `${metresText(x)}, ${metresText(y)}`).join('\n');
}

function rowsOf(text: string): readonly { readonly row: number; readonly numbers: readonly number[] }[] {
  return text
    .normalize('NFKC')
    .split('\n')
    .map((line, index) => ({
      row: index + 1,
      numbers: line
        .split(/[\s,、]+/)
        .filter((cell) => cell !== '')
        .map(Number),
    }))
    .filter(({ numbers }) => numbers.length > 0);
}

function isPlace(value: number): boolean {
  return Math.abs(value) <= FARTHEST_M;
}

/** A length in metres as it was typed; full-width digits are understood. NaN: it is none. */
export function parseMetres(text: string): number {
  const digits = text.normalize('NFKC').replace(/m$/, '').trim();
  return digits === '' ? Number.NaN : Number(digits);
}

function metresText(metres: number): string {
  return String(Math.round(metres * 100) / 100);
}
