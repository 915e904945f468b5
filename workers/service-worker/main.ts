import { REVIEW_QUESTION, TAKE_OVER, type ServedBuild } from '../../src/contracts/review.ts';
import { CameraList } from './camera-list.ts';
import { withConnectSources } from './connect-sources.ts';
import { loadAgain } from './load-again.ts';
import { manifest } from './manifest.ts';
import { RequestCounter } from './request-counter.ts';
import { routeOf } from './route.ts';
import { ShellCache } from './shell-cache.ts';

const scope = self as unknown as ServiceWorkerGlobalScope;
const shell = new ShellCache(manifest);
const requests = new RequestCounter(Date.now());
const cameras = new CameraList();
void cameras.read(); // never rejects; until it is done the document's CSP alone guards the way out

scope.addEventListener('install', (event) => {
  event.waitUntil(shell.fill());
  leaveToNetwork(event);
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(shell.forgetOldBuilds());
});

scope.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(scope.skipWaiting());
  if (event.data === REVIEW_QUESTION) event.ports[0]?.postMessage(servedBuild());
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const route = routeOf(
    { method: request.method, url: request.url, isNavigation: request.mode === 'navigate' },
    { manifest, ownOrigin: scope.location.origin, cameraOrigins: cameras.known },
  );
  const { origin } = new URL(request.url);
  requests.note(route, { origin, isOwn: origin === scope.location.origin });
  switch (route.kind) {
    case 'document':
      event.respondWith(serveDocument(request.url));
      return;
    case 'file':
      event.respondWith(serveFile(route.path));
      return;
    case 'refuse':
      event.respondWith(serveOlderFile(request));
      return;
    case 'network':
      return;
  }
});

function servedBuild(): ServedBuild {
  const files = Object.entries(manifest.files).map(([path, { sha256 }]) => [path, sha256] as const);
  return { build: manifest.build, files: Object.fromEntries(files), requests: requests.counts() };
}

/** The document with its production headers, and the configured cameras' origins in its policy. */
async function serveDocument(url: string): Promise<Response> {
  if (await handsOver()) return loadAgain(url);
  const origins = await cameras.read();
  const document = await shell.file('/index.html');
  if (!document) return fetch('/index.html'); // a newer build is being served: its own headers allow 'self' alone
  const headers = new Headers(shell.headersOf('/index.html'));
  const policy = headers.get('Content-Security-Policy') ?? "default-src 'none'";
  headers.set('Content-Security-Policy', withConnectSources(policy, origins));
  // How the page learns what its policy allows.
  headers.set('Server-Timing', `connect;desc="${origins.join(' ')}"`);
  return new Response(document.body, { headers });
}

/** A newer build waits: it takes over with this load, unless other tabs run the present one. */
async function handsOver(): Promise<boolean> {
  const { waiting } = scope.registration;
  if (!waiting) return false;
  const tabs = await scope.clients.matchAll({ type: 'window' });
  if (tabs.length > 1) return false;
  waiting.postMessage(TAKE_OVER);
  return true;
}

async function serveFile(path: string): Promise<Response> {
  return (await shell.file(path)) ?? Response.error();
}

/** What is not of this build is refused, unless it belongs to the build that another tab still runs. */
async function serveOlderFile(request: Request): Promise<Response> {
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== scope.location.origin || request.method !== 'GET' || search !== '') return Response.error();
  return (await ShellCache.fromAnyBuild(pathname)) ?? Response.error();
}

interface RoutingEvent {
  addRoutes?(routes: readonly { condition: { requestMethod: string }; source: 'network' }[]): Promise<void>;
}

/**
 * A camera's session is ended by a DELETE while the page goes away. A request that waits for this worker then is lost
 * (seen in Chromium 156), so these go past it; the document's policy still says where to.
 */
function leaveToNetwork(event: ExtendableEvent & RoutingEvent): void {
  const added = event.addRoutes?.([{ condition: { requestMethod: 'DELETE' }, source: 'network' }]);
  if (added) event.waitUntil(added);
}
