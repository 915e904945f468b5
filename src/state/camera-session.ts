import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, Credential } from '../contracts/archive.ts';
import type { CameraPort, ClockPort, OpenedCamera, VisionPort } from '../contracts/ports.ts';
import type { Tally } from '../contracts/tally.ts';
import type { CameraSetup } from '../contracts/vision.ts';
import type { Problem } from '../core/result.ts';
import type { Camera } from '../core/site/site.ts';
import { backOffMs } from './back-off.ts';
import {
  gapCauseOf,
  NO_HEALTH,
  retryPolicyOf,
  type CameraPhase,
  type CameraStatus,
} from './camera-status.ts';
import { FrameRate } from './frame-rate.ts';
import { FrameWork } from './frame-work.ts';
import { PaceWatch } from './pace-watch.ts';
import type { ProblemList } from './problem-list.ts';
import { settleCall } from './settle-call.ts';

/** Without a tally for this long, a live camera is stalled; after as long again it is opened anew. */
export const STALL_MS = 5000;
/** A freshly opened camera may take this long to its first tally. */
export const FIRST_TALLY_MS = 20_000;
/** Live for this long, a camera starts its back-off from the beginning. */
const STEADY_MS = 10_000;
const SLOW_RETRY_MS = 60_000;
/** The last tally of a closed camera, with the visits that ended there, is waited for this long. */
const LAST_TALLY_MS = 1000;
/** Frames wanted per second of a camera that runs in real time. */
const TARGET_FPS = 10;

/** What a session needs from outside. `random` (0–1) spreads repeated attempts. */
export interface CameraSessionPorts {
  readonly cameras: CameraPort;
  readonly vision: VisionPort;
  readonly archive: ArchiveApi;
  readonly clock: ClockPort;
  readonly random: () => number;
  readonly problems: ProblemList;
}

/**
 * The life of one camera: opened, watched, opened again after a loss, closed. Every stream that it opens it
 * closes; answers of an earlier attempt are told by their generation and thrown away.
 */
export class CameraSession {
  readonly #ports: CameraSessionPorts;
  readonly #status;
  readonly #rate = new FrameRate();
  readonly #work = new FrameWork();
  readonly #pace = new PaceWatch();
  #generation = 0;
  #opened: OpenedCamera | null = null;
  #attempt = 0;
  #retryAtMs: number | null = null;
  #tally: Tally | null = null;
  #lastTallyMs: number | null = null;
  #waitsSinceMs: number;
  #notedGap: string | null | undefined = undefined;
  #lastTallyTaken: (() => void) | null = null;

