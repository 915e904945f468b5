import { DEFAULT_RETENTION_MONTHS } from '../site/first-site.ts';
import { NO_ALERTS } from '../alerts/alert-settings.ts';
import type { Camera, Site, Store } from '../site/site.ts';
import { DEMO_ID_COUNT, demoCamera, type DemoNames } from './demo-camera.ts';
import { demoFloorPlan } from './demo-floor.ts';

/** Name of the sample's store: it goes into every row of a file, so that no file of it passes for a shop's. */
export const SAMPLE_STORE_NAME = 'sample';
const CAMERA = 1;
/** The entrance's line was once drawn so much nearer to the street, in fractions of the picture. */
const MOVED_BY = 0.02;

/** Ids of what the sample counts. */
export const SAMPLE_IDS = {
  camera: CAMERA,
  entrance: CAMERA + 1,
  street: CAMERA + 2,
  backShelf: CAMERA + 3,
  sideShelf: CAMERA + 4,
  queue: CAMERA + 5,
} as const;

/** The store whose history the sample tells: before and after somebody moved the line at its entrance. */
export function sampleSites(
  store: Pick<Store, 'timeZone' | 'dayStartsAtMinute'>,
  { names, seed }: { readonly names: DemoNames; readonly seed: number },
): { readonly before: Site; readonly after: Site } {
  const camera = demoCamera({ firstId: CAMERA, seed, names });
  const after: Site = {
    schemaVersion: 1,
    store: { ...store, name: SAMPLE_STORE_NAME, retentionMonths: DEFAULT_RETENTION_MONTHS },
    cameras: [camera],
    floor: demoFloorPlan(),
    floorZones: [],
    engine: 'auto',
    alerts: NO_ALERTS,
    nextId: CAMERA + DEMO_ID_COUNT,
  };
  return { before: { ...after, cameras: [withMovedLine(camera)] }, after };
}

function withMovedLine(camera: Camera): Camera {
  const lines = camera.lines.map((line) =>
    line.id === SAMPLE_IDS.entrance
      ? { ...line, points: line.points.map(({ x, y }) => ({ x: Math.max(0, x - MOVED_BY), y })) }
      : line,
  );
  return { ...camera, lines };
}
