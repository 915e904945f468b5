import type { TabPort } from '../../contracts/ports.ts';

const LOCK = 'kazoe-counting';

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
          .request(LOCK, { ifAvailable: true }, async (lock) => {
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
  void navigator.locks.request(LOCK, async () => {
    onGranted();
    await held;
  });
}
