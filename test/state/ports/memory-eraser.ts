import type { ErasedPlace, ErasePort } from '../../../src/contracts/erase.ts';

/** Storage of an origin that can be erased. */
export class MemoryEraser implements ErasePort {
  tabs = 0;
  left: readonly ErasedPlace[] = [];
  /** What counting was doing at each erasing. */
  readonly erased: string[] = [];
  starts = 0;
  readonly #counting: () => string;

  constructor(counting: () => string) {
    this.#counting = counting;
  }

  otherTabs(): Promise<number> {
    return Promise.resolve(this.tabs);
  }

  eraseOrigin(): Promise<readonly ErasedPlace[]> {
    this.erased.push(this.#counting());
    return Promise.resolve(this.left);
  }

  startEmpty(): void {
    this.starts += 1;
  }
}
