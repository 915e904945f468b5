import type { SceneLine } from '../counting/scene.ts';
import { median } from '../median.ts';
import type { Trail } from './trail.ts';
import { angleOf, wayPastLine, type WayPastLine } from './way-past-line.ts';

/** How well a line lies, from the trails that came near it. Shares are 0–1 and null where there is nobody. */
export interface LineFindings {
  /** People who came within their own height of the line. */
  readonly people: number;
  /** Crossings that the counting rules make of their trails. */
  readonly crossings: number;
  /** Share of the people who stood on it for more than 3 s, whether they crossed or not. */
  readonly stops: number | null;
  /** Share of the people whose track began or ended beside it. */
  readonly ends: number | null;
  /** Share of the time near it in which people were hidden or hardly seen. */
  readonly hidden: number | null;
  /** Median angle of the crossings; 90 is straight across. */
  readonly angleDegrees: number | null;
  /** Median height of the people near it, scene units. */
  readonly height: number | null;
}

/** The trails at a line, and what they amount to. */
export interface LineView {
  readonly line: SceneLine;
  readonly ways: readonly WayPastLine[];
  readonly findings: LineFindings;
}

/** Looks at a line through the trails. */
export function viewLine(line: SceneLine, trails: readonly Trail[]): LineView {
  const ways = trails.map((trail) => wayPastLine(line, trail));
  const close = ways.filter(({ near }) => near.length > 0);
  const steps = close.flatMap(({ near }) => near);
  const angles = ways.flatMap((way) => way.crossings.map((crossing) => angleOf(line, way, crossing)));
  const findings: LineFindings = {
    people: close.length,
    crossings: angles.length,
    stops: shareOf(close, ({ stops }) => stops),
    ends: shareOf(close, ({ endsBeside }) => endsBeside),
    hidden: shareOf(steps, ({ sight }) => sight !== 'clear'),
    angleDegrees: median(angles),
    height: median(steps.map(({ height }) => height)),
  };
  return { line, ways, findings };
}

/** Share of the items that meet the condition, 0–1; null of none. */
export function shareOf<T>(items: readonly T[], isMet: (item: T) => boolean): number | null {
  return items.length === 0 ? null : items.filter(isMet).length / items.length;
}
