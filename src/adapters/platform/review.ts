import { CACHE_OF_BUILD, type ReviewPort, type ServedBuild } from '../../contracts/review.ts';
import type { OtherStorage } from '../../core/review/self-check.ts';
import { sha256 } from '../sha256.ts';
import { askBuild } from './ask-build.ts';
import { connectOrigins } from './connect-origins.ts';

const CSP = 'Content-Security-Policy';

/** Looks at what the browser keeps for this origin and lets through. Begins to count violations at once. */
export function createReview(): ReviewPort {
  let violations = 0;
  document.addEventListener('securitypolicyviolation', () => {
    violations += 1;
  });
  return { servedBuild, otherStorage, policy, violations: () => violations };
}

async function servedBuild(): Promise<ServedBuild | null> {
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
  return worker && askBuild(worker);
}

async function policy(): Promise<string | null> {
  try {
    const { headers } = await fetch(import.meta.env.BASE_URL, { cache: 'no-store' });
    const stated = headers.get(CSP) ?? '';
    // The cameras' origins are added to the document alone, and told beside it.
    return stated.replace("connect-src 'self'", ["connect-src 'self'", ...connectOrigins()].join(' '));
  } catch {
    return null; // offline, and no service worker yet
  }
}

async function otherStorage(served: ServedBuild | null): Promise<OtherStorage> {
  return {
    localStorage: entriesOf(() => localStorage),
    sessionStorage: entriesOf(() => sessionStorage),
    cookies: document.cookie === '' ? 0 : document.cookie.split(';').length,
    originFiles: await originFiles(),
    ...(await cachedFiles(served)),
  };
}

/** A profile in which no site may keep data has no storage, and throws when asked for it. */
function entriesOf(storage: () => Storage): number {
  try {
    return storage().length;
  } catch {
    return 0;
  }
}

async function originFiles(): Promise<number> {
  const names: string[] = [];
  try {
    const folder = await navigator.storage.getDirectory();
    for await (const name of folder.keys()) names.push(name);
  } catch {
    return 0; // SecurityError: as above
  }
  return names.length;
}

type CachedFiles = Pick<OtherStorage, 'cachedFiles' | 'cachedBytes' | 'olderFiles' | 'foreignFiles'>;

/** Every response of every cache. Without a service worker there is nothing to compare them with. */
async function cachedFiles(served: ServedBuild | null): Promise<CachedFiles> {
  const found = { cachedFiles: 0, cachedBytes: 0, olderFiles: 0 };
  const foreignFiles: string[] = [];
  for (const name of 'caches' in globalThis ? await caches.keys() : []) {
    const cache = await caches.open(name);
    const isPresent = name === CACHE_OF_BUILD + (served?.build ?? '');
    const isOlder = served !== null && !isPresent && name.startsWith(CACHE_OF_BUILD);
    for (const request of await cache.keys()) {
      const contents = await (await cache.match(request))?.arrayBuffer();
      found.cachedFiles += 1;
      found.cachedBytes += contents?.byteLength ?? 0;
      if (isOlder) found.olderFiles += 1;
      else if (served && !(await isOfBuild(served, request.url, contents)))
        foreignFiles.push(`${name} ${request.url}`);
    }
  }
  return { ...found, foreignFiles };
}

async function isOfBuild(
  { files }: ServedBuild,
  url: string,
  contents: ArrayBuffer | undefined,
): Promise<boolean> {
  const { origin, pathname } = new URL(url);
  return origin === location.origin && !!contents && files[pathname] === (await sha256(contents));
}
