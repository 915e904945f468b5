import { blockMeans, levelsOf, type PictureLook } from './picture-look.ts';

/** A first look soon, so that it is known early how the picture is; then one each minute. */
const FIRST_LOOK_MS = 10_000;
const LOOK_MS = 60_000;

/** Gathers the frames of a camera into one look a minute. Holds twelve sums, and no picture. */
export class LookTaker {
  #sums: readonly number[] = [];
  #frames = 0;
  #dueMs: number | null = null;

  /** Whether the frame of this capture time ends a look, and its sharpness is wanted. */
  isDue(atMs: number): boolean {
    this.#dueMs ??= atMs + FIRST_LOOK_MS;
    return atMs >= this.#dueMs;
  }

  /** Takes a frame's luma grid in. */
  add(cells: Uint8Array): void {
    const means = blockMeans(cells);
    this.#sums = this.#frames === 0 ? means : this.#sums.map((sum, block) => sum + (means[block] ?? 0));
    this.#frames += 1;
  }

  /** The look of all frames since the one before; `sharpness` is the newest frame's. */
  take(atMs: number, sharpness: number): PictureLook {
    const levels = levelsOf(this.#sums.map((sum) => sum / this.#frames));
    this.reset();
    this.#dueMs = atMs + LOOK_MS;
    return { levels, sharpness };
  }

  /** Another picture begins: what was gathered of the one before is given up. */
  reset(): void {
    this.#sums = [];
    this.#frames = 0;
  }
}
