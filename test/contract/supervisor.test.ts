import { createHash } from 'node:crypto';
import { expose } from 'comlink';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClockPort } from '../../src/contracts/ports.ts';
import { encodeTally } from '../../src/contracts/tally-codec.ts';
import type { EngineSetup, ModelCard, Pulse, VisionApi } from '../../src/contracts/vision.ts';
import type { EngineKind } from '../../src/core/detection/engine-fallback.ts';
import { failed, type Problem } from '../../src/core/result.ts';
import { VisionSupervisor } from '../../src/adapters/workers/supervisor.ts';
import { aCard } from '../builders/frames.ts';
import { PortWorker } from '../builders/port-worker.ts';
import { aTally } from '../state/ports/memory-ports.ts';

const MODEL = new TextEncoder().encode('the model');
const DIGEST = createHash('sha256').update(MODEL).digest('hex');
const REPORT = { backend: 'wasm', threads: 1, webgpu: 'not-asked', warmUpMs: 1, fullMs: 90 } as const;

const card = (name: string, parts: Partial<ModelCard> = {}): ModelCard =>
  aCard({ name, file: 'nanodet.onnx', sha256: DIGEST, ...parts });

/** Files of the origin, by path; the runtime's address is the build's to choose. */
let files: Map<string, string | Uint8Array<ArrayBuffer>>;
/** Every worker that was started, with the set-ups it was given. */
let workers: { readonly worker: PortWorker; readonly setups: EngineSetup<MessagePort>[] }[];
let timers: { readonly periodMs: number; readonly tick: () => void }[];
let nowMs = 0;
// prettier-ignore
const QUIET: Pulse = { busyMs: 0, refused: 0, longestFrameMs: 0, longestByCamera: {}, knownFrameAgoMs: null };
const NO_OUTPUT = { outputBytes: 0, outputMessages: 0 };
/** Backends that do not start, and how long a worker says it has been at a picture. */
let broken: Set<string>;
let pulse: () => Promise<Pulse>;
/** Time of a picture with several threads. */
let threadsMs = 40;

const clock: ClockPort = {
  nowMs: () => nowMs,
  every(periodMs, tick) {
    const timer = { periodMs, tick };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  },
};

beforeEach(() => {
  files = new Map<string, string | Uint8Array<ArrayBuffer>>([
    ['/models/index.json', JSON.stringify(['wide.json', 'other.json', 'square.json'])],
    ['/models/wide.json', JSON.stringify(card('wide'))],
    ['/models/square.json', JSON.stringify(card('square'))],
    ['/models/other.json', JSON.stringify(card('other', { file: 'other.onnx', sha256: 'x' }))],
    ['/models/nanodet.onnx', MODEL],
  ]);
  workers = [];
  timers = [];
  nowMs = 0;
  broken = new Set();
  pulse = () => Promise.resolve(QUIET);
  vi.stubGlobal('fetch', (url: string) => {
    const body = url.endsWith('.wasm') ? 'wasm' : files.get(url);
    return Promise.resolve(body === undefined ? new Response(null, { status: 404 }) : new Response(body));
  });
  vi.stubGlobal(
    'Worker',
    class extends PortWorker {
      constructor() {
        const setups: EngineSetup<MessagePort>[] = [];
        super((port) => expose(visionService(setups), port as never));
        workers.push({ worker: this, setups });
      }
    },
  );
});

afterEach(() => {
  supervisor?.close();
  vi.unstubAllGlobals();
});

const ended = () => Promise.resolve(failed('camera-ended'));

function visionService(setups: EngineSetup<MessagePort>[]): VisionApi<unknown, MessagePort> {
  return {
    start(setup) {
      setups.push(setup);
      if (broken.has(setup.backend))
        return Promise.resolve({ ok: false, problem: { code: 'engine-failed' } });
      return Promise.resolve({ ok: true, value: { ...REPORT, fullMs: setup.threads > 1 ? threadsMs : 90 } });
    },
    openCamera: () => Promise.resolve(),
    closeCamera: () => Promise.resolve(),
    ...{ judgeLine: ended, judgeZone: ended, tryShape: ended, openPreview: ended, stepPreview: ended },
    pulse: () => pulse(),
  };
}

let supervisor: VisionSupervisor | null = null;

function start(engine: EngineKind | 'auto' = 'wasm'): {
  readonly vision: VisionSupervisor;
  readonly started: ReturnType<VisionSupervisor['start']>;
  readonly heard: unknown[];
} {
  const heard: unknown[] = [];
  const vision = new VisionSupervisor({ clock });
  supervisor = vision;
  const started = vision.start(engine, {
    tally: (tally) => heard.push(tally),
    failed: (problem: Problem) => heard.push(problem.code),
    restarted: (report) => heard.push(report),
  });
  return { vision, started, heard };
}

