import { effect } from '@preact/signals-core';
import type { WakeLockPort } from '../contracts/ports.ts';
import type { CountingStore } from './counting-store.ts';

/** The PC stays awake while it counts, and may sleep when it does not. Returns the way to end that. */
export function keepAwake(wakeLock: WakeLockPort, counting: Pick<CountingStore, 'state'>): () => void {
  return effect(() => {
    if (counting.state.value.kind === 'running') wakeLock.hold();
    else wakeLock.release();
  });
}
