import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { ClockPort } from '../contracts/ports.ts';
import type { Tally } from '../contracts/tally.ts';
import { newLife, stepLife, type CameraEvent, type CameraLife } from '../core/camera-life/camera-life.ts';
import {
  judgeMinute,
  UNKNOWN_PICTURE,
  type PictureHealth,
  type SeenMinute,
} from '../core/detection/picture-health.ts';
import { gapCauseOf } from '../core/camera-life/gap-of-phase.ts';
import type { GapCause } from '../core/measures/gap-cause.ts';
import type { Problem } from '../core/result.ts';
import type { CountedCamera } from '../core/site/counted-camera.ts';
import { NO_HEALTH, type CameraStatus } from './camera-status.ts';
import { CameraStream, type CameraStreamPorts } from './camera-stream.ts';
import { HealthMeter } from './health-meter.ts';

/** The last tally of a closed camera, with the visits that ended there, is waited for this long. */
const LAST_TALLY_MS = 1000;
/** The figures of a camera's health are shown anew at least this often. */
const SHOW_MS = 1000;
/** How often the connection is asked what it has delivered. */
const STATS_MS = 2000;

/** What a session needs from outside. `random` (0–1) spreads repeated attempts. */
export interface CameraSessionPorts extends CameraStreamPorts {
  readonly clock: ClockPort;
  readonly random: () => number;
}

/**
 * The life of one camera: `stepLife` decides, this carries it out and shows it. Every stream that it opens it
 * closes.
 */
export class CameraSession {
  readonly #ports: CameraSessionPorts;
  readonly #status;
  readonly #meter = new HealthMeter();
  #life: CameraLife;
  #stream: CameraStream | null = null;
  #closing: Promise<void> = Promise.resolve();
  #notedGap: GapCause | null | undefined = undefined;
  #lastTallyTaken: (() => void) | null = null;
  /** Outlives a stream: a camera is moved while it is unplugged. */
  #picture: PictureHealth = UNKNOWN_PICTURE;
  #statsAskedMs = 0;