/** Waits until what is under way in workers and microtasks has happened. */
async function until(isSo: () => boolean): Promise<void> {
  await vi.waitFor(() => {
    if (!isSo()) throw new Error('not yet');
  });
}

test('the worker is handed the runtime and every variant of the first network, and nothing of another', async () => {
  const { vision, started } = start();
  expect(await started).toMatchObject({ ok: true, value: REPORT });
  const setup = workers[0]?.setups[0];
  expect(setup?.models.map((model) => model.card.name)).toEqual(['wide', 'square']);
  expect(setup?.models[0]?.bytes).toBe(setup?.models[1]?.bytes);
  expect(new Uint8Array(setup?.models[0]?.bytes ?? new ArrayBuffer())).toEqual(MODEL);
  expect(Object.keys(setup?.runtime ?? {})).toEqual(['wasm']);
  expect(vision.modelSha256()).toBe(DIGEST);
});

test.each<[string, () => void, object]>([
  ['no list of models', () => files.delete('/models/index.json'), { code: 'model-missing' }],
  ['a card missing', () => files.delete('/models/square.json'), { code: 'model-missing' }],
  ['a card that is none', () => files.set('/models/wide.json', '{}'), { code: 'model-missing' }],
  [
    'a list that leads elsewhere',
    () => files.set('/models/index.json', '["../secret.json"]'),
    { code: 'model-missing' },
  ],
  [
    'a web page instead of a list',
    () => files.set('/models/index.json', '<html>'),
    { code: 'model-missing' },
  ],
  [
    'the model missing',
    () => files.delete('/models/nanodet.onnx'),
    { code: 'model-missing', detail: { file: 'nanodet.onnx' } },
  ],
  [
    'another model than the card says',
    () => files.set('/models/nanodet.onnx', 'changed'),
    { code: 'model-digest-mismatch', detail: { file: 'nanodet.onnx' } },
  ],
])('with %s no worker is started', async (_, spoil, problem) => {
  spoil();
  expect(await start().started).toEqual({ ok: false, problem });
  expect(workers).toHaveLength(0);
});

test('what comes out of the output port reaches the listener as a tally', async () => {
  const { started, heard } = start();
  await started;
  const tally = aTally({ camera: 3, people: [{ x: 0.5, y: 0.25 }], zonesNow: [1] });
  workers[0]?.setups[0]?.output.postMessage(encodeTally(tally));
  await until(() => heard.length > 0);
  expect(heard).toEqual([tally]);
});

test('a worker in which frames pile up is ended and replaced; attempts that it refused stay told', async () => {
  const { vision, started, heard } = start();
  await started;
  expect(vision.tightness()).toEqual({ ...QUIET, ...NO_OUTPUT });
  pulse = () => Promise.resolve({ ...QUIET, busyMs: 7, refused: 3, longestFrameMs: 40 });
  await tickFor(1000);
  expect(vision.tightness()).toEqual({ ...QUIET, ...NO_OUTPUT, busyMs: 7, refused: 3, longestFrameMs: 40 });
  const frames = { received: 9, analysed: 9, gated: 0, skipped: 0, closed: 7, alive: 2 };
  workers[0]?.setups[0]?.output.postMessage(encodeTally(aTally({ frames })));
  await until(() => heard.includes('vision-worker-failed'));
  expect(workers[0]?.worker.isTerminated).toBe(true);
  tickRestart();
  await until(() => workers.length === 2);
  expect(vision.tightness()).toMatchObject({ ...QUIET, refused: 3 });
});

test('a dead worker is reported, and another one follows after about a second', async () => {
  const { vision, started, heard } = start();
  await started;
  workers[0]?.worker.crash();
  await until(() => timers.length === 1);
  expect(heard).toEqual(['vision-worker-failed']);
  expect(await vision.openCamera({} as never, {} as never)).toMatchObject({ ok: false });
  expect(timers[0]?.periodMs).toBeGreaterThanOrEqual(800);
  expect(timers[0]?.periodMs).toBeLessThanOrEqual(1200);
  timers[0]?.tick();
  await until(() => heard.length === 2);
  expect(heard[1]).toMatchObject(REPORT);
  expect(workers).toHaveLength(2);
  expect(timers.filter(({ periodMs }) => periodMs > 500 && periodMs < 60_000)).toHaveLength(0);
});

