import { transfer, wrap } from 'comlink';
import { decodeTally } from '../../../src/contracts/tally-codec.ts';
import type { Tally } from '../../../src/contracts/tally.ts';
import type { CameraSetup, EngineReport, EngineSetup, VisionApi } from '../../../src/contracts/vision.ts';
import { DEFAULT_ZONE_TIMING } from '../../../src/core/counting/scene.ts';
import type { ImagePoint } from '../../../src/core/geometry/point.ts';
import { loadBytes } from './load-bytes.ts';
import type { CameraJob, EngineJob } from './protocol.ts';

/** A vision worker that has started. */
export interface VisionLink {
  readonly report: EngineReport;
  /** The port brings the stream. */
  openCamera(job: CameraJob, port: MessagePort): Promise<void>;
  closeCamera(camera: number): Promise<void>;
  stop(): void;
}

/** Starts the app's vision worker as the app does; every tally goes to `hear`. Rejects with the problem's code. */
export async function startVision(job: EngineJob, hear: (tally: Tally) => void): Promise<VisionLink> {
  const worker = new Worker(new URL('../../../workers/vision/main.ts', import.meta.url), {
    type: 'module',
    name: 'vision',
  });
  const died = new Promise<never>((_, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'the vision worker did not load'));
  });
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<Float64Array>) => hear(decodeTally(data));
  const vision = wrap<VisionApi<MessagePort, MessagePort>>(worker);
  const setup: EngineSetup<MessagePort> = { ...(await engineSetup(job)), output: port2 };
  const started = await Promise.race([vision.start(transfer(setup, [port2])), died]);
  if (!started.ok) throw new Error(`${started.problem.code} ${JSON.stringify(started.problem.detail ?? '')}`);
  return {
    report: started.value,
    openCamera: (camera, port) => vision.openCamera(cameraSetup(camera), transfer(port, [port])),
    closeCamera: (camera) => vision.closeCamera(camera),
    stop: () => worker.terminate(),
  };
}

async function engineSetup({
  backend,
  threads,
  cards,
}: EngineJob): Promise<Omit<EngineSetup<never>, 'output'>> {
  const files = new Map<string, ArrayBuffer>();
  for (const { file } of cards) files.set(file, files.get(file) ?? (await loadBytes(`/models/${file}`)));
  const models = cards.flatMap((card) => {
    const bytes = files.get(card.file);
    return bytes ? [{ card, bytes }] : [];
  });
  return { backend, threads, runtime: { [backend]: await loadBytes(`/runtime/${backend}.wasm`) }, models };
}

/** A shop's usual scene: a line at the door, an aisle and a shelf. */
function cameraSetup({ camera, motionGate, targetFps }: CameraJob): CameraSetup {
  return {
    camera,
    lines: [{ points: [at(0.5, 0.2), at(0.5, 0.9)], inward: at(1, 0) }],
    zones: [
      { kind: 'area', polygon: rectangle(0.1, 0.2, 0.45), timing: DEFAULT_ZONE_TIMING },
      { kind: 'area', polygon: rectangle(0.55, 0.3, 0.9), timing: DEFAULT_ZONE_TIMING },
    ],
    masks: [],
    region: null,
    motionGate,
    startsAtMs: null,
    targetFps,
    weight: 1,
  };
}

function rectangle(left: number, top: number, right: number): ImagePoint[] {
  return [at(left, top), at(right, top), at(right, 0.9), at(left, 0.9)];
}

function at(x: number, y: number): ImagePoint {
  return { x, y };
}
