import type { TabPort } from '../../contracts/ports.ts';

/** Web Lock that the counting tab holds and the others wait for. */
export const COUNTING_LOCK = 'kazoe-counting';

/**
 * One tab of this browser profile counts: the one that holds the Web Lock. It lets go when it closes or crashes.
 * Where the profile lets no site keep data there are no locks either: every tab counts for itself, in memory.
 */
export function createTabLock(): TabPort {
  /** Held as long as the page lives. */
  const forEver = new Promise<never>(() => undefined);
  return {
    claim(onGranted) {
      return new Promise((resolve) => {
        navigator.locks
          .request(COUNTING_LOCK, { ifAvailable: true }, async (lock) => {
            resolve(lock ? 'granted' : 'elsewhere');
            if (lock) await forEver;
            else waitForLock(onGranted, forEver);
          })
          .catch(() => resolve('granted')); // SecurityError (Web Locks API, 3.1): nothing is shared with other tabs
      });
    },
  };
}

function waitForLock(onGranted: () => void, held: Promise<never>): void {
  void navigator.locks.request(COUNTING_LOCK, async () => {
    onGranted();
    await held;
  });
}
