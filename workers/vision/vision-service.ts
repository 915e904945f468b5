import type { VisionApi } from '../../src/contracts/vision.ts';
import { failed, ok } from '../../src/core/result.ts';
import { openCameraSession } from './camera-session.ts';
import type { CameraSession, SessionParts } from './camera-session.ts';
import { framesFromPort } from './frames-from-port.ts';
import type { Die } from './last-words.ts';
import { createPause, createScheduler } from './scheduler.ts';
import { startEngine } from './start-engine.ts';
import { createTallyOutput } from './tally-output.ts';

/** What the service is given by its realm. */
export interface ServiceOptions {
  /** Called once, when everything is loaded and before any camera is opened. */
  readonly seal: () => void;
  readonly die: Die;
  readonly nowMs: () => number;
}

/** The vision worker's commands. A camera whose engine fails ends with a last tally, then the worker dies. */
export function createVisionService(
  options: ServiceOptions,
): VisionApi<ReadableStream<VideoFrame>, MessagePort> {
  const sessions = new Map<number, CameraSession>(); // one per open camera: evicted when its stream ends
  let parts: SessionParts | null = null;

  async function closeCamera(camera: number): Promise<void> {
    await sessions.get(camera)?.close();
  }

  return {
    async start(setup) {
      if (parts) return failed('engine-failed');
      const output = createTallyOutput(setup.output);
      const scheduler = createScheduler(createPause());
      const started = await startEngine(setup);
      if (!started.ok) return started;
      const { report, ...detector } = started.value;
      parts = { detector, scheduler, output, nowMs: options.nowMs };
      options.seal();
      return ok(report);
    },

    async openCamera(setup, frames) {
      if (!parts) throw new Error('the engine was not started');
      await closeCamera(setup.camera);
      const session = openCameraSession(setup, streamOf(frames), parts);
      sessions.set(setup.camera, session);
      void session.done.catch(options.die).finally(() => {
        if (sessions.get(setup.camera) === session) sessions.delete(setup.camera);
      });
    },

    closeCamera,

    judgeLine(camera, line) {
      const placement = sessions.get(camera)?.judge(line);
      return Promise.resolve(placement ? ok(placement) : failed('camera-ended'));
    },
  };
}

function streamOf(frames: ReadableStream<VideoFrame> | MessagePort): ReadableStream<VideoFrame> {
  return frames instanceof MessagePort ? framesFromPort(frames) : frames;
}
