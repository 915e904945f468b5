import type { FlowFigures } from '../contracts/archive.ts';
import { countedCameras, zonesOf } from '../core/site/counted-camera.ts';
import type { Site, ZoneRule } from '../core/site/site.ts';

/** Moves from one zone to another; null: nobody moved so, or too few people to tell. */
export interface FlowCell {
  readonly to: ZoneRule;
  readonly visits: number | null;
  /** Of the moves shown from there, 0–1; null as `visits`. */
  readonly share: number | null;
}

export interface FlowRow {
  readonly from: ZoneRule;
  /** To each zone of the camera in its order, the zone itself too. */
  readonly cells: readonly FlowCell[];
  readonly total: number;
}

/** 動線 inside one camera, a row for each zone that somebody may come from. */
export interface CameraFlows {
  readonly camera: number;
  readonly name: string;
  readonly zones: readonly ZoneRule[];
  readonly rows: readonly FlowRow[];
}

/** Cameras with two zones or more, in the site's order: no move crosses cameras. Zones of staff are left out. */
export function cameraFlows(flows: readonly FlowFigures[], site: Site): readonly CameraFlows[] {
  const visitsOf = new Map(flows.map(({ from, to, visits }) => [`${from}>${to}`, visits]));
  return countedCameras(site).flatMap((camera) => {
    const zones = zonesOf(camera).filter(({ kind }) => kind !== 'staff');
    if (zones.length < 2) return [];
    const rows = zones.map((from) => rowOf(from, zones, (to) => visitsOf.get(`${from.id}>${to.id}`) ?? null));
    return [{ camera: camera.id, name: camera.name, zones, rows }];
  });
}

function rowOf(
  from: ZoneRule,
  zones: readonly ZoneRule[],
  visitsTo: (to: ZoneRule) => number | null,
): FlowRow {
  const total = zones.reduce((sum, to) => sum + (visitsTo(to) ?? 0), 0);
  const cells = zones.map((to): FlowCell => {
    const visits = visitsTo(to);
    return { to, visits, share: visits === null ? null : visits / total };
  });
  return { from, cells, total };
}
