import type { FloorPoint, ScenePoint } from '../geometry/point.ts';
import type { FloorCalibration } from './floor-calibration.ts';
import { mapPolygon } from './map-shape.ts';

/** A zone that is drawn on the floor and may be seen by several cameras: its owner alone counts it. */
export interface FloorZone {
  readonly id: number;
  /** Id of the camera that counts it. */
  readonly owner: number;
  readonly polygon: readonly FloorPoint[];
}

/** The zones that a camera counts; others' are left to their owners, so that nobody counts twice. */
export function zonesOwnedBy<Z extends Pick<FloorZone, 'owner'>>(
  camera: number,
  zones: readonly Z[],
): readonly Z[] {
  return zones.filter(({ owner }) => owner === camera);
}

/** The zone in a camera's picture, as far as the floor there can be trusted; it may reach out of the picture. */
export function zoneInScene(zone: FloorZone, calibration: FloorCalibration): readonly ScenePoint[] {
  return mapPolygon(calibration.toScene, zone.polygon);
}
