import { transfer, wrap } from 'comlink';
import type { DemoStoreApi, DemoTruth } from '../../../src/contracts/demo-store.ts';
import { decodeTally } from '../../../src/contracts/tally-codec.ts';
import type { Tally } from '../../../src/contracts/tally.ts';
import type { VisionApi } from '../../../src/contracts/vision.ts';
import { demoCamera } from '../../../src/core/simulation/demo-camera.ts';
import type { DemoJob, DemoMessage } from './demo-protocol.ts';

// A developer's page in the form of a worker: joins the app's demo store to the app's sealed vision worker, as the app
// does it, and adds up what comes out. It is served by tools/evaluate alone and never part of the app.

const NO_NAMES = { camera: '', entrance: '', street: '', backShelf: '', sideShelf: '', queue: '', staff: '' };
const PROGRESS_EVERY = 60;

interface Counts {
  readonly lines: { in: number; out: number }[];
  readonly zones: { visits: number; personSeconds: number; dwells: number[] }[];
}

function add(counts: Counts, { events, ended }: Tally): void {
  if (ended) return; // closes what is open: the truth leaves it open
  for (const event of events) {
    if (event.staff) continue;
    const line = event.kind === 'crossing' ? counts.lines[event.line] : undefined;
    const zone = event.kind === 'stay' || event.kind === 'visit' ? counts.zones[event.zone] : undefined;
    if (event.kind === 'crossing' && line) line[event.direction] += 1;
    if (event.kind === 'visit' && zone) {
      zone.visits += 1;
      zone.dwells.push((event.toMs - event.fromMs) / 1000);
    }
    if (event.kind === 'stay' && zone) zone.personSeconds += (event.toMs - event.fromMs) / 1000;
  }
}

function tell(message: DemoMessage): void {
  postMessage(message);
}

async function load(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
}

async function startVision(
  job: DemoJob,
  output: MessagePort,
): Promise<Pick<VisionApi<MessagePort, MessagePort>, 'openCamera'>> {
  const vision = wrap<VisionApi<MessagePort, MessagePort>>(new Worker('/vision.js', { type: 'module' }));
  const [bytes, wasm] = [await load('/model'), await load('/runtime')];
  const models = job.cards.map((card) => ({ card, bytes }));
  const started = await vision.start(
    transfer({ backend: 'wasm', threads: 1, runtime: { wasm }, models, output }, [output]),
  );
  if (!started.ok) throw new Error(started.problem.code);
  return { openCamera: (setup, frames) => vision.openCamera(setup, transfer(frames, [frames])) };
}

async function run(job: DemoJob): Promise<void> {
  const { lines, zones, masks, region, calibration } = demoCamera({
    firstId: 1,
    seed: job.seed,
    names: NO_NAMES,
  });
  const counts: Counts = {
    lines: lines.map(() => ({ in: 0, out: 0 })),
    zones: zones.map(() => ({ visits: 0, personSeconds: 0, dwells: [] })),
  };
  const tallies = new MessageChannel();
  const vision = await startVision(job, tallies.port2);
  const times: Pick<Tally, 'detectMs' | 'otherMs'>[] = [];
  let gated = 0;
  const over = new Promise<void>((resolve) => {
    tallies.port1.onmessage = ({ data }: MessageEvent<Float64Array>) => {
      const tally = decodeTally(data);
      add(counts, tally);
      gated = tally.frames.gated;
      if (tally.ended) {
        resolve();
        return;
      }
      times.push(tally);
      if (times.length % PROGRESS_EVERY === 0) tell({ kind: 'progress', simulatedMs: tally.atMs });
    };
  });

  const demo = wrap<DemoStoreApi<MessagePort>>(new Worker('/demo-store.js', { type: 'module' }));
  const { port1, port2 } = new MessageChannel();
  const { seed, crowding, fps } = job;
  await demo.open(
    { seed, crowding, fps, speed: 'fast-forward', endsAtMs: job.minutes * 60_000 },
    transfer(port1, [port1]),
  );
  const floor = calibration && { marks: calibration, zones: [] };
  const scene = { lines, zones, floor, masks, region, weight: 1 };
  await vision.openCamera(
    { camera: 1, ...scene, motionGate: job.motionGate, startsAtMs: 0, targetFps: null },
    port2,
  );
  await over;
  const truth: DemoTruth | null = await demo.truth();
  if (!truth) throw new Error('the demo store forgot its truth');
  const [detectMs, otherMs] = [
    median(times.map((one) => one.detectMs).filter((ms) => ms > 0)),
    median(times.map((one) => one.otherMs)),
  ];
  tell({
    kind: 'finished',
    outcome: { counted: counts, truth, frames: times.length, gated, detectMs, otherMs },
  });
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function main(): Promise<void> {
  await run((await (await fetch('/job')).json()) as DemoJob);
}

main().catch((error: unknown) => tell({ kind: 'failed', reason: String(error) }));
