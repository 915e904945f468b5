import type { FloorPoint, ScenePoint } from '../geometry/point.ts';
import { signedArea } from '../geometry/polygon.ts';
import type { FloorMaps } from './floor-calibration.ts';
import { cutPolygon, mapPolygon } from './map-shape.ts';

/** A zone that is drawn on the floor and may be seen by several cameras: its owner alone counts it. */
export interface OwnedArea {
  /** Id of the camera that counts it. */
  readonly owner: number;
  readonly polygon: readonly FloorPoint[];
}

/** The zones that a camera counts; others' are left to their owners, so that nobody counts twice. */
export function zonesOwnedBy<Z extends Pick<OwnedArea, 'owner'>>(
  camera: number,
  zones: readonly Z[],
): readonly Z[] {
  return zones.filter(({ owner }) => owner === camera);
}

/** The zone in a camera's picture, as far as the floor there can be trusted; it may reach out of the picture. */
export function zoneInScene({ polygon }: Pick<OwnedArea, 'polygon'>, maps: FloorMaps): readonly ScenePoint[] {
  return mapPolygon(maps.toScene, polygon);
}

/** How much of an area on the floor lies in the camera's picture, 0–1. NaN for a polygon without an area. */
export function shareInView(polygon: readonly FloorPoint[], { aspect, toFloor }: FloorMaps): number {
  const view = mapPolygon(toFloor, [
    { x: 0, y: 0 },
    { x: aspect, y: 0 },
    { x: aspect, y: 1 },
    { x: 0, y: 1 },
  ]);
  const side = Math.sign(signedArea(view));
  let seen: readonly FloorPoint[] = side === 0 ? [] : polygon;
  for (const [index, b] of view.entries()) {
    const a = view[(index || view.length) - 1] ?? b;
    seen = cutPolygon<'floor'>(seen, (p) => side * ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)));
  }
  return Math.abs(signedArea(seen) / signedArea(polygon));
}
