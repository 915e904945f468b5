/** The page's means to take away everything that the browser keeps for this address. */
export interface ErasePort {
  /** Other tabs of this profile in which the app is open: they would write again what they hold in memory. */
  otherTabs(): Promise<number>;
  /**
   * Deletes every database, cache, file and web-storage entry of the origin, and its service workers. Tells the
   * places that are still there afterwards; empty when all went.
   */
  eraseOrigin(): Promise<readonly ErasedPlace[]>;
  /** Loads the app anew from its address alone, without what stands behind it. */
  startEmpty(): void;
}

/** A place of the origin that did not become empty. */
export type ErasedPlace = 'databases' | 'caches' | 'files' | 'web-storage' | 'service-worker';
