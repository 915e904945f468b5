import { transfer, type Remote } from 'comlink';
import type {
  ClockPort,
  FrameStream,
  PreviewCanvas,
  VisionListener,
  VisionPort,
} from '../../contracts/ports.ts';
import { decodeTally } from '../../contracts/tally-codec.ts';
import { ledgerHolds, type Tally } from '../../contracts/tally.ts';
import type { VisionWatch, WatchedVision } from '../../contracts/review.ts';
import type {
  Backend,
  CameraSetup,
  EngineReport,
  LinePlacement,
  PreviewStep,
  Pulse,
  TriedShape,
  ZonePlacement,
} from '../../contracts/vision.ts';
import {
  awakeEngines,
  betterAtMs,
  candidateEngines,
  noteFailure,
  type EngineFailures,
  type EngineKind,
} from '../../core/detection/engine-fallback.ts';
import { goesOnTrying, inOrderOfTrial, type EngineTrial } from '../../core/detection/engine-trials.ts';
import { threadCount } from '../../core/detection/thread-count.ts';
import { median } from '../../core/median.ts';
import type { ShapeTrial } from '../../core/placement/try-shape.ts';
import { failed, ok, type Problem, type Result } from '../../core/result.ts';
import { fromFrameStream } from '../frame-stream.ts';
import type { DownloadProgress } from './download-bytes.ts';
import { loadEngineFiles, type EngineFiles } from './engine-files.ts';
import { findGpu, type GpuState } from './find-gpu.ts';
import { better, closeWorker, type OpenedWorker, type Vision } from './opened-worker.ts';
import { spawnVision } from './spawn-vision.ts';
import { watchForHang } from './watchdog.ts';
import { WorkerBridge, WorkerFailed } from './worker-bridge.ts';

interface StartedWorker {
  readonly output: MessagePort;
  readonly started: Result<EngineReport>;
}

export interface SupervisorOptions {
  readonly clock: ClockPort;
  /** Called as models and runtime are fetched. */
  readonly onProgress?: (progress: DownloadProgress) => void;
}

const NO_PULSE: Pulse = {
  busyMs: 0,
  refused: 0,
  longestFrameMs: 0,
  longestByCamera: {},
  knownFrameAgoMs: null,
};

/** A start that takes longer is taken for a hung worker, as is a command. Warm-up on a slow PC stays far below. */
const START_DEADLINE_MS = 180_000;
const COMMAND_DEADLINE_MS = 15_000;

const FIRST_RESTART_MS = 1000;
const LAST_RESTART_MS = 60_000;
/** A worker that lived this long makes the next restart a first one again. */
const HEALTHY_AFTER_MS = 60_000;
const JITTER = 0.2;

/** A run that takes this long, and this many times as long as usual, hangs. */
const HANG_MS = 3000;
const HANG_TIMES = 10;
/** Runs that say how long one usually takes. */
const USUAL_RUNS = 31;
/** How often it is asked whether a better engine has rested enough. */
const BETTER_MS = 60_000;
/** Problems of one engine, which another may not have. */
const ENGINE_PROBLEMS: readonly string[] = ['engine-failed', 'webgpu-blocked', 'vision-worker-failed'];

/**
 * Keeps one vision worker alive: starts it with all it needs on the best engine of the PC and, when it dies, hangs or
 * computes wrongly, starts another on the next best. A better engine is tried again when it has rested.
 */
