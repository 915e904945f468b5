import { transfer, wrap } from 'comlink';
import type { Remote } from 'comlink';
import { createCameraCounts } from './camera-counts.ts';
import type { CameraCounts } from './camera-counts.ts';
import type { FeederApi } from './feeder.ts';
import type { BenchPage, CameraJob } from './protocol.ts';
import type { MediapipeApi } from './mediapipe-worker.ts';
import type { StagesApi } from './stages-worker.ts';
import type { TfjsApi } from './tfjs-worker.ts';
import { startVision } from './vision-link.ts';
import type { VisionLink } from './vision-link.ts';

// The benchmark's page: starts the app's workers as the app does and leaves every decision to the program in Node.

interface Engine extends VisionLink {
  readonly counts: CameraCounts;
  readonly open: Set<number>;
}

const feeder = wrap<FeederApi>(new Worker(new URL('./feeder.ts', import.meta.url), { type: 'module' }));
const stages = wrap<StagesApi>(
  new Worker(new URL('./stages-worker.ts', import.meta.url), { type: 'module' }),
);
const mediapipe = wrap<MediapipeApi>(
  new Worker(new URL('./mediapipe-worker.ts', import.meta.url), { type: 'module' }),
);
const engines = new Map<string, Engine>();
const tfjs = new Map<string, Remote<TfjsApi>>();
let longTasks: number[] = [];

new PerformanceObserver((list) => {
  longTasks.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ type: 'longtask' });

function engineOf(name: string): Engine {
  const engine = engines.get(name);
  if (!engine) throw new Error(`no engine "${name}"`);
  return engine;
}

/** A stepped stream of busy frames is a competitor's camera. */
const STEPPED: CameraJob = {
  camera: 1,
  source: { kind: 'stepped', set: 'busy' },
  motionGate: false,
  masks: [],
  targetFps: null,
};

/** Opens a source in the feeder; the port returned brings its stream. */
async function openSource(id: string, { source }: Pick<CameraJob, 'source'>): Promise<MessagePort> {
  const { port1, port2 } = new MessageChannel();
  await feeder.open(id, source, transfer(port1, [port1]));
  return port2;
}

async function openCamera(name: string, job: CameraJob): Promise<void> {
  const engine = engineOf(name);
  await engine.openCamera(job, await openSource(`${name}/${job.camera}`, job));
  engine.open.add(job.camera);
}

interface MemoryMeter {
  measureUserAgentSpecificMemory(): Promise<{ readonly bytes: number }>;
}

const page: BenchPage = {
  loadFrames: (set) => feeder.load(set),
  drawFrames: (set, empty) => feeder.draw(set, empty),

  async hasGpu() {
    const adapter = 'gpu' in navigator ? await navigator.gpu.requestAdapter() : null;
    return adapter !== null && !adapter.info.isFallbackAdapter;
  },

  async startEngine(name, job) {
    const counts = createCameraCounts(() => Date.now());
    const link = await startVision(job, (tally) => counts.hear(tally));
    engines.set(name, { ...link, counts, open: new Set() });
    return link.report;
  },

  stopEngine(name) {
    engineOf(name).stop();
    engines.delete(name);
    return Promise.resolve();
  },

  async openCameras(engine, cameras) {
    for (const camera of cameras) await openCamera(engine, camera);
  },

  async closeCameras(name) {
    const engine = engineOf(name);
    for (const camera of engine.open) await engine.closeCamera(camera);
    engine.open.clear();
  },

  takeCounts: (engine) => Promise.resolve(engineOf(engine).counts.take()),

  takeLongTasks() {
    const taken = longTasks;
    longTasks = [];
    return Promise.resolve(taken);
  },

  waitForFrames: (engine, frames) => engineOf(engine).counts.reached(frames),

  async timeFrame(name) {
    const { counts, open } = engineOf(name);
    if (open.size === 0) await openCamera(name, STEPPED);
    const time = counts.next();
    await feeder.step(`${name}/${STEPPED.camera}`);
    return time;
  },

  async startTfjs(name, threads) {
    const worker = wrap<TfjsApi>(
      new Worker(new URL('./tfjs-worker.ts', import.meta.url), { type: 'module' }),
    );
    const used = await worker.start(threads);
    const port = await openSource(name, STEPPED);
    await worker.open(transfer(port, [port]));
    tfjs.set(name, worker);
    return used;
  },

  async timeTfjs(name) {
    const worker = tfjs.get(name);
    if (!worker) throw new Error(`no TensorFlow.js "${name}"`);
    const time = worker.time();
    await feeder.step(name);
    return time;
  },

  async startMediapipe() {
    await mediapipe.start();
    const port = await openSource('mediapipe', STEPPED);
    await mediapipe.open(transfer(port, [port]));
  },

  async timeMediapipe() {
    const time = mediapipe.time();
    await feeder.step('mediapipe');
    return time;
  },

  async startStages(job) {
    await stages.start(job);
    const port = await openSource('stages', { source: { kind: 'endless', set: 'busy' } });
    await stages.open(transfer(port, [port]));
  },
  timeStages: (frames) => stages.time(frames),
  repeatWithoutNetwork: (frames) => stages.repeat(frames),

  async measureMemory() {
    const { bytes } = await (performance as unknown as MemoryMeter).measureUserAgentSpecificMemory();
    return bytes;
  },
};

Object.assign(globalThis, { bench: page });
