import type { Box } from '../core/geometry/box.ts';
import type { ImagePoint } from '../core/geometry/point.ts';
import { LEAST_REGION } from '../core/site/shape-fields.ts';
import type { Camera } from '../core/site/site.ts';

/** The edges of a region in percent of the picture, as text while they are typed. */
export interface RegionText {
  readonly left: string;
  readonly top: string;
  readonly right: string;
  readonly bottom: string;
}

export const EDGES = ['left', 'top', 'right', 'bottom'] as const;
export type Edge = (typeof EDGES)[number];

/** What is wrong with typed edges, and beside which of them it is said. */
export type RegionError =
  /** Not a number from 0 to 100. */
  | { readonly kind: 'number'; readonly edge: Edge }
  /** The far edge does not lie beyond the near one, or too close to it. */
  | { readonly kind: 'order' | 'too-small'; readonly edge: 'right' | 'bottom' };

/** A region in fractions of the picture, null for the whole of it, or the first thing that is wrong. */
export type RegionInput =
  { readonly ok: true; readonly region: Box | null } | { readonly ok: false; readonly error: RegionError };

/** Reads four numbers from 0 to 100; full-width digits and a percent sign are understood. */
export function parseRegion(text: RegionText): RegionInput {
  for (const edge of EDGES) {
    const percent = percentOf(text[edge]);
    if (!(percent >= 0 && percent <= 100)) return { ok: false, error: { kind: 'number', edge } };
  }
  const at = (edge: Edge): number => percentOf(text[edge]) / 100;
  const region = { left: at('left'), top: at('top'), right: at('right'), bottom: at('bottom') };
  const sides = [
    { edge: 'right', length: region.right - region.left },
    { edge: 'bottom', length: region.bottom - region.top },
  ] as const;
  for (const { edge, length } of sides) {
    if (length <= 0) return { ok: false, error: { kind: 'order', edge } };
    if (length < LEAST_REGION - 1e-9) return { ok: false, error: { kind: 'too-small', edge } };
  }
  const whole = sides.every(({ length }) => length === 1);
  return { ok: true, region: whole ? null : region };
}

/** The same region as text, to be edited: tenths of a percent. */
export function formatRegion(region: Box | null): RegionText {
  const { left, top, right, bottom } = region ?? { left: 0, top: 0, right: 1, bottom: 1 };
  const percent = (fraction: number): string => String(Math.round(fraction * 1000) / 10);
  return { left: percent(left), top: percent(top), right: percent(right), bottom: percent(bottom) };
}

/** Names of the lines and zones that do not lie wholly inside the region. */
export function leftOut({ lines, zones }: Pick<Camera, 'lines' | 'zones'>, region: Box | null): string[] {
  if (!region) return [];
  const inside = ({ x, y }: ImagePoint): boolean =>
    x >= region.left && x <= region.right && y >= region.top && y <= region.bottom;
  return [
    ...lines.filter(({ points }) => !points.every(inside)),
    ...zones.filter(({ polygon }) => !polygon.every(inside)),
  ].map(({ name }) => name);
}

function percentOf(text: string): number {
  const digits = text.normalize('NFKC').replace('%', '').trim();
  return digits === '' ? Number.NaN : Number(digits);
}
