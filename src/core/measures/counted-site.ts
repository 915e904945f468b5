import { countedCameras, zonesOf, type CountedCamera } from '../site/counted-camera.ts';
import type { Line, Site, ZoneRule } from '../site/site.ts';
import type { CountedZone } from './roll-up-detail.ts';

/** A zone that has figures, wherever it is drawn. */
export type FiguredZone = ZoneRule & { readonly kind: 'area' | 'queue' };

/** The site as the figures see it: entities by id and by their index in a camera's scene. */
export interface CountedSite {
  readonly cameras: ReadonlyMap<number, CountedCamera>;
  readonly lines: ReadonlyMap<number, { readonly line: Line; readonly camera: number }>;
  /** Staff zones have no figures and are left out. */
  readonly zones: ReadonlyMap<number, { readonly zone: FiguredZone; readonly camera: number }>;
  /** Cameras that see an entrance: occupancy is known while one of them is measured. */
  readonly entranceCameras: ReadonlySet<number>;
}

export function countedSite(site: Site): CountedSite {
  const cameras = countedCameras(site);
  const lines = cameras.flatMap((camera) => camera.lines.map((line) => ({ line, camera: camera.id })));
  const zones = cameras.flatMap((camera) =>
    zonesOf(camera)
      .filter(isFigured)
      .map((zone) => ({ zone, camera: camera.id })),
  );
  return {
    cameras: new Map(cameras.map((camera) => [camera.id, camera])),
    lines: new Map(lines.map((entry) => [entry.line.id, entry])),
    zones: new Map(zones.map((entry) => [entry.zone.id, entry])),
    entranceCameras: new Set(
      lines.filter(({ line }) => line.kind === 'entrance').map(({ camera }) => camera),
    ),
  };
}

/** Zones as the roll-up wants them. */
export function countedZones(site: CountedSite): CountedZone[] {
  return [...site.zones.values()].map(({ zone, camera }) => ({ zone: zone.id, camera, kind: zone.kind }));
}

function isFigured(zone: ZoneRule): zone is FiguredZone {
  return zone.kind !== 'staff';
}
