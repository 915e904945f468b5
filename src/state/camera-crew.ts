import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Tally } from '../contracts/tally.ts';
import type { Problem } from '../core/result.ts';
import { countedCameras, type CountedCamera } from '../core/site/counted-camera.ts';
import type { Site } from '../core/site/site.ts';
import { CameraSession, type CameraSessionPorts } from './camera-session.ts';
import type { CameraStatus } from './camera-status.ts';

/** The parts of a site that say what its cameras count. */
type CountedParts = Pick<Site, 'cameras' | 'floorZones'>;

/** The sessions of all cameras of the site that is counted. */
export class CameraCrew {
  readonly statuses: ReadonlySignal<readonly CameraStatus[]>;
  readonly #ports: CameraSessionPorts;
  readonly #sessions = signal<ReadonlyMap<number, CameraSession>>(new Map());

  constructor(ports: CameraSessionPorts) {
    this.#ports = ports;
    this.statuses = computed(() => [...this.#sessions.value.values()].map(({ status }) => status.value));
  }

  /** Brings the sessions in line with the site: renames those that go on, opens those that are new. */
  set(site: CountedParts): void {
    const before = this.#sessions.value;
    const opened: CameraSession[] = [];
    const next = countedCameras(site).map((camera): [number, CameraSession] => {
      const session = before.get(camera.id);
      if (session) {
        session.rename(camera);
        return [camera.id, session];
      }
      const added = new CameraSession(camera, this.#ports);
      opened.push(added);
      return [camera.id, added];
    });
    this.#sessions.value = new Map(next);
    for (const session of opened) session.open();
  }

  /** True where `close` would close something. */
  hasToClose(site: CountedParts): boolean {
    return this.#leaving(site).length > 0;
  }

  /** Closes the sessions of cameras that are gone from `site` or count differently there. */
  async close(site: CountedParts): Promise<void> {
    const leaving = this.#leaving(site);
    await Promise.all(leaving.map((session) => session.close()));
    const rest = new Map(this.#sessions.value);
    for (const { camera } of leaving) rest.delete(camera.id);
    this.#sessions.value = rest;
  }

  /** Hands a tally to its camera; true when that camera is measured now. */
  take(tally: Tally): boolean {
    const session = this.#sessions.value.get(tally.camera);
    session?.take(tally);
    return session?.status.value.phase === 'live';
  }

  tick(nowMs: number): void {
    for (const session of this.#sessions.value.values()) session.tick(nowMs);
  }

  /** The network is back, or a device was plugged in. */
  surroundingsChanged(): void {
    for (const session of this.#sessions.value.values()) session.surroundingsChanged();
  }

  engineFailed(problem: Problem): void {
    for (const session of this.#sessions.value.values()) session.engineFailed(problem);
  }

  engineRestarted(): void {
    for (const session of this.#sessions.value.values()) session.engineRestarted();
  }

  /** The archive was replaced and has forgotten who is measured. */
  noteGapsAgain(): void {
    for (const session of this.#sessions.value.values()) session.noteGapAgain();
  }

  #leaving(site: CountedParts): readonly CameraSession[] {
    const wanted = new Map(countedCameras(site).map((camera) => [camera.id, runKeyOf(camera)]));
    return [...this.#sessions.value.values()].filter(
      ({ camera }) => wanted.get(camera.id) !== runKeyOf(camera),
    );
  }

  /** Somebody says that what the camera shows now is right. */
  confirmPicture(camera: number): void {
    this.#sessions.value.get(camera)?.confirmPicture();
  }

  retry(camera: number): void {
    this.#sessions.value.get(camera)?.retry();
  }
}

/** What a run of a camera depends on: everything but its name. */
function runKeyOf(camera: CountedCamera): string {
  const { source, paused, lines, zones, masks, region, calibration } = camera;
  const counted = [lines, zones, camera.floorZones].map((entities) => entities.map(scenePart));
  return JSON.stringify([source, paused, counted, masks, region, calibration]);
}

/** In whatever order its fields were read. */
function scenePart(entity: object): readonly unknown[] {
  return Object.entries({ ...entity, name: null }).sort(([a], [b]) => a.localeCompare(b));
}
