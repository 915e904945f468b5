import { FrameRate } from './frame-rate.ts';

/** A camera is behind when it has had fewer than this part of the wanted frames for `SPAN_MS`. */
const BEHIND = 0.8;
/** It has caught up at this part: a rate that trembles about the limit says one thing, not two in turn. */
const CAUGHT_UP = 0.9;
const SPAN_MS = 10_000;

/** Notices that a camera has been counted clearly more slowly than is wanted, for ten seconds. */
export class PaceWatch {
  readonly #rate = new FrameRate(SPAN_MS);
  #fromMs: number | null = null;
  #behind = false;

  /** Takes the count of analysed frames so far. */
  add(atMs: number, analysed: number): void {
    this.#fromMs ??= atMs;
    this.#rate.add(atMs, analysed);
  }

  /** `wantedFps` null: there is no rate to keep. */
  isBehind(nowMs: number, wantedFps: number | null): boolean {
    if (wantedFps === null || this.#fromMs === null || nowMs - this.#fromMs < SPAN_MS) return false;
    const kept = this.#rate.at(nowMs) / wantedFps;
    this.#behind = kept < (this.#behind ? CAUGHT_UP : BEHIND);
    return this.#behind;
  }

  /** Forgets everything: a new run of the camera begins. */
  reset(): void {
    this.#rate.reset();
    this.#fromMs = null;
    this.#behind = false;
  }
}
