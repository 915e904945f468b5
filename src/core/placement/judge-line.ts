import type { SceneLine } from '../counting/scene.ts';
import { findBetterPlace } from './better-place.ts';
import { viewLine, type LineFindings } from './line-findings.ts';
import type { Trail } from './trail.ts';

/** How a line lies, and by how much it had better be moved. */
export interface LineJudgement extends LineFindings {
  /** Scene units; null where no other place is clearly better. */
  readonly shift: { readonly x: number; readonly y: number } | null;
}

/** Judges a line by the trails at hand; `aspect` is the picture's width ÷ height. */
export function judgeLine(line: SceneLine, trails: readonly Trail[], aspect: number): LineJudgement {
  const { findings } = viewLine(line, trails);
  const [to] = findBetterPlace(line, trails, aspect)?.line.points ?? [];
  const [from] = line.points;
  return { ...findings, shift: from && to ? { x: to.x - from.x, y: to.y - from.y } : null };
}
