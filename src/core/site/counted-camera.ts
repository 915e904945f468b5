import { zonesOwnedBy } from '../calibration/floor-zone.ts';
import type { Camera, FloorZone, Site, Zone } from './site.ts';

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
}: Pick<CountedCamera, 'zones' | 'floorZones'>): readonly (Zone | FloorZone)[] {
  return [...zones, ...floorZones];
}
