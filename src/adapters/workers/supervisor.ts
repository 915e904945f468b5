import { transfer } from 'comlink';
import type { ClockPort, FrameStream, VisionListener, VisionPort } from '../../contracts/ports.ts';
import { decodeTally } from '../../contracts/tally-codec.ts';
import type { Backend, CameraSetup, EngineReport, LinePlacement, VisionApi } from '../../contracts/vision.ts';
import { threadCount } from '../../core/detection/thread-count.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { fromFrameStream } from '../frame-stream.ts';
import type { DownloadProgress } from './download-bytes.ts';
import { loadEngineFiles, type EngineFiles } from './engine-files.ts';
import { spawnVision } from './spawn-vision.ts';
import { usableBackends } from './usable-backends.ts';
import { WorkerBridge, WorkerFailed } from './worker-bridge.ts';

type Vision = VisionApi<ReadableStream<VideoFrame>, MessagePort>;

interface StartedWorker {
  readonly output: MessagePort;
  readonly started: Result<EngineReport>;
}

export interface SupervisorOptions {
  readonly clock: ClockPort;
  /** Called as models and runtime are fetched. */
  readonly onProgress?: (progress: DownloadProgress) => void;
}

/** A start that takes longer is taken for a hung worker, as is a command. Warm-up on a slow PC stays far below. */
const START_DEADLINE_MS = 180_000;
const COMMAND_DEADLINE_MS = 15_000;

const FIRST_RESTART_MS = 1000;
const LAST_RESTART_MS = 60_000;
/** A worker that lived this long makes the next restart a first one again. */
const HEALTHY_AFTER_MS = 60_000;
const JITTER = 0.2;

/** Keeps one vision worker alive: starts it with all it needs and, when it dies, starts another with back-off. */
export class VisionSupervisor implements VisionPort {
  readonly #options: SupervisorOptions;
  #listener: VisionListener | null = null;
  #backend: Backend | 'auto' = 'auto';
  #bridge: WorkerBridge<Vision> | null = null;
  #modelSha256 = '';
  #restarts = 0;
  #startedAtMs = 0;
  #stopWaiting: () => void = () => undefined;
  /** Grows with every `start` and `close`: what belongs to an earlier one finds itself outdated. */
  #generation = 0;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  async start(backend: Backend | 'auto', listener: VisionListener): Promise<Result<EngineReport>> {
    this.close();
    this.#listener = listener;
    this.#backend = backend;
    this.#restarts = 0;
    return this.#launch();
  }

  async openCamera(setup: CameraSetup, frames: FrameStream): Promise<Result<null>> {
    const stream = fromFrameStream(frames);
    return this.#command((bridge) =>
      bridge.run((api) => api.openCamera(setup, transfer(stream, [stream])), COMMAND_DEADLINE_MS),
    );
  }

  async closeCamera(camera: number): Promise<void> {
    // A worker that is gone has closed its cameras.
    await this.#command((bridge) => bridge.run((api) => api.closeCamera(camera), COMMAND_DEADLINE_MS));
  }

  async judgeLine(camera: number, line: number): Promise<Result<LinePlacement>> {
    if (!this.#bridge) return failed('vision-worker-failed');
    try {
      return await this.#bridge.run(async (api) => api.judgeLine(camera, line), COMMAND_DEADLINE_MS);
    } catch (error) {
      if (error instanceof WorkerFailed) return failed('vision-worker-failed');
      throw error;
    }
  }

  modelSha256(): string {
    return this.#modelSha256;
  }

  close(): void {
    this.#generation += 1;
    this.#stopWaiting();
    this.#bridge?.close();
    this.#bridge = null;
  }

  async #command(run: (bridge: WorkerBridge<Vision>) => Promise<void>): Promise<Result<null>> {
    if (!this.#bridge) return failed('vision-worker-failed');
    try {
      await run(this.#bridge);
      return ok(null);
    } catch (error) {
      if (error instanceof WorkerFailed) return failed('vision-worker-failed');
      throw error;
    }
  }

  async #launch(): Promise<Result<EngineReport>> {
    const generation = this.#generation;
    const report = this.#options.onProgress ?? (() => undefined);
    const files = await loadEngineFiles(await usableBackends(this.#backend), report);
    if (!files.ok) return files;
    if (generation !== this.#generation) return failed('vision-worker-failed');
    const bridge = new WorkerBridge<Vision>(spawnVision());
    this.#bridge = bridge;
    const { started, output } = await this.#startWorker(bridge, files.value);
    if (generation !== this.#generation || !started.ok) {
      bridge.close();
      output.close();
      if (this.#bridge === bridge) this.#bridge = null;
      return started.ok ? failed('vision-worker-failed') : started;
    }
    this.#modelSha256 = files.value.models[0]?.card.sha256 ?? '';
    this.#startedAtMs = this.#options.clock.nowMs();
    void bridge.death.then(() => {
      output.close();
      if (generation === this.#generation) this.#restart();
    });
    return started;
  }

  async #startWorker(bridge: WorkerBridge<Vision>, { runtime, models }: EngineFiles): Promise<StartedWorker> {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Float64Array>) => this.#listener?.tally(decodeTally(data));
    const buffers = new Set([...models.map((model) => model.bytes), ...Object.values(runtime)]);
    const threads = globalThis.crossOriginIsolated ? threadCount(navigator.hardwareConcurrency) : 1;
    const setup = transfer({ backend: this.#backend, threads, runtime, models, output: port2 }, [
      port2,
      ...buffers,
    ]);
    try {
      return { output: port1, started: await bridge.run(async (api) => api.start(setup), START_DEADLINE_MS) };
    } catch (error) {
      if (!(error instanceof WorkerFailed)) throw error;
      return { output: port1, started: failed('vision-worker-failed') };
    }
  }

  #restart(): void {
    this.#bridge = null;
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
