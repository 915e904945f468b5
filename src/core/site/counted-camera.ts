import { zonesOwnedBy } from '../calibration/floor-zone.ts';
import type { CameraFloor } from '../counting/scene-from-site.ts';
import type { Camera, FloorPlan, FloorZone, Site, ZoneRule } from './site.ts';

/** A camera with everything that it counts. */
export interface CountedCamera extends Camera {
  /** The zones on the floor that it owns, in the site's order. */
  readonly floorZones: readonly FloorZone[];
}

/** The cameras of a site with what each of them counts. */
export function countedCameras(site: Pick<Site, 'cameras' | 'floorZones'>): readonly CountedCamera[] {
  return site.cameras.map((camera) => ({ ...camera, floorZones: zonesOwnedBy(camera.id, site.floorZones) }));
}

/** All zones that a camera counts, by the index that a `Tally` names them with: first those of its picture. */
export function zonesOf({
  zones,
  floorZones,
}: Pick<CountedCamera, 'zones' | 'floorZones'>): readonly ZoneRule[] {
  return [...zones, ...floorZones];
}

/** Ids of all that a site counts: its cameras, lines and zones. */
export function entitiesOf(site: Pick<Site, 'cameras' | 'floorZones'>): readonly number[] {
  const ids = (all: readonly { readonly id: number }[]): readonly number[] => all.map(({ id }) => id);
  return [
    ...site.cameras.flatMap((camera) => [camera.id, ...ids(camera.lines), ...ids(camera.zones)]),
    ...ids(site.floorZones),
  ];
}

/** The plan, where a camera in use is known to lie on it: without one there is nothing to see there. */
export function planInUse({ cameras, floor }: Pick<Site, 'cameras' | 'floor'>): FloorPlan | null {
  return cameras.some(({ paused, calibration }) => !paused && calibration) ? floor : null;
}

/** What the camera's floor is to whoever counts; null where it is not calibrated. */
export function cameraFloorOf({ calibration, floorZones }: CountedCamera): CameraFloor | null {
  return (
    calibration && {
      marks: calibration,
      zones: floorZones.map(({ kind, polygon, timing }) => ({ kind, polygon, timing })),
    }
  );
}
