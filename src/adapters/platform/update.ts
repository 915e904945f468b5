import { TAKE_OVER } from '../../contracts/review.ts';
import type { UpdateListener, UpdatePort } from '../../contracts/update.ts';
import { askBuild } from './ask-build.ts';

const TAKEN_OVER_WITHIN_MS = 10_000;

/**
 * Newer builds as the service worker's registration tells of them; without a service worker there are none. Where none
 * serves this page yet, since it is its first load, a newer build does not wait for it: a load is all that it needs.
 */
export function createUpdate(): UpdatePort {
  const registered = registration();
  const own = registered.then((found) => buildOf(found?.active));
  return {
    watch(listener) {
      void registered.then((found) => {
        if (found) watchRegistration(found, own, listener);
      });
    },
    async check() {
      await (await registered)?.update().catch(() => undefined); // no network, or no server: the next hour asks again
    },
    current: () => own,
    async takeOver() {
      const { waiting = null } = (await registered) ?? {};
      if (!waiting) return !isServed();
      const taken = new Promise<boolean>((resolve) => {
        waiting.addEventListener('statechange', () => {
          if (waiting.state === 'activated') resolve(true);
        });
        setTimeout(resolve, TAKEN_OVER_WITHIN_MS, false);
      });
      waiting.postMessage(TAKE_OVER);
      return taken;
    },
  };
}

function registration(): Promise<ServiceWorkerRegistration | null> {
  return 'serviceWorker' in navigator ? navigator.serviceWorker.ready : Promise.resolve(null);
}

function isServed(): boolean {
  return navigator.serviceWorker.controller !== null;
}

async function buildOf(worker: ServiceWorker | null | undefined): Promise<string | null> {
  return worker ? ((await askBuild(worker))?.build ?? null) : null;
}

function watchRegistration(
  found: ServiceWorkerRegistration,
  own: Promise<string | null>,
  listener: UpdateListener,
): void {
  let looks = 0;
  const look = async (): Promise<void> => {
    const turn = ++looks;
    const waiting = await buildOf(found.waiting);
    const active = isServed() ? null : await buildOf(found.active);
    const newer = active === (await own) ? null : active;
    if (turn === looks) listener.waits(waiting ?? newer); // a service worker may answer after the next one
  };
  const follow = (): void => found.installing?.addEventListener('statechange', () => void look());
  found.addEventListener('updatefound', follow);
  follow();
  void look();
  // The first one that a page gets takes over from nothing.
  if (isServed()) navigator.serviceWorker.addEventListener('controllerchange', () => listener.replaced());
}
