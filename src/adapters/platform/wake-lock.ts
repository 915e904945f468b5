import type { WakeLockPort } from '../../contracts/ports.ts';

/** The browser takes the lock back whenever the page is hidden; it is asked for again when the page shows. */
export function createWakeLock(): WakeLockPort {
  let isWanted = false;
  let held: WakeLockSentinel | null = null;
  let turn: Promise<void> = Promise.resolve();

  async function adjust(): Promise<void> {
    if (held?.released) held = null;
    if (!isWanted) {
      await held?.release();
      held = null;
    } else if (!held && document.visibilityState === 'visible' && 'wakeLock' in navigator) {
      held = await requestLock();
    }
  }

  /** One after the other, so that a release never overtakes the request before it. */
  const adjustNext = () => {
    turn = turn.then(adjust);
  };
  document.addEventListener('visibilitychange', adjustNext);
  return {
    hold() {
      isWanted = true;
      adjustNext();
    },
    release() {
      isWanted = false;
      adjustNext();
    },
  };
}

async function requestLock(): Promise<WakeLockSentinel | null> {
  try {
    return await navigator.wakeLock.request('screen');
  } catch {
    return null; // low battery or the system's settings refuse it; the next time the page shows asks again
  }
}
