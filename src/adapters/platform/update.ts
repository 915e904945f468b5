import { TAKE_OVER } from '../../contracts/review.ts';
import type { UpdateListener, UpdatePort } from '../../contracts/update.ts';
import { askBuild } from './ask-build.ts';

const TAKEN_OVER_WITHIN_MS = 10_000;

/** Newer builds as the service worker's registration tells of them. Without a service worker there are none. */
export function createUpdate(): UpdatePort {
  const registered = registration();
  return {
    watch(listener) {
      void registered.then((found) => {
        if (found) watchRegistration(found, listener);
      });
    },
    async check() {
      await (await registered)?.update().catch(() => undefined); // no network, or no server: the next hour asks again
    },
    async current() {
      const { active = null } = (await registered) ?? {};
      return active && ((await askBuild(active))?.build ?? null);
    },
    async takeOver() {
      const { waiting = null } = (await registered) ?? {};
      if (!waiting) return false;
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

function watchRegistration(found: ServiceWorkerRegistration, { waits, replaced }: UpdateListener): void {
  const look = async (): Promise<void> => {
    const { waiting } = found;
    waits(waiting && ((await askBuild(waiting))?.build ?? null));
  };
  const follow = (): void => found.installing?.addEventListener('statechange', () => void look());
  found.addEventListener('updatefound', follow);
  follow();
  void look();
  // The first one that a page gets takes over from nothing.
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) serviceWorker.addEventListener('controllerchange', replaced);
}
