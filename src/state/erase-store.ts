import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { ErasedPlace, ErasePort } from '../contracts/erase.ts';
import { failed, ok, type Result } from '../core/result.ts';
import type { Permit } from './access-store.ts';
import type { CountingStore } from './counting-store.ts';
import { settleCall } from './settle-call.ts';

/** すべて消去: everything that this browser keeps for the app. */
export interface EraseStore {
  readonly isErasing: ReadonlySignal<boolean>;
  /**
   * Stops counting, closes the cameras, erases, and loads the app anew. `not-permitted`, `erase-other-tab`: nothing was
   * done. `erase-incomplete`: `detail.places` names what is still there; counting stays stopped.
   */
  erase(): Promise<Result<null>>;
}

export interface ErasePorts {
  readonly eraser: ErasePort;
  readonly permit: Permit;
  readonly counting: Pick<CountingStore, 'close'>;
}

/** Nothing happens before `erase`. */
export function createEraseStore({ eraser, permit, counting }: ErasePorts): EraseStore {
  const isErasing = signal(false);

  async function eraseAll(): Promise<Result<null>> {
    const permitted = await permit('erase');
    if (!permitted.ok) return permitted;
    const tabs = await eraser.otherTabs();
    if (tabs > 0) return failed('erase-other-tab', { tabs });
    // Sums of the slot that is open would be written after all, and a picture would still come in.
    await counting.close();
    const left = await settleCall<readonly ErasedPlace[]>(
      eraser.eraseOrigin().then((places) => ok(places)),
      'erase-incomplete',
    );
    if (!left.ok) return left;
    if (left.value.length > 0) return failed('erase-incomplete', { places: left.value.join(', ') });
    eraser.startEmpty();
    return ok(null);
  }

  return {
    isErasing,
    async erase() {
      if (isErasing.value) return ok(null);
      isErasing.value = true;
      try {
        return await eraseAll();
      } finally {
        isErasing.value = false;
      }
    },
  };
}
