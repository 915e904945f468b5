import type { PlatformPort } from '../../contracts/ports.ts';
import { connectOrigins } from './connect-origins.ts';
import { missingFeatures } from './missing-features.ts';
import { hasServiceWorker } from './service-worker.ts';
import { reloadStopped } from './stopped-address.ts';
import { watchSurroundings } from './surroundings.ts';

/** The browser around the page. */
export function createPlatform(): PlatformPort {
  return {
    download: ({ name, mediaType, text }) => offer(name, new Blob([text], { type: mediaType })),
    downloadBytes: ({ name, mediaType, bytes }) => offer(name, new Blob([bytes], { type: mediaType })),
    missingFeatures,
    async allowOrigins(origins) {
      const allowed = connectOrigins();
      if (origins.every((origin) => isAllowed(origin, allowed))) return 'allowed';
      return (await hasServiceWorker()) ? 'reload-needed' : 'not-possible';
    },
    watchSurroundings,
    reload: () => location.reload(),
    reloadStopped,
  };
}

function isAllowed(text: string, allowed: ReadonlySet<string>): boolean {
  const { origin } = new URL(text);
  return origin === location.origin || allowed.has(origin);
}

/** Offers a file under this name; text is UTF-8. */
function offer(name: string, contents: Blob): void {
  const url = URL.createObjectURL(contents);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the contents by the time the click returns.
  URL.revokeObjectURL(url);
}
