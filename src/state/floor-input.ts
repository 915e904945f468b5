import type { Box } from '../core/geometry/box.ts';
import type { FloorPoint } from '../core/geometry/point.ts';
import { FARTHEST_M, LEAST_FIXTURE_M, MAX_FIXTURES, PLAN_SIZE_M } from '../core/site/floor-fields.ts';
import { MAX_CORNERS } from '../core/site/shape-fields.ts';
import type { FloorPlan } from '../core/site/site.ts';

/** A plan while it is typed: metres, and one rectangle a row. */
export interface PlanText {
  readonly width: string;
  readonly depth: string;
  /** `x, y, width, depth` of each shelf, counter or wall. */
  readonly fixtures: string;
}

/** What is wrong with a typed plan; `row` counts from 1. */
export type PlanError =
  | { readonly kind: 'size'; readonly field: 'width' | 'depth' }
  | { readonly kind: 'row-invalid' | 'row-outside'; readonly row: number }
  | { readonly kind: 'too-many' };

export type PlanInput =
  { readonly ok: true; readonly plan: FloorPlan } | { readonly ok: false; readonly error: PlanError };

/** Reads size and rectangles of a plan; full-width digits and separators are understood. Lines are never typed. */
export function parsePlan(text: PlanText, outlines: FloorPlan['outlines']): PlanInput {
  const sizes = { width: parseMetres(text.width), depth: parseMetres(text.depth) };
  for (const field of ['width', 'depth'] as const) {
    const length = sizes[field];
    if (!(length >= PLAN_SIZE_M.least && length <= PLAN_SIZE_M.most)) return wrong({ kind: 'size', field });
  }
  const fixtures: Box[] = [];
  for (const { row, numbers } of rowsOf(text.fixtures)) {
    const [left = Number.NaN, top = Number.NaN, width = Number.NaN, depth = Number.NaN] = numbers;
    const box = { left, top, right: left + width, bottom: top + depth };
    if (numbers.length !== 4 || !(Math.min(width, depth) >= LEAST_FIXTURE_M)) {
      return wrong({ kind: 'row-invalid', row });
    }
    // A hair more is rounding: 3.6 + 0.1 is not 3.7.
    const isInside =
      left >= 0 && top >= 0 && box.right <= sizes.width + 1e-9 && box.bottom <= sizes.depth + 1e-9;
    if (!isInside) return wrong({ kind: 'row-outside', row });
    fixtures.push({
      ...box,
      right: Math.min(box.right, sizes.width),
      bottom: Math.min(box.bottom, sizes.depth),
    });
  }
  if (fixtures.length > MAX_FIXTURES) return wrong({ kind: 'too-many' });
  return { ok: true, plan: { widthM: sizes.width, depthM: sizes.depth, fixtures, outlines } };
}

/** The same plan as text, to be edited: centimetres. */
export function formatPlan(plan: FloorPlan | null): PlanText {
  const rows = (plan?.fixtures ?? []).map(({ left, top, right, bottom }) =>
    [left, top, right - left, bottom - top].map(metresText).join(', '),
  );
  return {
    width: plan ? metresText(plan.widthM) : '',
    depth: plan ? metresText(plan.depthM) : '',
    fixtures: rows.join('\n'),
  };
}

/** What is wrong with the typed corners of a zone on the floor; `row` counts from 1. */
export type CornersError =
  { readonly kind: 'row-invalid'; readonly row: number } | { readonly kind: 'too-few' | 'too-many' };

export type CornersInput =
  | { readonly ok: true; readonly corners: readonly FloorPoint[] }
  | { readonly ok: false; readonly error: CornersError };

/** Reads one corner a row, `x, y` in metres on the plan. */
export function parseCorners(text: string): CornersInput {
  const rows = rowsOf(text);
  const bad = rows.find(({ numbers }) => numbers.length !== 2 || !numbers.every(isPlace));
  if (bad) return { ok: false, error: { kind: 'row-invalid', row: bad.row } };
  if (rows.length < 3) return { ok: false, error: { kind: 'too-few' } };
  if (rows.length > MAX_CORNERS) return { ok: false, error: { kind: 'too-many' } };
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

function wrong(error: PlanError): PlanInput {
  return { ok: false, error };
}
