import type { Tally } from '../contracts/tally.ts';

/** What the frames of a camera cost, over the last ten seconds. */
export interface FrameCost {
  /** The network, for a frame on which it ran; 0 where it ran on none. */
  readonly detectMs: number;
  /** Everything else, for a frame. */
  readonly otherMs: number;
  /** Part of the frames in which nothing moved, so that the network was spared, 0–1. */
  readonly sparedShare: number;
  /** Part of the time in which the engine worked for this camera, 0–1. */
  readonly engineShare: number;
}

/** Before the first frame. */
export const NO_COST: FrameCost = { detectMs: 0, otherMs: 0, sparedShare: 0, engineShare: 0 };

const WINDOW_MS = 10_000;

interface Sample {
  readonly atMs: number;
  readonly gated: number;
  readonly detectMs: number;
  readonly otherMs: number;
}

/** Sums up the work on the frames of one camera. Holds at most a window of ten seconds. */
export class FrameWork {
  #samples: Sample[] = [];

  /** A frame was counted; its figures arrived at `atMs`, wall clock. */
  add(atMs: number, { frames: { gated }, detectMs, otherMs }: Tally): void {
    this.#samples.push({ atMs, gated, detectMs, otherMs });
    this.#forgetBefore(atMs - WINDOW_MS);
  }

  at(nowMs: number): FrameCost {
    this.#forgetBefore(nowMs - WINDOW_MS);
    const [first, ...rest] = this.#samples;
    const last = rest.at(-1);
    // The first one tells where the window begins; alone it is all that is known.
    if (!first || !last)
      return first ? { ...NO_COST, detectMs: first.detectMs, otherMs: first.otherMs } : NO_COST;
    const detectMs = sum(rest.map((sample) => sample.detectMs));
    const otherMs = sum(rest.map((sample) => sample.otherMs));
    const spared = last.gated - first.gated;
    return {
      detectMs: detectMs / Math.max(1, rest.length - spared),
      otherMs: otherMs / rest.length,
      sparedShare: spared / rest.length,
      engineShare: Math.min(1, (detectMs + otherMs) / Math.max(1, nowMs - first.atMs)),
    };
  }

  /** Forgets everything: a new run of the camera begins. */
  reset(): void {
    this.#samples = [];
  }

  #forgetBefore(fromMs: number): void {
    this.#samples = this.#samples.filter(({ atMs }) => atMs >= fromMs);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
