import { cornersOf } from '../../core/drawing/draft-shape.ts';
import type { Box } from '../../core/geometry/box.ts';
import type { FloorPoint, ImagePoint } from '../../core/geometry/point.ts';
import { pictureZonesOnFloor, planInPicture } from '../../core/site/floor-shapes.ts';
import type { Camera, FloorPlan, Site, Zone } from '../../core/site/site.ts';
import { EMPTY_FLOOR, type FloorPlan as DrawnFloor } from './floor-plan.ts';

/** A place in fractions of the plan, which the stage draws as it draws a picture. */
export function onPlan({ widthM, depthM }: FloorPlan, { x, y }: FloorPoint): ImagePoint {
  return { x: x / widthM, y: y / depthM };
}

/** The plan as a floor of the stage. */
export function drawnFloor(plan: FloorPlan): DrawnFloor {
  const outline = (box: Box): readonly ImagePoint[] =>
    cornersOf<'floor'>(box).map((corner) => onPlan(plan, corner));
  const { widthM: right, depthM: bottom } = plan;
  return {
    aspect: right / bottom,
    top: 0,
    floors: [outline({ left: 0, top: 0, right, bottom })],
    walls: [],
    fixtures: plan.fixtures.map(outline),
    lines: plan.outlines.map(({ points, isClosed }) =>
      [...points, ...(isClosed ? points.slice(0, 1) : [])].map((corner) => onPlan(plan, corner)),
    ),
  };
}

/** The floor that a camera sees: the demo store's own, or the plan as far as the camera's marks tell where it lies. */
export function floorInPicture(
  camera: Pick<Camera, 'source' | 'calibration'>,
  { plan, demoFloor }: { readonly plan: FloorPlan | null; readonly demoFloor: DrawnFloor },
): DrawnFloor {
  if (camera.source.kind === 'demo') return demoFloor;
  return plan ? { ...EMPTY_FLOOR, ...planInPicture(plan, camera) } : EMPTY_FLOOR;
}

/** All zones that are known on the floor, as they lie on the plan. */
export function zonesOnPlan(site: Pick<Site, 'cameras' | 'floorZones'>, plan: FloorPlan): readonly Zone[] {
  return [...site.floorZones, ...site.cameras.flatMap(pictureZonesOnFloor)].map(
    ({ id, name, kind, timing, polygon }) => ({
      id,
      name,
      kind,
      timing,
      polygon: polygon.map((corner) => onPlan(plan, corner)),
    }),
  );
}
