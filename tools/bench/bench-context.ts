import type { BenchArguments } from './arguments.ts';
import type { BenchBrowser } from './bench-browser.ts';
import type { Footage } from './footage.ts';

/** What every part of the benchmark works with. */
export interface BenchContext {
  readonly options: BenchArguments;
  readonly busy: Footage;
  readonly empty: Footage;
  /** Opens the page in a browser of its own, uses it and closes it, so that parts do not disturb one another. */
  readonly withBrowser: <T>(use: (browser: BenchBrowser) => Promise<T>) => Promise<T>;
}