test('workers that die young are restarted ever more slowly, up to a minute', async () => {
  const { started, heard } = start();
  await started;
  const pauses: number[] = [];
  for (let round = 0; round < 8; round++) {
    workers.at(-1)?.worker.crash();
    await until(() => timers.length === 1);
    pauses.push(timers[0]?.periodMs ?? 0);
    timers[0]?.tick();
    await until(() => heard.length === 2 * (round + 1));
  }
  const expected = [1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => seconds * 1000);
  pauses.forEach((pauseMs, round) => {
    expect(Math.abs(pauseMs / (expected[round] ?? 0) - 1)).toBeLessThanOrEqual(0.2);
  });
});

test('a worker that lived for a minute is replaced at once again', async () => {
  const { started, heard } = start();
  await started;
  workers[0]?.worker.crash();
  await until(() => timers.length === 1);
  timers[0]?.tick();
  await until(() => heard.length === 2);
  nowMs += 60_000;
  workers[1]?.worker.crash();
  await until(() => timers.length === 1);
  expect(timers[0]?.periodMs).toBeLessThanOrEqual(1200);
});

test('a restart that finds the model gone says so and tries again', async () => {
  const { started, heard } = start();
  await started;
  files.delete('/models/nanodet.onnx');
  workers[0]?.worker.crash();
  await until(() => timers.length === 1);
  timers[0]?.tick();
  await until(() => heard.length === 2);
  expect(heard).toEqual(['vision-worker-failed', 'model-missing']);
  expect(timers).toHaveLength(1);
});

test('after close nothing is started any more', async () => {
  const { vision, started } = start();
  await started;
  workers[0]?.worker.crash();
  await until(() => timers.length === 1);
  vision.close();
  expect(timers).toHaveLength(0);
  expect(workers).toHaveLength(1);
});

test('a start that was overtaken by close leaves no worker behind', async () => {
  const { vision, started } = start();
  vision.close();
  expect(await started).toMatchObject({ ok: false });
  expect(workers.filter(({ worker }) => !worker.isTerminated)).toHaveLength(0);
});

/** The pause before the next start is over. */
function tickRestart(): void {
  timers.find(({ periodMs }) => periodMs > 500 && periodMs < 60_000)?.tick();
}

/** Lets the watchdog's clock tick, with time for answers in between. */
async function tickFor(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) {
    timers.find(({ periodMs }) => periodMs === 500)?.tick();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test.each<[string, () => Promise<Pulse>]>([
  ['does not answer', () => new Promise(() => undefined)],
  ['is at one picture', () => Promise.resolve({ ...QUIET, busyMs: 3000 })],
])('a worker that %s for three seconds is ended and replaced', async (_, hang) => {
  const { started, heard } = start();
  await started;
  await tickFor(10_000);
  expect(heard).toEqual([]);
  pulse = hang;
  await tickFor(4500);
  await until(() => heard.length === 1);
  expect(workers[0]?.worker.isTerminated).toBe(true);
  tickRestart();
  await until(() => heard.length === 2);
  expect(heard).toMatchObject(['vision-worker-failed', REPORT]);
});

test('where the graphics card does not start the processor counts, and the card is tried again later', async () => {
  vi.stubGlobal('navigator', {}); // Node 20 has none, and no graphics card either
  broken.add('webgpu');
  const { started, heard } = start('webgpu');
  expect(await started).toMatchObject({ ok: true, value: { backend: 'wasm', webgpu: 'not-available' } });
  expect(workers.map(({ setups }) => setups[0]?.backend)).toEqual(['webgpu', 'wasm']);
  const askForBetter = () => timers.find(({ periodMs }) => periodMs === 60_000)?.tick();
  nowMs += 9 * 60_000;
  askForBetter();
  expect(heard).toEqual([]);
  broken.clear();
  nowMs += 60_000;
  askForBetter();
  await until(() => heard.length === 1);
  tickRestart();
  await until(() => workers.length === 3);
  expect(workers[2]?.setups[0]?.backend ?? 'webgpu').toBe('webgpu');
});

test.each([
  { threadsMs: 40, threads: 3, name: 'several threads that are faster' },
  { threadsMs: 200, threads: 1, name: 'one thread where several are slower' },
])('tries what the PC has and takes $name', async ({ threads, ...speed }) => {
  vi.stubGlobal('navigator', { hardwareConcurrency: 4 });
  vi.stubGlobal('crossOriginIsolated', true);
  threadsMs = speed.threadsMs;
  const { vision, started } = start('auto');
  expect(await started).toMatchObject({
    ok: true,
    value: {
      trials: [
        { engine: 'wasm-threads', fullMs: speed.threadsMs },
        { engine: 'wasm', fullMs: 90 },
      ],
    },
  });
  const counting = workers.filter(({ worker }) => !worker.isTerminated);
  expect(counting.map(({ setups }) => setups[0]?.threads)).toEqual([threads]);
  vision.close();
  expect(workers.every(({ worker }) => worker.isTerminated)).toBe(true);
});
