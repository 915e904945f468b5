import { transfer, wrap } from 'comlink';
import { decodeTally } from '../../../src/contracts/tally-codec.ts';
import type { Tally } from '../../../src/contracts/tally.ts';
import type { CameraSetup, EngineReport, EngineSetup, VisionApi } from '../../../src/contracts/vision.ts';
import { CAMERA_SCENE } from './camera-scene.ts';
import { loadEngineFiles } from './engine-files.ts';
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
  const setup: EngineSetup<MessagePort> = { ...(await loadEngineFiles(job)), output: port2 };
  const started = await Promise.race([vision.start(transfer(setup, [port2])), died]);
  if (!started.ok) throw new Error(`${started.problem.code} ${JSON.stringify(started.problem.detail ?? '')}`);
  return {
    report: started.value,
    openCamera: (camera, port) => vision.openCamera(cameraSetup(camera), transfer(port, [port])),
    closeCamera: (camera) => vision.closeCamera(camera),
    stop: () => worker.terminate(),
  };
}

function cameraSetup({ camera, motionGate, masks, targetFps }: CameraJob): CameraSetup {
  const scene = { ...CAMERA_SCENE, masks, region: null };
  return { camera, ...scene, motionGate, startsAtMs: null, targetFps, weight: 1 };
}
