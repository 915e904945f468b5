import type { ReadonlySignal } from '@preact/signals-core';
import type { QueueAlert } from '../core/alerts/alert-settings.ts';
import { demoFloorPlan } from '../core/simulation/demo-floor.ts';
import type { Camera, Site } from '../core/site/site.ts';

/** From so many people at the till the demo store alerts. */
export const DEMO_QUEUE_LENGTH = 5;

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
    alerts: { ...site.alerts, queues: demoQueueAlerts(camera) },
    nextId: Math.max(...ids) + 1,
  };
}

/** The demo store shows what an alert is: nobody can type limits for a shop that is not theirs. */
function demoQueueAlerts({ zones }: Camera): readonly QueueAlert[] {
  return zones
    .filter(({ kind }) => kind === 'queue')
    .map(({ id }) => ({ zone: id, length: DEMO_QUEUE_LENGTH, waitMinutes: null }));
}

/** True for the demo store. */
export function isDemo(site: Site): boolean {
  return site.cameras.some((camera) => camera.source.kind === 'demo');
}
