import { afterEach, expect, it, vi } from 'vitest';
import { createWakeLock } from '../../src/adapters/platform/wake-lock.ts';
import { keepAwake } from '../../src/state/keep-awake.ts';
import { aLiveShop, aShop, type Shop } from '../state/builders.ts';
import { settle } from '../state/ports/manual-clock.ts';

/** The browser's side: grants a lock while the page is visible, and takes it back when the page is hidden. */
class BrowserLocks {
  requests = 0;
  held: { released: boolean; release(): Promise<void> } | null = null;
  refuses = false;

  request(kind: string): Promise<unknown> {
    this.requests += 1;
    if (this.refuses || kind !== 'screen' || document.visibilityState !== 'visible') {
      return Promise.reject(new DOMException('refused', 'NotAllowedError'));
    }
    const lock = {
      released: false,
      release: () => {
        lock.released = true;
        if (this.held === lock) this.held = null;
        return Promise.resolve();
      },
    };
    this.held = lock;
    return Promise.resolve(lock);
  }

  async show(state: 'visible' | 'hidden'): Promise<void> {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    if (state === 'hidden') await this.held?.release();
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
  }
}

let end: () => void = () => undefined;

afterEach(() => {
  end();
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'wakeLock');
});

function watched(shop: Shop): BrowserLocks {
  const locks = new BrowserLocks();
  Object.defineProperty(navigator, 'wakeLock', { value: locks, configurable: true });
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  end = keepAwake(createWakeLock(), shop.counting);
  return locks;
}

it('the screen is kept awake from when counting begins until it stops', async () => {
  const shop = aShop();
  const locks = watched(shop);
  await settle();
  expect(locks.requests).toBe(0);
  await shop.counting.start();
  await settle();
  expect(locks.held).not.toBeNull();
  await shop.counting.stop();
  await settle();
  expect(locks.held).toBeNull();
  expect(locks.requests).toBe(1);
});

it('it is kept awake again when a page that counts is shown again, and not when one that does not', async () => {
  const shop = await aLiveShop();
  const locks = watched(shop);
  await settle();
  await locks.show('hidden');
  expect(locks.held).toBeNull();
  await locks.show('visible');
  expect(locks.held).not.toBeNull();
  expect(locks.requests).toBe(2);
  await shop.counting.stop();
  await settle();
  await locks.show('hidden');
  await locks.show('visible');
  expect([locks.held, locks.requests]).toEqual([null, 2]);
});

it('a browser that refuses is asked again when the page is shown, and counting goes on', async () => {
  const shop = await aLiveShop();
  const locks = watched(shop);
  locks.refuses = true;
  await settle();
  expect(locks.held).toBeNull();
  locks.refuses = false;
  await locks.show('visible');
  expect(locks.held).not.toBeNull();
  expect(shop.counting.state.value.kind).toBe('running');
});
