import type { BuildManifest } from '../../src/contracts/build-manifest.ts';

/** What is asked for, in plain values. */
export interface Asked {
  readonly method: string;
  /** The full address. */
  readonly url: string;
  readonly isNavigation: boolean;
}

/** How a request is answered. `network`: not ours to answer, left to the browser and the page's own CSP. */
export type Route =
  | { readonly kind: 'document' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'network' }
  | { readonly kind: 'refuse' };

export interface RouteRules {
  readonly manifest: BuildManifest;
  readonly ownOrigin: string;
  /** Origins of configured cameras; null while they are not known yet. */
  readonly cameraOrigins: ReadonlySet<string> | null;
}

/** Own origin: files of the build and nothing else. Other origins: configured cameras and nothing else. */
export function routeOf(asked: Asked, rules: RouteRules): Route {
  const { origin, pathname, search } = new URL(asked.url);
  if (origin !== rules.ownOrigin) {
    // While the cameras are not known, the document's CSP, which holds the same list, is what decides.
    const allowed = rules.cameraOrigins?.has(origin) ?? true;
    return { kind: allowed ? 'network' : 'refuse' };
  }
  if (asked.method !== 'GET') return { kind: 'refuse' };
  const path = pathname === '/' ? '/index.html' : pathname;
  if (path === '/index.html') return { kind: asked.isNavigation ? 'document' : 'file', path };
  if (Object.hasOwn(rules.manifest.files, path) && search === '') return { kind: 'file', path };
  // The server refuses what it does not know with a page of its own.
  return { kind: asked.isNavigation ? 'network' : 'refuse' };
}
