import { parseCameraUrl } from './camera-url.ts';
import type { Site } from './site.ts';

/** The origins that the page must be allowed to talk to: those of the site's gateways, sorted, each once. */
export function cameraOrigins(site: Site): readonly string[] {
  const origins = new Set<string>();
  for (const { source } of site.cameras) {
    const url = source.kind === 'whep' ? parseCameraUrl(source.url) : null;
    if (url?.ok) origins.add(url.value.origin);
  }
  return [...origins].sort();
}
