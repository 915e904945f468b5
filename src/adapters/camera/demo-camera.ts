import { transfer } from 'comlink';
import type { ClockPort, DemoPort, DemoSpeed, OpenedCamera } from '../../contracts/ports.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { toFrameStream } from '../frame-stream.ts';
import { spawnDemoStore, type DemoStore } from '../workers/spawn-demo-store.ts';
import { WorkerFailed, type WorkerBridge } from '../workers/worker-bridge.ts';
import { createStreamEnd } from './stream-end.ts';

/** Frames in a simulated second: enough to count by, and few enough that a PC without a graphics card keeps up. */
const FPS = 6;

/** The demo's day begins when shops open, whenever it is looked at: it does not run into the night. */
const OPENS_AT_HOUR = 9;

/** The demo store as a camera. Its worker lives from `open` until the camera is closed. */
export class DemoCamera implements DemoPort {
  readonly #clock: ClockPort;
  #bridge: WorkerBridge<DemoStore> | null = null;
  #speed: DemoSpeed = 'real-time';

  constructor(clock: ClockPort) {
    this.#clock = clock;
  }

  /** Opens the store anew, at its beginning; the one that was open ends. `camera-ended` when its worker dies. */
  async open(seed: number): Promise<Result<OpenedCamera>> {
    this.#bridge?.close();
    const bridge = spawnDemoStore();
    this.#bridge = bridge;
    const end = createStreamEnd(() => bridge.close());
    void bridge.death.then(() => end.settle({ code: 'camera-ended' }));
    try {
      const setup = { seed, crowding: 'normal', fps: FPS, speed: this.#speed, endsAtMs: null } as const;
      const { port1, port2 } = new MessageChannel();
      await bridge.run(async (api) => api.open(setup, transfer(port1, [port1])));
      return ok({
        frames: toFrameStream(port2),
        startsAtMs: new Date(this.#clock.nowMs()).setHours(OPENS_AT_HOUR, 0, 0, 0),
        everyFrame: true, // the store draws a frame when one is wanted, whatever its speed, and the speed may change
        ended: end.promise,
        stats: () => Promise.resolve(null),
        close: () => end.settle(null),
      });
    } catch (error) {
      if (error instanceof WorkerFailed) return failed('camera-ended');
      throw error;
    }
  }

  async setSpeed(speed: DemoSpeed): Promise<void> {
    this.#speed = speed;
    await this.#ask((bridge) => bridge.run((api) => api.setSpeed(speed)));
  }

  truth(): ReturnType<DemoPort['truth']> {
    return this.#ask((bridge) => bridge.run((api) => api.truth()));
  }

  /** Null while no demo store is open, or when it closes before it answers. */
  async #ask<T>(question: (bridge: WorkerBridge<DemoStore>) => Promise<T>): Promise<T | null> {
    if (!this.#bridge) return null;
    try {
      return await question(this.#bridge);
    } catch (error) {
      if (error instanceof WorkerFailed) return null;
      throw error;
    }
  }
}
