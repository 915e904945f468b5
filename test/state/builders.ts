import { NO_ALERTS } from '../../src/core/alerts/alert-settings.ts';
import { signal } from '@preact/signals-core';
import { DEFAULT_ZONE_TIMING } from '../../src/core/counting/scene.ts';
import type { ProblemCode } from '../../src/core/result.ts';
import type { Camera, Line, Site, Zone } from '../../src/core/site/site.ts';
import { createAccessStore } from '../../src/state/access-store.ts';
import { createCountingStore } from '../../src/state/counting-store.ts';
import { createProblemList } from '../../src/state/problem-list.ts';
import { createSiteStore } from '../../src/state/site-store.ts';
import { ManualClock, settle } from './ports/manual-clock.ts';
import { MemoryEraser } from './ports/memory-eraser.ts';
import { MemoryArchive } from './ports/memory-archive.ts';
import {
  aTally,
  MemoryCameras,
  MemoryDemo,
  MemoryPlatform,
  MemoryReview,
  MemoryTab,
  MemoryVision,
} from './ports/memory-ports.ts';
import { MemorySecrets } from './ports/memory-secrets.ts';

export function aLine(given: Partial<Line> = {}): Line {
  return {
    id: 2,
    name: 'Door',
    kind: 'entrance',
    points: [
      { x: 0.5, y: 0.2 },
      { x: 0.5, y: 0.8 },
    ],
    inward: { x: 1, y: 0 },
    ...given,
  };
}

export function aZone(given: Partial<Zone> = {}): Zone {
  return {
    id: 3,
    name: 'Shelf',
    kind: 'area',
    polygon: [
      { x: 0.1, y: 0.1 },
      { x: 0.4, y: 0.1 },
      { x: 0.4, y: 0.4 },
    ],
    timing: DEFAULT_ZONE_TIMING,
    ...given,
  };
}

export function aCamera(given: Partial<Camera> = {}): Camera {
  return {
    id: 1,
    name: 'Entrance',
    source: { kind: 'usb', deviceId: 'abc' },
    paused: false,
    lines: [aLine()],
    zones: [aZone()],
    masks: [],
    region: null,
    calibration: null,
    ...given,
  };
}

export function aSite(cameras: readonly Camera[] = [aCamera()]): Site {
  return {
    schemaVersion: 1,
    store: { name: 'Aoba', timeZone: 'Asia/Tokyo', dayStartsAtMinute: 0, retentionMonths: 13 },
    cameras,
    floor: null,
    floorZones: [],
    engine: 'auto',
    alerts: NO_ALERTS,
    nextId: 100,
  };
}

export const aDemoCamera = (): Camera =>
  aCamera({ name: 'Demo', source: { kind: 'demo', seed: 1 }, lines: [aLine()], zones: [aZone()] });

/** Everything that counting needs, in memory, with a clock that is moved by hand. */
export function aShop(site: Site | null = aSite()) {
  const clock = new ManualClock();
  const archive = new MemoryArchive(site);
  const vision = new MemoryVision();
  const cameras = new MemoryCameras();
  const demo = new MemoryDemo();
  const tab = new MemoryTab();
  const platform = new MemoryPlatform();
  const review = new MemoryReview();
  const eraser = new MemoryEraser(() => counting.state.value.kind);
  const problems = createProblemList(clock);
  const secrets = new MemorySecrets();
  const access = createAccessStore({ archive, secrets, clock });
  const settings = createSiteStore(archive, 'Asia/Tokyo', access.permit);
  const demoCamera = signal(aDemoCamera());
  const counting = createCountingStore(
    { archive, vision, cameras, demo, tab, clock, platform, random: () => 0.5, demoCamera, backend: 'auto' },
    { site: settings, problems },
  );
  return {
    ...{ clock, archive, vision, cameras, demo, tab, platform, review, eraser, secrets, access },
    ...{ problems, settings, demoCamera, counting },
  };
}

export type Shop = ReturnType<typeof aShop>;

/** What is shown to the operator now. */
export const codes = ({ problems }: Shop): ProblemCode[] =>
  problems.notices.value.map(({ problem }) => problem.code);
/** Where the run of a camera stands. */
export const phase = ({ counting }: Shop, index = 0): string | undefined =>
  counting.cameras.value[index]?.phase;

/** One frame each 100 ms of the clock, for as long as it is asked. */
export async function film(shop: Shop, ms: number, camera = 1): Promise<void> {
  for (let passed = 0; passed < ms; passed += 100) {
    await shop.clock.advance(100);
    shop.vision.see(aTally({ camera, atMs: shop.clock.nowMs(), zonesNow: [2] }));
  }
  await settle();
}

/** A shop that has been counted for a second. */
export async function aLiveShop(site = aSite()): Promise<Shop> {
  const shop = aShop(site);
  await shop.counting.start();
  await film(shop, 1000);
  return shop;
}
