import { floorMapsOf } from '../calibration/floor-marks.ts';
import { zoneInScene } from '../calibration/floor-zone.ts';
import { mapPoint } from '../calibration/plane-map.ts';
import { mapPolygon } from '../calibration/map-shape.ts';
import { cornersOf } from '../drawing/draft-shape.ts';
import { toImage, toScene, type FloorPoint, type ImagePoint } from '../geometry/point.ts';
import type { CountedCamera } from './counted-camera.ts';
import type { Camera, FloorPlan, FloorZone, PlanOutline, Zone, ZoneRule } from './site.ts';

/** Any will do: between fractions of the picture and the floor it makes no difference. */
const ASPECT = 1;

/** The zones on the floor that a camera counts, as they lie in its picture; they may reach out of it. */
export function floorZonesInPicture({
  calibration,
  floorZones,
}: Pick<CountedCamera, 'calibration' | 'floorZones'>): readonly Zone[] {
  const maps = calibration && floorMapsOf(calibration, ASPECT);
  if (!maps) return [];
  return floorZones.map((zone) => ({
    ...ruleOf(zone),
    polygon: zoneInScene(zone, maps).map((point) => toImage(point, ASPECT)),
  }));
}

/** The zones of a camera's picture as they lie on the floor, as far as it is known there. */
export function pictureZonesOnFloor({
  id: owner,
  calibration,
  zones,
}: Pick<Camera, 'id' | 'calibration' | 'zones'>): readonly FloorZone[] {
  const maps = calibration && floorMapsOf(calibration, ASPECT);
  if (!maps) return [];
  return zones.map((zone) => ({
    ...ruleOf(zone),
    owner,
    polygon: mapPolygon(
      maps.toFloor,
      zone.polygon.map((point) => toScene(point, ASPECT)),
    ),
  }));
}

/** A plan's rectangles and lines as a calibrated camera sees them on the floor; they may reach out of its picture. */
export function planInPicture(
  { fixtures, outlines }: Pick<FloorPlan, 'fixtures' | 'outlines'>,
  { calibration }: Pick<Camera, 'calibration'>,
): {
  readonly fixtures: readonly (readonly ImagePoint[])[];
  /** Single straight pieces: what lies beyond the horizon is cut off each of them. */
  readonly lines: readonly (readonly ImagePoint[])[];
} {
  const maps = calibration && floorMapsOf(calibration, ASPECT);
  if (!maps) return { fixtures: [], lines: [] };
  const seen = (corners: readonly FloorPoint[]): readonly ImagePoint[] =>
    mapPolygon(maps.toScene, corners).map((point) => toImage(point, ASPECT));
  return {
    fixtures: fixtures.map((box) => seen(cornersOf(box))),
    lines: outlines
      .flatMap(outlineEdges)
      .map(seen)
      .filter((line) => line.length > 1),
  };
}

/** The straight pieces of a line on the plan. */
function outlineEdges({ points, isClosed }: PlanOutline): readonly (readonly FloorPoint[])[] {
  return points.flatMap((a, index) => {
    const b = points[index + 1] ?? (isClosed ? points[0] : undefined);
    return b ? [[a, b]] : [];
  });
}

/** Where people of a camera's picture stand on the floor; those at places where it is not known are left out. */
export function peopleOnFloor(
  people: readonly ImagePoint[],
  { calibration }: Pick<Camera, 'calibration'>,
): readonly FloorPoint[] {
  const maps = calibration && floorMapsOf(calibration, ASPECT);
  if (!maps) return [];
  return people.flatMap((person) => mapPoint(maps.toFloor, toScene(person, ASPECT)) ?? []);
}

function ruleOf({ id, name, kind, timing }: ZoneRule): ZoneRule {
  return { id, name, kind, timing };
}
