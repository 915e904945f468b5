import type { ReadonlySignal } from '@preact/signals-core';
import { demoFloorPlan } from '../core/simulation/demo-floor.ts';
import type { Camera, Site } from '../core/site/site.ts';

/** The site that is counted: the shop's, or the demo store's while the shop has no camera. */
export function siteOf(site: Site, demoCamera: ReadonlySignal<Camera>): Site {
  if (site.cameras.length > 0) return site;
  const camera = demoCamera.value;
  const ids = [camera.id, ...camera.lines.map(({ id }) => id), ...camera.zones.map(({ id }) => id)];
  return {
    ...site,
    cameras: [camera],
    floor: demoFloorPlan(),
    floorZones: [],
    nextId: Math.max(...ids) + 1,
  };
}

/** True for the demo store. */
export function isDemo(site: Site): boolean {
  return site.cameras.some((camera) => camera.source.kind === 'demo');
}
