/** Says on which frames of one camera the network must run. Holds the averages of one empty picture, and no picture. */
export interface MotionGate {
  /**
   * Whether the network must look at a frame. False only where every one of these holds: the last looks saw nobody and
   * were not caused by motion, the last of them is at most `RECHECK_MS` old, and no cell of `luma` (0–255, a
   * `LUMA_GRID`) differs from its grid by more than the noise. Whatever is unsure is looked at.
   */
  mustLook(luma: Uint8Array, atMs: number): boolean;
  /** The network has looked; `isEmpty`: it saw nobody at all, and nobody is followed. */
  looked(frame: { readonly luma: Uint8Array; readonly atMs: number; readonly isEmpty: boolean }): void;
  /** Forgets everything: the next frames are looked at. */
  reset(): void;
}

/** An empty picture is looked at again after this much capture time, whatever moves. */
export const RECHECK_MS = 2000;

/**
 * A candidate of this score may become somebody: nobody is followed before 0.5. Lower ones that lie still are tripods
 * and plants; a person who is that faint came in by moving, and is followed until lost.
 */
export const FAINT_SCORE = 0.4;

/** So many looks in a row must have seen nobody, without motion, before the network rests. */
const EMPTY_LOOKS = 3;

/** A cell has changed when it differs by more than this many deviations of its noise, within the bounds (levels). */
const DEVIATIONS = 5;
const LEAST_THRESHOLD = 2;
/** Cells noisier than this keep the network at work: a change there tells nothing. */
const MOST_THRESHOLD = 8;

/** Weight of a new frame in the noise. */
const LEARNING = 1 / 32;
/** A change teaches no more than this many thresholds: one flash or one unseen passer-by must not blind a cell. */
const MOST_LESSON = 1.5;
/** When more of the cells change at once, it is the light or the exposure, which is no noise. */
const GLOBAL_SHARE = 0.5;

/** A gate that has seen nothing yet. */
export function createMotionGate(): MotionGate {
  return new Gate();
}

class Gate implements MotionGate {
  /** Grid of the last empty picture that was looked at; null after a look that saw somebody. */
  #empty: Uint8Array | null = null;
  #lookedAtMs = -Infinity;
  #emptyLooks = 0;
  /** Mean square of what a cell differs from the empty picture while nobody is there. */
  #noise = new Float64Array(0);

  mustLook(luma: Uint8Array, atMs: number): boolean {
    const sinceMs = atMs - this.#lookedAtMs;
    const isKnown = this.#empty !== null && this.#emptyLooks >= EMPTY_LOOKS;
    if (!isKnown || !(sinceMs >= 0 && sinceMs < RECHECK_MS) || this.#changes(luma) > 0) return true;
    this.#learn(luma);
    return false;
  }

  looked({
    luma,
    atMs,
    isEmpty,
  }: {
    readonly luma: Uint8Array;
    readonly atMs: number;
    readonly isEmpty: boolean;
  }): void {
    this.#lookedAtMs = atMs;
    if (!isEmpty) {
      this.#empty = null;
      this.#emptyLooks = 0;
      return;
    }
    if (this.#noise.length !== luma.length) this.#noise = new Float64Array(luma.length);
    const changes = this.#empty ? this.#changes(luma) : 0;
    if (changes <= luma.length * GLOBAL_SHARE) this.#learn(luma);
    this.#emptyLooks = changes > 0 ? 1 : this.#emptyLooks + 1;
    this.#empty = luma.slice();
  }

  reset(): void {
    this.#empty = null;
    this.#emptyLooks = 0;
    this.#lookedAtMs = -Infinity;
    this.#noise.fill(0);
  }

  /** How many cells differ from the empty picture; all of them where the grids cannot be compared. */
  #changes(luma: Uint8Array): number {
    const empty = this.#empty;
    if (empty?.length !== luma.length) return luma.length;
    return luma.reduce(
      (sum, value, cell) => sum + (this.#isChange(cell, value - (empty[cell] ?? 0)) ? 1 : 0),
      0,
    );
  }

  #isChange(cell: number, difference: number): boolean {
    return Math.abs(difference) > this.#threshold(cell);
  }

  #threshold(cell: number): number {
    const deviation = Math.sqrt(this.#noise[cell] ?? 0);
    return Math.min(MOST_THRESHOLD, Math.max(LEAST_THRESHOLD, DEVIATIONS * deviation));
  }

  #learn(luma: Uint8Array): void {
    const empty = this.#empty;
    if (empty?.length !== luma.length) return;
    luma.forEach((value, cell) => {
      const lesson = Math.min(Math.abs(value - (empty[cell] ?? 0)), MOST_LESSON * this.#threshold(cell));
      const noise = this.#noise[cell] ?? 0;
      this.#noise[cell] = noise + LEARNING * (lesson * lesson - noise);
    });
  }
}