  constructor(camera: Camera, ports: CameraSessionPorts) {
    this.#ports = ports;
    this.#waitsSinceMs = ports.clock.nowMs();
    const phase: CameraPhase = camera.paused ? 'stopped' : 'connecting';
    this.#status = signal<CameraStatus>({
      camera,
      phase,
      sinceMs: this.#waitsSinceMs,
      problem: null,
      wantedFps: null,
      health: NO_HEALTH,
    });
  }

  get status(): ReadonlySignal<CameraStatus> {
    return this.#status;
  }

  get camera(): Camera {
    return this.#status.value.camera;
  }

  /** A new name, nothing else: the stream stays open. */
  rename(camera: Camera): void {
    this.#status.value = { ...this.#status.value, camera };
  }

  /** Opens the camera, or notes that it is paused. Resolves when the attempt is decided, not when it is live. */
  async open(): Promise<void> {
    if (this.camera.paused) {
      this.#enter('stopped', null);
      return;
    }
    await this.#connect('connecting');
  }

  /** The operator wants another attempt now. */
  async retry(): Promise<void> {
    if (this.#status.value.phase === 'live' || this.camera.paused) return;
    this.#attempt = 0;
    await this.#connect('connecting');
  }

  /** A frame of this camera has been counted. */
  take(tally: Tally): void {
    if (tally.ended) this.#lastTallyTaken?.();
    if (!this.#opened || tally.ended) return;
    const nowMs = this.#ports.clock.nowMs();
    this.#tally = tally;
    this.#lastTallyMs = nowMs;
    this.#rate.add(nowMs, tally.frames.analysed);
    this.#work.add(nowMs, tally);
    this.#pace.add(nowMs, tally.frames.analysed);
    if (this.#status.value.phase === 'live') return;
    this.#enter('live', null);
    this.#refreshHealth(nowMs);
  }

  /** About four times a second: notices a stall, starts attempts that are due, refreshes the health figures. */
  tick(nowMs: number): void {
    this.#refreshHealth(nowMs);
    const { phase, sinceMs } = this.#status.value;
    if (this.#retryAtMs !== null && nowMs >= this.#retryAtMs) {
      this.#retryAtMs = null;
      void this.#connect('reconnecting');
    } else if (phase === 'live') {
      if (nowMs - sinceMs >= STEADY_MS) this.#attempt = 0;
      if (nowMs - (this.#lastTallyMs ?? sinceMs) >= STALL_MS)
        this.#enter('stalled', { code: 'camera-stalled' });
    } else if (phase === 'stalled') {
      if (nowMs - sinceMs >= STALL_MS) void this.#lose({ code: 'camera-stalled' });
    } else if (this.#opened && nowMs - this.#waitsSinceMs >= FIRST_TALLY_MS) {
      void this.#lose({ code: 'camera-stalled' });
    }
  }

  /** The vision worker died: the stream is gone with it. `engineRestarted` brings the camera back. */
  engineFailed(problem: Problem): void {
    if (this.#status.value.phase === 'stopped') return;
    this.#release();
    this.#retryAtMs = null;
    this.#enter('reconnecting', problem);
  }

  async engineRestarted(): Promise<void> {
    if (this.#status.value.phase !== 'stopped') await this.#connect('reconnecting');
  }

  /** Closes the stream for good; resolves when its last tally has come, or did not come in time. */
  async close(): Promise<void> {
    const wasOpen = this.#opened !== null;
    const last = wasOpen ? this.#lastTally() : null;
    this.#release();
    this.#retryAtMs = null;
    this.#enter('stopped', null);
    if (wasOpen) await this.#closeInWorker();
    await last;
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

  /** Tells a new archive what the old one knew. */
  noteGapAgain(): void {
    this.#notedGap = undefined;
    this.#noteGap(this.#status.value.phase, this.#status.value.problem);
  }

  async #connect(phase: 'connecting' | 'reconnecting'): Promise<void> {
    this.#release();
    this.#retryAtMs = null;
    const generation = this.#generation;
    this.#enter(phase, phase === 'reconnecting' ? this.#status.value.problem : null);
    const credential = await this.#credential();
    if (generation !== this.#generation) return;
    const opened = await settleCall(this.#ports.cameras.open(this.camera, credential), 'camera-unreachable');
    if (generation !== this.#generation) {
      if (opened.ok) opened.value.close();
      return;
    }
    if (!opened.ok) {
      await this.#lose(opened.problem);
      return;
    }
    await this.#deliver(opened.value, generation);
  }

  async #deliver(opened: OpenedCamera, generation: number): Promise<void> {
    this.#opened = opened;
    this.#waitsSinceMs = this.#ports.clock.nowMs();
    void opened.ended.then((problem) => {
      if (generation === this.#generation) void this.#lose(problem ?? { code: 'camera-ended' });
    });
    const setup = setupOf(this.camera, opened);
    this.#status.value = { ...this.#status.value, wantedFps: setup.targetFps };
    const accepted = await settleCall(
      this.#ports.vision.openCamera(setup, opened.frames),
      'vision-worker-failed',
    );
    if (!accepted.ok && generation === this.#generation) await this.#lose(accepted.problem);
  }

  async #credential(): Promise<Credential | null> {
    if (this.camera.source.kind !== 'whep') return null;
    const read = await settleCall(
      this.#ports.archive.readCredential(this.camera.id),
      'archive-worker-failed',
    );
    if (read.ok) return read.value;
    this.#ports.problems.report('storage', read.problem);
    return null;
  }

  async #lose(problem: Problem): Promise<void> {
    const wasOpen = this.#opened !== null;
    this.#release();
    const nowMs = this.#ports.clock.nowMs();
    const policy = retryPolicyOf(problem.code);
    if (policy === 'soon') {
      this.#retryAtMs = nowMs + backOffMs(this.#attempt, this.#ports.random());
      this.#attempt += 1;
      this.#enter('reconnecting', problem);
    } else {
      this.#retryAtMs = policy === 'slow' ? nowMs + SLOW_RETRY_MS : null;
      this.#enter('needs-attention', problem);
    }
    if (wasOpen) await this.#closeInWorker();
  }

  #release(): void {
    this.#generation += 1;
    this.#opened?.close();
    this.#opened = null;
    this.#tally = null;
    this.#lastTallyMs = null;
    this.#rate.reset();
    this.#work.reset();
    this.#pace.reset();
  }

  async #closeInWorker(): Promise<void> {
    try {
      await this.#ports.vision.closeCamera(this.camera.id);
    } catch {
      // The worker is gone and the camera with it; the bridge reports the failure to the listener.
    }
  }

  #enter(phase: CameraPhase, problem: Problem | null): void {
    const before = this.#status.value;
    const sinceMs = before.phase === phase ? before.sinceMs : this.#ports.clock.nowMs();
    this.#status.value = { ...before, phase, sinceMs, problem };
    this.#noteGap(phase, problem);
    const key = `camera:${this.camera.id}`;
    if (problem && problem.code !== 'vision-worker-failed') {
      this.#ports.problems.report(key, problem, this.camera.name);
    } else if (phase === 'live' || phase === 'stopped') {
      this.#ports.problems.settle(key);
    }
  }

  #noteGap(phase: CameraPhase, problem: Problem | null): void {
    const cause = gapCauseOf(phase, problem);
    if (cause === this.#notedGap) return;
    this.#notedGap = cause;
    this.#ports.archive.noteGap(this.camera.id, cause).catch(() => {
      this.#ports.problems.report('storage', { code: 'archive-worker-failed' });
    });
  }

  #refreshHealth(nowMs: number): void {
    const tally = this.#tally;
    const { health: before, wantedFps } = this.#status.value;
    const fps = Math.round(this.#rate.at(nowMs) * 10) / 10;
    const behind = this.#pace.isBehind(nowMs, wantedFps);
    const fresh = nowMs - (before.lastTallyMs ?? 0) < 1000;
    if (fresh && fps === before.fps && behind === before.behind) return;
    const health = tally
      ? {
          fps,
          behind,
          cost: this.#work.at(nowMs),
          lastTallyMs: this.#lastTallyMs,
          frames: tally.frames,
        }
      : { ...NO_HEALTH, lastTallyMs: before.lastTallyMs };
    this.#status.value = { ...this.#status.value, health };
  }
}

/** Whoever comes through the entrance passes within a second or two; in an area people stay. */
function weightOf({ lines }: Camera): number {
  return lines.some(({ kind }) => kind === 'entrance') ? 2 : 1;
}

function setupOf(camera: Camera, opened: OpenedCamera): CameraSetup {
  return {
    camera: camera.id,
    lines: camera.lines.map(({ points, inward }) => ({ points, inward })),
    zones: camera.zones.map(({ kind, polygon, timing }) => ({ kind, polygon, timing })),
    masks: camera.masks,
    region: camera.region,
    motionGate: true,
    startsAtMs: opened.startsAtMs,
    targetFps: opened.everyFrame ? null : TARGET_FPS,
    weight: weightOf(camera),
  };
}
