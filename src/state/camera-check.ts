import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, Credential } from '../contracts/archive.ts';
import type { CameraPort, ClockPort, GatewayPort, OpenedCamera } from '../contracts/ports.ts';
import type { StreamStats } from '../contracts/stream-stats.ts';
import { diagnose, type CheckFacts, type StepResult } from '../core/camera-check/diagnose.ts';
import { ok, type Problem, type Result } from '../core/result.ts';
import type { CameraSource } from '../core/site/site.ts';
import { settleCall } from './settle-call.ts';

/** A camera to try: one that is saved already has its access data in the archive. */
export interface CameraToCheck {
  /** Null when what was typed is no address or no device. */
  readonly source: Exclude<CameraSource, { readonly kind: 'demo' }> | null;
  readonly kind: CheckFacts['kind'];
  /** Id of a saved camera, or the access data that were typed. */
  readonly access: number | Credential | null;
}

/** How far a check has come. */
export interface CheckState {
  readonly steps: readonly StepResult[];
  readonly isRunning: boolean;
  /** Of the first frames; null before them. */
  readonly stats: StreamStats | null;
}

/** One try of one camera. The owner calls `stop` when nobody looks any more; a second time does nothing. */
export interface CameraCheck {
  readonly state: ReadonlySignal<CheckState>;
  stop(): void;
}

export interface CameraCheckPorts {
  readonly cameras: CameraPort & GatewayPort;
  readonly archive: ArchiveApi;
  readonly clock: ClockPort;
}

/** A first frame takes up to a keyframe's distance; the browser needs a second more to tell the rate. */
const PICTURE_WITHIN_MS = 20_000;
const RATE_WITHIN_MS = 3000;
const LOOK_MS = 500;

/** Starts to try a camera through the real port. Its frames are taken by nobody: that some were decoded is enough. */
export function startCameraCheck(ports: CameraCheckPorts, camera: CameraToCheck): CameraCheck {
  const run = new CheckRun(ports, camera);
  void run.run();
  return run;
}

class CheckRun implements CameraCheck {
  readonly state;
  readonly #ports: CameraCheckPorts;
  readonly #camera: CameraToCheck;
  readonly #abandoned: Promise<void>;
  #facts: CheckFacts;
  #isStopped = false;
  #abandon: () => void = () => undefined;

  constructor(ports: CameraCheckPorts, camera: CameraToCheck) {
    this.#ports = ports;
    this.#camera = camera;
    this.#abandoned = new Promise((resolve) => {
      this.#abandon = resolve;
    });
    this.#facts = { ...NOTHING_KNOWN, kind: camera.kind, isAddress: camera.source !== null };
    this.state = signal<CheckState>({ steps: diagnose(this.#facts), isRunning: true, stats: null });
  }

  stop(): void {
    this.#isStopped = true;
    this.#abandon();
  }

  async run(): Promise<void> {
    const { source } = this.#camera;
    if (source && (await this.#mayOpen(source))) await this.#tryOut(source);
    this.state.value = { ...this.state.value, isRunning: false };
  }

  /** Looks at all that can be told beforehand. */
  async #mayOpen(source: NonNullable<CameraToCheck['source']>): Promise<boolean> {
    if (source.kind === 'whep') this.#learn(await this.#ports.cameras.survey(source.url));
    return !this.#isStopped && !this.state.value.steps.some(({ state }) => state === 'failed');
  }

  async #tryOut(source: NonNullable<CameraToCheck['source']>): Promise<void> {
    const { access } = this.#camera;
    const credential = await this.#credential();
    if (!credential.ok) {
      this.#learn({ opened: false, problem: credential.problem });
      return;
    }
    const id = typeof access === 'number' ? access : 0;
    const opening = this.#ports.cameras.open({ id, source }, credential.value, this.#abandoned);
    const opened = await settleCall(opening, 'camera-unreachable');
    if (!opened.ok) {
      this.#learn({ opened: false, problem: opened.problem });
      return;
    }
    this.#learn({ opened: true });
    try {
      this.#learn({ problem: await this.#waitForPicture(opened.value) });
    } finally {
      opened.value.close();
    }
  }

  /** Null when a picture came, or when nobody waits for it any more. */
  #waitForPicture(opened: OpenedCamera): Promise<Problem | null> {
    const startMs = this.#ports.clock.nowMs();
    return new Promise((resolve) => {
      const settle = (problem: Problem | null): void => {
        stopLooking();
        resolve(problem);
      };
      const look = async (): Promise<void> => {
        const stats = await opened.stats();
        if (this.#isStopped) return;
        if (stats && stats.framesDecoded > 0) this.#show(stats);
        const waitedMs = this.#ports.clock.nowMs() - startMs;
        const hasRate = stats !== null && stats.framesPerSecond !== null;
        if (this.#facts.hasPicture && (hasRate || waitedMs >= RATE_WITHIN_MS)) settle(null);
        else if (waitedMs >= PICTURE_WITHIN_MS) settle({ code: 'camera-stalled' });
      };
      const stopLooking = this.#ports.clock.every(LOOK_MS, () => void look());
      void opened.ended.then((problem) => settle(problem ?? { code: 'camera-ended' }));
      void this.#abandoned.then(() => settle(null));
    });
  }

  #show(stats: StreamStats): void {
    this.#learn({ hasPicture: true });
    this.state.value = { ...this.state.value, stats };
  }

  #learn(facts: Partial<CheckFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
    this.state.value = { ...this.state.value, steps: diagnose(this.#facts) };
  }

  #credential(): Promise<Result<Credential | null>> {
    const { access } = this.#camera;
    if (typeof access !== 'number') return Promise.resolve(ok(access));
    return settleCall(this.#ports.archive.readCredential(access), 'archive-worker-failed');
  }
}

const NOTHING_KNOWN: Omit<CheckFacts, 'kind' | 'isAddress'> = {
  isAllowed: null,
  isMixedContent: null,
  isNetworkDenied: null,
  answers: null,
  opened: null,
  problem: null,
  hasPicture: false,
};
