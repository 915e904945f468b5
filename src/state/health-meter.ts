import type { Tally } from '../contracts/tally.ts';
import { NO_HEALTH, type CameraHealth } from './camera-status.ts';
import { FrameRate } from './frame-rate.ts';
import { FrameWork } from './frame-work.ts';
import { PaceWatch } from './pace-watch.ts';

/** How well one stream delivers, from what its frames tell. */
export class HealthMeter {
  readonly #rate = new FrameRate();
  readonly #work = new FrameWork();
  readonly #pace = new PaceWatch();
  #newest: { readonly tally: Tally; readonly atMs: number } | null = null;

  /** Figures of a frame arrived at `atMs`, wall clock. */
  add(atMs: number, tally: Tally): void {
    this.#newest = { tally, atMs };
    this.#rate.add(atMs, tally.frames.analysed);
    this.#work.add(atMs, tally);
    this.#pace.add(atMs, tally.frames.analysed);
  }

  at(nowMs: number, wantedFps: number | null): CameraHealth {
    if (!this.#newest) return NO_HEALTH;
    return {
      fps: Math.round(this.#rate.at(nowMs) * 10) / 10,
      behind: this.#pace.isBehind(nowMs, wantedFps),
      cost: this.#work.at(nowMs),
      lastTallyMs: this.#newest.atMs,
      frames: this.#newest.tally.frames,
    };
  }

  /** Another stream begins. */
  reset(): void {
    this.#newest = null;
    this.#rate.reset();
    this.#work.reset();
    this.#pace.reset();
  }
}