  constructor(camera: CountedCamera, ports: CameraSessionPorts) {
    this.#ports = ports;
    this.#life = newLife(ports.clock.nowMs());
    this.#status = signal<CameraStatus>({
      camera,
      ...shownOf(this.#life),
      wantedFps: null,
      health: NO_HEALTH,
      stats: null,
      picture: null,
    });
  }

  get status(): ReadonlySignal<CameraStatus> {
    return this.#status;
  }

  get camera(): CountedCamera {
    return this.#status.value.camera;
  }

  /** A new name, nothing else: the stream stays open. */
  rename(camera: CountedCamera): void {
    this.#status.value = { ...this.#status.value, camera };
  }

  /** Opens the camera, or notes that it is paused. */
  open(): void {
    if (this.camera.paused) this.#noteGap();
    else this.#happen({ kind: 'started' });
  }

  /** Another attempt now, with the access data as they are now. */
  retry(): void {
    this.#happen({ kind: 'retry-wanted' });
  }

  /** The network is back, or a device was plugged in. */
  surroundingsChanged(): void {
    this.#happen({ kind: 'surroundings-changed' });
  }

  /** A frame of this camera has been counted. */
  take(tally: Tally): void {
    if (tally.ended) this.#lastTallyTaken?.();
    if (this.#life.stream !== 'open' || tally.ended) return;
    const isFirst = this.#life.phase !== 'live';
    const nowMs = this.#ports.clock.nowMs();
    this.#meter.add(nowMs, tally);
    this.#happen({ kind: 'frame-counted' });
    if (tally.look) this.#judge({ look: tally.look, brightness: tally.brightness });
    if (isFirst) this.#showHealth(nowMs);
  }

  /** Somebody says that what the camera shows now is right. */
  confirmPicture(): void {
    this.#picture = UNKNOWN_PICTURE;
    this.#showPicture();
  }

  /** About four times a second: notices a stall, starts attempts that are due, refreshes the health figures. */
  tick(nowMs: number): void {
    this.#showHealth(nowMs);
    this.#happen({ kind: 'ticked' });
    if (nowMs - this.#statsAskedMs >= STATS_MS) void this.#askStats(nowMs);
  }

  /** The vision worker died: the stream is gone with it. `engineRestarted` brings the camera back. */
  engineFailed(problem: Problem): void {
    this.#happen({ kind: 'engine-failed', problem });
  }

  engineRestarted(): void {
    this.#happen({ kind: 'engine-restarted' });
  }

  /** Closes the stream for good; resolves when its last tally has come, or did not come in time. */
  async close(): Promise<void> {
    const last = this.#stream?.isInWorker ? this.#lastTally() : null;
    this.#happen({ kind: 'stopped' });
    await this.#closing;
    await last;
  }

  /** Tells a new archive what the old one knew. */
  noteGapAgain(): void {
    this.#notedGap = undefined;
    this.#noteGap();
  }

  #happen(event: CameraEvent): void {
    const before = this.#life;
    const moment = { nowMs: this.#ports.clock.nowMs(), random: this.#ports.random() };
    const { life, commands } = stepLife(before, event, moment);
    this.#life = life;
    for (const command of commands) {
      if (command.kind === 'close') this.#closeStream();
      else this.#openStream(command.generation);
    }
    this.#show(before);
  }

  #openStream(generation: number): void {
    const stream = new CameraStream(this.camera, this.#ports);
    this.#stream = stream;
    void stream.run({
      opened: ({ targetFps }) => {
        this.#status.value = { ...this.#status.value, wantedFps: targetFps };
        this.#happen({ kind: 'stream-opened', generation, isPaced: targetFps === null });
      },
      delivered: () => this.#happen({ kind: 'stream-delivered', generation }),
      failed: (problem) => this.#happen({ kind: 'stream-failed', generation, problem }),
    });
  }

  #closeStream(): void {
    this.#closing = this.#stream?.close() ?? this.#closing;
    this.#stream = null;
    this.#meter.reset();
    this.#status.value = { ...this.#status.value, stats: null };
  }

  async #askStats(nowMs: number): Promise<void> {
    this.#statsAskedMs = nowMs;
    const stream = this.#stream;
    const stats = (await stream?.stats()) ?? null;
    if (stats && stream === this.#stream) this.#status.value = { ...this.#status.value, stats };
  }

  #judge(minute: SeenMinute): void {
    this.#picture = judgeMinute(this.#picture, minute);
    this.#showPicture();
  }

  #showPicture(): void {
    const { finding } = this.#picture;
    if (finding === this.#status.value.picture) return;
    this.#status.value = { ...this.#status.value, picture: finding };
    const key = `picture:${this.camera.id}`;
    if (finding) this.#ports.problems.report(key, { code: `picture-${finding}` }, this.camera.name);
    else this.#ports.problems.settle(key);
  }

  #lastTally(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.#ports.clock.every(LAST_TALLY_MS, () => this.#lastTallyTaken?.());
      this.#lastTallyTaken = () => {
        this.#lastTallyTaken = null;
        stop();
        resolve();
      };
    });
  }

  #show({ phase: phaseBefore, problem: problemBefore, retryAtMs: retryBefore }: CameraLife): void {
    const { phase, problem, retryAtMs } = this.#life;
    if (phase === phaseBefore && problem === problemBefore && retryAtMs === retryBefore) return;
    this.#status.value = { ...this.#status.value, ...shownOf(this.#life) };
    this.#noteGap();
    const key = `camera:${this.camera.id}`;
    if (problem && problem.code !== 'vision-worker-failed') {
      this.#ports.problems.report(key, problem, this.camera.name);
    } else if (phase === 'live' || phase === 'stopped') {
      this.#ports.problems.settle(key);
    }
  }

  #noteGap(): void {
    const cause = gapCauseOf(this.#life.phase, this.#life.problem);
    if (cause === this.#notedGap) return;
    this.#notedGap = cause;
    this.#ports.archive.noteGap(this.camera.id, cause).catch(() => {
      this.#ports.problems.report('storage', { code: 'archive-worker-failed' });
    });
  }

  #showHealth(nowMs: number): void {
    const { health: before, wantedFps } = this.#status.value;
    const health = this.#meter.at(nowMs, wantedFps);
    const isFresh = nowMs - (before.lastTallyMs ?? 0) < SHOW_MS;
    if (isFresh && health.fps === before.fps && health.behind === before.behind) return;
    this.#status.value = {
      ...this.#status.value,
      health: { ...health, lastTallyMs: health.lastTallyMs ?? before.lastTallyMs },
    };
  }
}

type ShownLife = Pick<CameraStatus, 'phase' | 'sinceMs' | 'problem' | 'retryAtMs'>;

function shownOf({ phase, sinceMs, problem, retryAtMs }: CameraLife): ShownLife {
  return { phase, sinceMs, problem, retryAtMs };
}
