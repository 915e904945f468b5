import type { Site } from '../site/site.ts';
import { countedCameras, zonesOf } from '../site/counted-camera.ts';
import type { AlertRule } from './alert-state.ts';

export type AlertKind = 'occupancy' | 'queue-length' | 'queue-wait' | 'camera-stopped' | 'coverage-low';

/** One thing that is watched. */
export interface AlertWatch {
  /** `queue-length:4`: kind and what it is about. */
  readonly key: string;
  readonly kind: AlertKind;
  /** Id of the zone or camera; null: the store. */
  readonly subject: number | null;
  /** The operator's name of it; null: the store. */
  readonly name: string | null;
  /** What the operator typed: people, minutes or percent. */
  readonly limit: number;
  readonly rule: AlertRule;
}

/** What the shop shows at a moment. */
export interface AlertReadings {
  /** People in the store; null before anything is measured. */
  readonly occupancy: number | null;
  /** By queue zone: people waiting and seconds that are expected. */
  readonly queues: ReadonlyMap<number, { readonly people: number | null; readonly waitS: number | null }>;
  /** Cameras in use, and whether they are measured. */
  readonly cameras: ReadonlyMap<number, { readonly isMeasured: boolean }>;
  /** 0–1, of the day so far. */
  readonly coverage: number | null;
}

const MINUTE_MS = 60_000;
/** People come and go: what holds for these seconds is meant. */
const STEADY_MS = 10_000;
const WAIT_STEADY_MS = 30_000;

/** Everything that the settings of a site ask to be watched. Cameras that are paused are not. */
export function watchesOf(site: Pick<Site, 'alerts' | 'cameras' | 'floorZones'>): readonly AlertWatch[] {
  const { alerts } = site;
  const repeatMs = alerts.repeatMinutes === null ? null : alerts.repeatMinutes * MINUTE_MS;
  const cameras = countedCameras(site).filter(({ paused }) => !paused);
  const queues = cameras.flatMap(zonesOf).filter(({ kind }) => kind === 'queue');
  const { occupancyLimit, coverageBelow, cameraStoppedMinutes } = alerts;
  return [
    ...(occupancyLimit === null ? [] : [occupancyWatch(occupancyLimit, repeatMs)]),
    ...queues.flatMap((zone) => {
      const wanted = alerts.queues.find((queue) => queue.zone === zone.id);
      return [
        ...(wanted?.length ? [lengthWatch(zone, wanted.length, repeatMs)] : []),
        ...(wanted?.waitMinutes ? [waitWatch(zone, wanted.waitMinutes, repeatMs)] : []),
      ];
    }),
    ...(cameraStoppedMinutes === null
      ? []
      : cameras.map((camera) => stoppedWatch(camera, cameraStoppedMinutes, repeatMs))),
    ...(coverageBelow === null ? [] : [coverageWatch(coverageBelow)]),
  ];
}

/** The value that a rule is about; null where it is not measured. */
export function valueOf(watch: AlertWatch, readings: AlertReadings): number | null {
  const { subject } = watch;
  switch (watch.kind) {
    case 'occupancy':
      return readings.occupancy;
    case 'queue-length':
      return subject === null ? null : (readings.queues.get(subject)?.people ?? null);
    case 'queue-wait': {
      const waitS = subject === null ? null : readings.queues.get(subject)?.waitS;
      return waitS === undefined || waitS === null ? null : waitS / 60;
    }
    case 'camera-stopped': {
      const camera = subject === null ? undefined : readings.cameras.get(subject);
      return camera ? Number(!camera.isMeasured) : null;
    }
    case 'coverage-low':
      return readings.coverage === null ? null : 100 - Math.floor(readings.coverage * 100);
  }
}

interface Named {
  readonly id: number;
  readonly name: string;
}

function occupancyWatch(limit: number, repeatMs: number | null): AlertWatch {
  // A twentieth of room, so that one who goes and one who comes do not ring each time.
  const clearBelow = limit - Math.max(1, Math.round(limit / 20)) + 1;
  return {
    key: 'occupancy',
    kind: 'occupancy',
    subject: null,
    name: null,
    limit,
    rule: { raiseAt: limit, clearBelow, raiseAfterMs: STEADY_MS, clearAfterMs: STEADY_MS, repeatMs },
  };
}

function lengthWatch({ id, name }: Named, limit: number, repeatMs: number | null): AlertWatch {
  return {
    key: `queue-length:${id}`,
    kind: 'queue-length',
    subject: id,
    name,
    limit,
    rule: {
      raiseAt: limit,
      clearBelow: Math.max(1, limit - 1),
      raiseAfterMs: STEADY_MS,
      clearAfterMs: STEADY_MS * 2,
      repeatMs,
    },
  };
}

function waitWatch({ id, name }: Named, limit: number, repeatMs: number | null): AlertWatch {
  return {
    key: `queue-wait:${id}`,
    kind: 'queue-wait',
    subject: id,
    name,
    limit,
    rule: {
      raiseAt: limit,
      clearBelow: limit * 0.8,
      raiseAfterMs: WAIT_STEADY_MS,
      clearAfterMs: WAIT_STEADY_MS,
      repeatMs,
    },
  };
}

function stoppedWatch({ id, name }: Named, limit: number, repeatMs: number | null): AlertWatch {
  return {
    key: `camera-stopped:${id}`,
    kind: 'camera-stopped',
    subject: id,
    name,
    limit,
    rule: {
      raiseAt: 1,
      clearBelow: 1,
      raiseAfterMs: limit * MINUTE_MS,
      clearAfterMs: STEADY_MS,
      repeatMs,
    },
  };
}

/** What is lost of a day stays lost: told once. */
function coverageWatch(limit: number): AlertWatch {
  return {
    key: 'coverage-low',
    kind: 'coverage-low',
    subject: null,
    name: null,
    limit,
    rule: {
      raiseAt: 100 - limit + 1,
      clearBelow: 100 - limit,
      raiseAfterMs: MINUTE_MS,
      clearAfterMs: MINUTE_MS,
      repeatMs: null,
    },
  };
}
