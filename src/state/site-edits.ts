import type { Credential } from '../contracts/archive.ts';
import type { DrawnScene } from '../core/drawing/scene-drawing.ts';
import type { Camera, CameraSource, FloorPlan, FloorZone, Line, Site, Zone } from '../core/site/site.ts';

/** Everything that a camera counts, before the site numbers it. */
export interface CameraScene {
  readonly lines: readonly Omit<Line, 'id'>[];
  readonly zones: readonly Omit<Zone, 'id'>[];
  readonly masks: Camera['masks'];
}

export interface NewCamera {
  readonly name: string;
  readonly source: CameraSource;
  readonly credential: Credential | null;
}

/** With one more camera, which counts nothing yet. */
export function withCamera(site: Site, { name, source }: NewCamera): Site {
  const scene = { lines: [], zones: [], masks: [], region: null, calibration: null };
  const camera: Camera = { id: site.nextId, name, source, paused: false, ...scene };
  return { ...site, cameras: [...site.cameras, camera], nextId: site.nextId + 1 };
}

/** With more lines, zones and masks for one camera; ids are given here. */
export function withScene(site: Site, id: number, scene: CameraScene): Site {
  const firstZone = site.nextId + scene.lines.length;
  const lines = scene.lines.map((line, index) => ({ ...line, id: site.nextId + index }));
  const zones = scene.zones.map((zone, index) => ({ ...zone, id: firstZone + index }));
  const added = changeCamera(site, id, (camera) => ({
    ...camera,
    lines: [...camera.lines, ...lines],
    zones: [...camera.zones, ...zones],
    masks: [...camera.masks, ...scene.masks],
  }));
  return { ...added, nextId: firstZone + zones.length };
}

/**
 * With everything that a camera counts drawn anew. Lines and zones of the id 0 are new and get theirs here; the figures
 * of those that are gone stay as they are recorded.
 */
export function withDrawnScene(site: Site, id: number, scene: DrawnScene): Site {
  const { nextId: firstZone, numbered: lines } = numberedFrom(site.nextId, scene.lines);
  const { nextId, numbered: zones } = numberedFrom(firstZone, scene.zones);
  const { masks, region } = scene;
  return { ...changeCamera(site, id, (camera) => ({ ...camera, lines, zones, masks, region })), nextId };
}

/** With one camera edited. */
export function changeCamera(site: Site, id: number, edit: (camera: Camera) => Camera): Site {
  return { ...site, cameras: site.cameras.map((camera) => (camera.id === id ? edit(camera) : camera)) };
}

/** Without one line or zone. */
export function withoutEntity(camera: Camera, entity: number): Camera {
  return {
    ...camera,
    lines: camera.lines.filter(({ id }) => id !== entity),
    zones: camera.zones.filter(({ id }) => id !== entity),
  };
}

/** The operator's name of a line or zone; empty where there is none of that id. */
export function nameOfEntity(camera: Camera, entity: number): string {
  return [...camera.lines, ...camera.zones].find(({ id }) => id === entity)?.name ?? '';
}

/** Without a camera, and without the zones on the floor that it counted. */
export function withoutCamera(site: Site, id: number): Site {
  return {
    ...site,
    cameras: site.cameras.filter((camera) => camera.id !== id),
    floorZones: site.floorZones.filter(({ owner }) => owner !== id),
  };
}

/** With the plan and the zones on it drawn anew. Zones of the id 0 are new and get theirs here. */
export function withDrawnFloor(site: Site, floor: FloorPlan, zones: readonly FloorZone[]): Site {
  const { nextId, numbered } = numberedFrom(site.nextId, zones);
  return { ...site, floor, floorZones: numbered, nextId };
}

/** What has the id 0 gets the next one. */
function numberedFrom<T extends { readonly id: number }>(
  first: number,
  entities: readonly T[],
): { readonly nextId: number; readonly numbered: readonly T[] } {
  let nextId = first;
  const numbered = entities.map((entity) => (entity.id === 0 ? { ...entity, id: nextId++ } : entity));
  return { nextId, numbered };
}
