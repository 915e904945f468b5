/** How long an installation may take before a reload is no longer worth offering. */
const READY_WITHIN_MS = 15_000;

/** Registers the service worker. Resolves once the browser accepted it; false where it does not (private window, policy). */
export async function registerServiceWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}service-worker.js`, {
      updateViaCache: 'none',
    });
    return true;
  } catch {
    return false; // the app works without: no offline start, no cameras on other origins
  }
}

/** Whether a service worker will serve the document at the next load. */
export async function hasServiceWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const tooLate = new Promise<null>((resolve) => setTimeout(resolve, READY_WITHIN_MS, null));
  return (await Promise.race([navigator.serviceWorker.ready, tooLate])) !== null;
}
