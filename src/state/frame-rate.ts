const USUAL_WINDOW_MS = 4000;

interface Sample {
  readonly atMs: number;
  readonly analysed: number;
}

/** Frames analysed per second over the last seconds of the wall clock. Holds at most that window. */
export class FrameRate {
  readonly #windowMs: number;
  #samples: Sample[] = [];

  constructor(windowMs = USUAL_WINDOW_MS) {
    this.#windowMs = windowMs;
  }

  /** Takes the count of analysed frames so far; returns the rate now. */
  add(atMs: number, analysed: number): number {
    this.#samples.push({ atMs, analysed });
    return this.at(atMs);
  }

  /** The rate at `nowMs`: falls to 0 when nothing arrives any more. */
  at(nowMs: number): number {
    this.#samples = this.#samples.filter((sample) => nowMs - sample.atMs <= this.#windowMs);
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last || last.atMs <= first.atMs) return 0;
    return ((last.analysed - first.analysed) * 1000) / (Math.max(nowMs, last.atMs) - first.atMs);
  }

  /** Forgets everything: a new run of the camera begins. */
  reset(): void {
    this.#samples = [];
  }
}
