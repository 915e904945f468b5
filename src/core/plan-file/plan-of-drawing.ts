import type { FloorPoint } from '../geometry/point.ts';
import { MAX_OUTLINE_POINTS, MAX_OUTLINES, MAX_PLAN_POINTS, PLAN_SIZE_M } from '../site/floor-fields.ts';
import type { FloorPlan, PlanOutline } from '../site/site.ts';
import type { PlanDrawing } from './read-svg-plan.ts';
import { simplified, simplifiedRing } from './simplify.ts';
import type { FileOutline } from './svg-path.ts';

/** Why a drawing is no plan at this width. */
export type PlanFitProblem = 'width' | 'depth' | 'too-many-shapes' | 'too-detailed';

export type FittedPlan =
  { readonly ok: true; readonly plan: FloorPlan } | { readonly ok: false; readonly problem: PlanFitProblem };

/** No line of the plan is farther than this from the file's, metres. */
const WITHIN_M = 0.01;

/** The drawing as a plan that is so many metres wide, in whole millimetres and with no more points than it needs. */
export function planOfDrawing({ outlines, width, height }: PlanDrawing, widthM: number): FittedPlan {
  if (!isSize(widthM)) return { ok: false, problem: 'width' };
  const scale = widthM / width;
  const depthM = roundedM(height * scale);
  if (!isSize(depthM)) return { ok: false, problem: 'depth' };
  const onPlan = ({ x, y }: { readonly x: number; readonly y: number }): FloorPoint => ({
    x: Math.min(widthM, roundedM(x * scale)),
    y: Math.min(depthM, roundedM(y * scale)),
  });
  const fitted = outlines.flatMap((outline) => outlineOf(outline, onPlan) ?? []);
  if (fitted.length > MAX_OUTLINES) return { ok: false, problem: 'too-many-shapes' };
  const counts = fitted.map(({ points }) => points.length);
  const isDetailed =
    counts.some((count) => count > MAX_OUTLINE_POINTS) ||
    counts.reduce((sum, count) => sum + count, 0) > MAX_PLAN_POINTS;
  if (isDetailed) return { ok: false, problem: 'too-detailed' };
  return { ok: true, plan: { widthM, depthM, fixtures: [], outlines: fitted } };
}

/** Null for what is a speck on the plan. */
function outlineOf(
  outline: FileOutline,
  onPlan: (point: FileOutline['points'][number]) => FloorPoint,
): PlanOutline | null {
  const apart = withoutRepeats(outline.points.map(onPlan));
  const [first, last] = [apart[0], apart.at(-1)];
  const comesBack = apart.length > 3 && first && last && first.x === last.x && first.y === last.y;
  const isClosed = (outline.isClosed || Boolean(comesBack)) && apart.length > 2;
  const corners = comesBack ? apart.slice(0, -1) : apart;
  const points = isClosed ? simplifiedRing(corners, WITHIN_M) : simplified(corners, WITHIN_M);
  if (points.length < 2) return null;
  return { points, isClosed: isClosed && points.length > 2 };
}

function withoutRepeats(points: readonly FloorPoint[]): readonly FloorPoint[] {
  return points.filter(({ x, y }, index) => {
    const before = points[index - 1];
    return !before || before.x !== x || before.y !== y;
  });
}

function isSize(metres: number): boolean {
  return metres >= PLAN_SIZE_M.least && metres <= PLAN_SIZE_M.most;
}

function roundedM(metres: number): number {
  return Math.round(metres * 1000) / 1000;
}
