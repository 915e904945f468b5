import type { UpdateListener, UpdatePort } from '../../../src/contracts/update.ts';

/** Builds of the app: the one in force is all `a`. */
export class MemoryUpdate implements UpdatePort {
  checks = 0;
  takesOver = true;
  taken = 0;
  #listener: UpdateListener | null = null;

  watch(listener: UpdateListener): void {
    this.#listener = listener;
  }

  check(): Promise<void> {
    this.checks += 1;
    return Promise.resolve();
  }

  current(): Promise<string | null> {
    return Promise.resolve('a'.repeat(64));
  }

  takeOver(): Promise<boolean> {
    this.taken += 1;
    return Promise.resolve(this.takesOver);
  }

  /** A newer build is complete. */
  arrive(build = 'b'.repeat(64)): void {
    this.#listener?.waits(build);
  }

  /** Another tab let it take over. */
  replace(): void {
    this.#listener?.replaced();
  }
}
