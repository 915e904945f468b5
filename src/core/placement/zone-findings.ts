import type { SceneZone } from '../counting/scene.ts';
import { contains } from '../geometry/polygon.ts';
import { distanceToPolyline } from '../geometry/segment.ts';
import { shareOf } from './line-findings.ts';
import { median } from '../median.ts';
import { sightingsOf, type Trail, type TrailStep } from './trail.ts';
import { standsWhere } from './way-past-line.ts';

/** How well a zone lies. Shares are of the people who were inside, 0–1 and null without any. */
export interface ZoneFindings {
  /** People who were inside. */
  readonly people: number;
  /** Share who stood on its edge for more than 3 s: whether they are inside is chance. */
  readonly edgeStops: number | null;
  /** Share whose track began or ended inside: their stay is cut short. */
  readonly ends: number | null;
  /** Share of the time inside in which people were hidden or hardly seen. */
  readonly hidden: number | null;
  /** Median height of the people inside, scene units. */
  readonly height: number | null;
}

/** Who is within this of a zone's edge stands on it, heights of the person. */
const ON_EDGE = 0.15;

/** Looks at a zone through the trails. */
export function viewZone({ polygon }: Pick<SceneZone, 'polygon'>, trails: readonly Trail[]): ZoneFindings {
  const outline = [...polygon, ...polygon.slice(0, 1)];
  const isInside = ({ ground }: TrailStep): boolean => contains(polygon, ground);
  const isOnEdge = ({ ground, height }: TrailStep): boolean =>
    distanceToPolyline(ground, outline) <= ON_EDGE * height;
  const visitors = trails.filter((trail) => trail.some(isInside));
  const steps = visitors.flatMap((trail) => trail.filter(isInside));
  return {
    people: visitors.length,
    edgeStops: shareOf(visitors, (trail) => standsWhere(sightingsOf(trail), isOnEdge)),
    ends: shareOf(visitors, (trail) => {
      const seen = sightingsOf(trail);
      return [seen[0], seen.at(-1)].some((step) => step !== undefined && isInside(step));
    }),
    hidden: shareOf(steps, ({ sight }) => sight !== 'clear'),
    height: median(steps.map(({ height }) => height)),
  };
}
