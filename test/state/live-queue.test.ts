import { signal } from '@preact/signals-core';
import { describe, expect, it } from 'vitest';
import type { Tally } from '../../src/contracts/tally.ts';
import { createLiveStore } from '../../src/state/live-store.ts';
import { aCamera, aSite, aZone } from './builders.ts';
import { aTally } from './ports/memory-ports.ts';

const SHELF = aZone({ id: 3 });
const QUEUE = aZone({ id: 4, kind: 'queue' });
const MINUTE_MS = 60_000;

/** Somebody left a zone (by its index) after a minute and a half. */
const left = (atMs: number, given: { zone?: number; staff?: boolean } = {}): Partial<Tally> => ({
  atMs,
  zonesNow: [1, 3],
  events: [{ kind: 'visit', zone: 1, fromMs: atMs - 90_000, toMs: atMs, staff: false, ...given }],
});

function aQueue() {
  const { store, sink } = createLiveStore(signal(aSite([aCamera({ zones: [SHELF, QUEUE] })])));
  const see = (given: Partial<Tally>): void => {
    sink.tally(aTally(given));
  };
  const waitOf = (zone: number) => store.zonesNow.value.find((now) => now.zone.id === zone)?.expectedWaitS;
  return { store, sink, see, waitOf };
}

describe('the queue now', () => {
  it('comes first, with how many wait and the expected wait from five people on', () => {
    const { store, see, waitOf } = aQueue();
    for (let minute = 0; minute < 4; minute++) see(left(minute * MINUTE_MS));
    expect(store.zonesNow.value[0]).toMatchObject({ zone: { id: QUEUE.id }, people: 3, expectedWaitS: null });
    see(left(5 * MINUTE_MS));
    expect(waitOf(QUEUE.id)).toBe(90);
    expect(waitOf(SHELF.id)).toBeNull();
  });

  it('forgets waits after a quarter of an hour, and all of them when another shop is counted', () => {
    const { sink, see, waitOf } = aQueue();
    for (let minute = 0; minute < 5; minute++) see(left(minute * MINUTE_MS));
    see({ atMs: 14 * MINUTE_MS });
    expect(waitOf(QUEUE.id)).toBe(90);
    see({ atMs: 15 * MINUTE_MS });
    expect(waitOf(QUEUE.id)).toBeNull();
    for (let minute = 16; minute < 21; minute++) see(left(minute * MINUTE_MS));
    expect(waitOf(QUEUE.id)).toBe(90);
    sink.clear();
    see({ atMs: 21 * MINUTE_MS });
    expect(waitOf(QUEUE.id)).toBeNull();
  });

  it('knows no wait of staff, and none at a shelf', () => {
    const { see, waitOf } = aQueue();
    for (let minute = 0; minute < 9; minute++) {
      see(left(minute * MINUTE_MS, { staff: true }));
      see(left(minute * MINUTE_MS, { zone: 0 }));
    }
    expect(waitOf(QUEUE.id)).toBeNull();
    expect(waitOf(SHELF.id)).toBeNull();
  });
});