export class VisionSupervisor implements VisionPort, WatchedVision {
  readonly #options: SupervisorOptions;
  #listener: VisionListener | null = null;
  #preference: EngineKind | 'auto' = 'auto';
  #candidates: readonly EngineKind[] = [];
  #failures: EngineFailures = {};
  #kind: EngineKind = 'wasm';
  /** The worker is ended to try a better engine: no failure of the present one. */
  #changing = false;
  #runsMs: number[] = [];
  #pulse: Pulse = NO_PULSE;
  #refusedBefore = 0;
  #output = { outputBytes: 0, outputMessages: 0 };
  #stopWatching: () => void = () => undefined;
  #bridge: WorkerBridge<Vision> | null = null;
  /** The worker that is being started. */
  #opening: WorkerBridge<Vision> | null = null;
  #modelSha256 = '';
  #restarts = 0;
  #startedAtMs = 0;
  #stopWaiting: () => void = () => undefined;
  /** Grows with every `start` and `close`: what belongs to an earlier one finds itself outdated. */
  #generation = 0;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  async start(engine: EngineKind | 'auto', listener: VisionListener): Promise<Result<EngineReport>> {
    this.close();
    this.#listener = listener;
    this.#preference = engine;
    this.#failures = {};
    this.#restarts = 0;
    return this.#launch();
  }

  async openCamera(setup: CameraSetup, frames: FrameStream): Promise<Result<null>> {
    const stream = fromFrameStream(frames);
    return this.#command((api) => api.openCamera(setup, transfer(stream, [stream])));
  }

  async closeCamera(camera: number): Promise<void> {
    // A worker that is gone has closed its cameras.
    await this.#command((api) => api.closeCamera(camera));
  }

  judgeLine(camera: number, line: number): Promise<Result<LinePlacement>> {
    return this.#ask(async (api) => api.judgeLine(camera, line));
  }

  judgeZone(camera: number, zone: number): Promise<Result<ZonePlacement>> {
    return this.#ask(async (api) => api.judgeZone(camera, zone));
  }

  tryShape(camera: number, shape: TriedShape): Promise<Result<ShapeTrial>> {
    return this.#ask(async (api) => api.tryShape(camera, shape));
  }

  openPreview(camera: number, canvas: PreviewCanvas): Promise<Result<null>> {
    const drawn = canvas as unknown as OffscreenCanvas;
    return this.#ask(async (api) => api.openPreview(camera, transfer(drawn, [drawn])));
  }

  stepPreview(camera: number, step: PreviewStep): Promise<Result<null>> {
    return this.#ask(async (api) => api.stepPreview(camera, step));
  }

  /** What became known of the worker at its last sign of life; attempts of those before it are counted in. */
  tightness(): VisionWatch {
    return { ...this.#pulse, ...this.#output, refused: this.#refusedBefore + this.#pulse.refused };
  }

  modelSha256(): string {
    return this.#modelSha256;
  }

  close(): void {
    this.#generation += 1;
    this.#stopWaiting();
    this.#stopWatching();
    this.#bridge?.close();
    this.#opening?.close();
    this.#bridge = null;
  }

  #command(job: (api: Remote<Vision>) => Promise<void>): Promise<Result<null>> {
    return this.#ask((api) => job(api).then(() => ok(null)));
  }

  async #ask<T>(job: (api: Remote<Vision>) => Promise<Result<T>>): Promise<Result<T>> {
    if (!this.#bridge) return failed('vision-worker-failed');
    try {
      return await this.#bridge.run(job, COMMAND_DEADLINE_MS);
    } catch (error) {
      if (error instanceof WorkerFailed) return failed('vision-worker-failed');
      throw error;
    }
  }

  /** Tries the engines of the PC, best first, until one is fast enough; the fastest of them counts. */
  async #launch(): Promise<Result<EngineReport>> {
    const generation = this.#generation;
    const asksGpu = this.#preference === 'auto' || this.#preference === 'webgpu';
    const gpu = asksGpu ? await findGpu() : 'not-available';
    const pc = { threads: threadsOfPc(), hasGpu: gpu === 'hardware' };
    this.#candidates = candidateEngines(this.#preference, pc);
    const trials: EngineTrial[] = [];
    let best: OpenedWorker | null = null;
    let problem: Problem = { code: 'vision-worker-failed' };
    for (const kind of awakeEngines(this.#candidates, this.#failures, this.#options.clock.nowMs())) {
      if (!goesOnTrying(this.#preference, trials)) break;
      const opened = await this.#open(kind, generation);
      trials.push({ engine: kind, fullMs: opened.ok ? opened.value.report.fullMs : null });
      if (opened.ok) best = better(best, opened.value, trials);
      else {
        problem = opened.problem;
        if (generation !== this.#generation || !ENGINE_PROBLEMS.includes(problem.code)) break;
        if (kind !== this.#candidates.at(-1))
          this.#failures = noteFailure(this.#failures, kind, this.#options.clock.nowMs());
      }
    }
    if (best && generation !== this.#generation) closeWorker(best);
    if (!best || generation !== this.#generation) return { ok: false, problem };
    const webgpu = this.#webgpuState(best.kind, gpu, trials);
    this.#candidates = inOrderOfTrial(this.#candidates, trials, best.kind);
    this.#install(best, generation);
    return ok({ ...best.report, webgpu, trials });
  }

  #webgpuState(kind: EngineKind, gpu: GpuState, trials: readonly EngineTrial[]): EngineReport['webgpu'] {
    if (kind === 'webgpu') return 'used';
    if (trials.some(({ engine, fullMs }) => engine === 'webgpu' && fullMs !== null)) return 'slower';
    if (this.#candidates.includes('webgpu')) return gpu === 'not-available' ? gpu : 'failed';
    return this.#preference === 'auto' && gpu !== 'hardware' ? gpu : 'not-asked';
  }

  async #open(kind: EngineKind, generation: number): Promise<Result<OpenedWorker>> {
    const report = this.#options.onProgress ?? (() => undefined);
    const files = await loadEngineFiles([kind === 'webgpu' ? 'webgpu' : 'wasm'], report);
    if (!files.ok) return files;
    if (generation !== this.#generation) return failed('vision-worker-failed');
    const bridge = new WorkerBridge<Vision>(spawnVision());
    const modelSha256 = files.value.models[0]?.card.sha256 ?? '';
    this.#opening = bridge;
    const { started, output } = await this.#startWorker(kind, bridge, files.value);
    this.#opening = null;
    if (started.ok && generation === this.#generation)
      return ok({ kind, bridge, output, modelSha256, report: started.value });
    bridge.close();
    output.close();
    return started.ok ? failed('vision-worker-failed') : started;
  }

  #install({ kind, bridge, output, modelSha256 }: OpenedWorker, generation: number): void {
    this.#bridge = bridge;
    this.#modelSha256 = modelSha256;
    this.#startedAtMs = this.#options.clock.nowMs();
    this.#kind = kind;
    this.#watch(bridge);
    void bridge.death.then(() => {
      output.close();
      if (generation === this.#generation) this.#restart();
    });
  }

  /** Ends the worker when it hangs, and when a better engine has rested. */
  #watch(bridge: WorkerBridge<Vision>): void {
    const { clock } = this.#options;
    this.#runsMs = [];
    const stops = [
      watchForHang({
        clock,
        pulse: async () => this.#feel(await bridge.run((api) => api.pulse())),
        limitMs: () => Math.max(HANG_MS, HANG_TIMES * (median(this.#runsMs) ?? 0)),
        onHang: () => bridge.close(),
      }),
      clock.every(BETTER_MS, () => {
        const atMs = betterAtMs(this.#candidates, this.#failures, this.#kind);
        if (atMs === null || clock.nowMs() < atMs) return;
        this.#changing = true;
        bridge.close();
      }),
    ];
    this.#stopWatching = () => {
      for (const stop of stops) stop();
    };
  }

  #feel(pulse: Pulse): number {
    this.#pulse = pulse;
    return pulse.busyMs;
  }

  /** Decodes what the worker sent, and counts it. */
  #receive(numbers: Float64Array): void {
    const { outputBytes, outputMessages } = this.#output;
    this.#output = { outputBytes: outputBytes + numbers.byteLength, outputMessages: outputMessages + 1 };
    this.#take(decodeTally(numbers));
  }

  #take(tally: Tally): void {
    if (!ledgerHolds(tally.frames)) this.#bridge?.close(); // frames pile up: their worker is ended, with all of them
    if (tally.detectMs > 0) this.#runsMs = [...this.#runsMs, tally.detectMs].slice(-USUAL_RUNS);
    this.#listener?.tally(tally);
  }

  async #startWorker(
    kind: EngineKind,
    bridge: WorkerBridge<Vision>,
    { runtime, models }: EngineFiles,
  ): Promise<StartedWorker> {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Float64Array>) => this.#receive(data);
    const buffers = new Set([...models.map((model) => model.bytes), ...Object.values(runtime)]);
    const backend: Backend = kind === 'webgpu' ? 'webgpu' : 'wasm';
    const threads = kind === 'wasm-threads' ? threadsOfPc() : 1;
    const setup = transfer({ backend, threads, runtime, models, output: port2 }, [port2, ...buffers]);
    try {
      return { output: port1, started: await bridge.run(async (api) => api.start(setup), START_DEADLINE_MS) };
    } catch (error) {
      if (!(error instanceof WorkerFailed)) throw error;
      return { output: port1, started: failed('vision-worker-failed') };
    }
  }

  #restart(): void {
    this.#bridge = null;
    this.#refusedBefore += this.#pulse.refused;
    this.#pulse = NO_PULSE;
    this.#stopWatching();
    if (!this.#changing)
      this.#failures = noteFailure(this.#failures, this.#kind, this.#options.clock.nowMs());
    this.#changing = false;
    this.#listener?.failed({ code: 'vision-worker-failed' });
    if (this.#options.clock.nowMs() - this.#startedAtMs >= HEALTHY_AFTER_MS) this.#restarts = 0;
    this.#waitThenLaunch();
  }

  #waitThenLaunch(): void {
    const pauseMs = Math.min(LAST_RESTART_MS, FIRST_RESTART_MS * 2 ** this.#restarts);
    this.#restarts += 1;
    const jitteredMs = pauseMs * (1 + JITTER * (2 * Math.random() - 1));
    const stop = this.#options.clock.every(jitteredMs, () => {
      stop();
      void this.#relaunch();
    });
    this.#stopWaiting = stop;
  }

  async #relaunch(): Promise<void> {
    const generation = this.#generation;
    const started = await this.#launch();
    if (generation !== this.#generation) return;
    if (started.ok) this.#listener?.restarted(started.value);
    else {
      this.#listener?.failed(started.problem);
      this.#waitThenLaunch();
    }
  }
}

function threadsOfPc(): number {
  return globalThis.crossOriginIsolated ? threadCount(navigator.hardwareConcurrency) : 1;
}
