import type { BuildManifest, BuiltFile } from '../../src/contracts/build-manifest.ts';
import { CACHE_OF_BUILD } from '../../src/contracts/review.ts';

/** Larger files (runtime, models) are kept when they are first used, not up front. */
const PRECACHE_UP_TO_BYTES = 1_000_000;

/** Files of one build, each kept only after its digest was found right. */
export class ShellCache {
  readonly #manifest: BuildManifest;

  constructor(manifest: BuildManifest) {
    this.#manifest = manifest;
  }

  /**
   * Fetches the small files, and the large ones that the build before has in use, so that this one counts without the
   * server too. Rejects when one is missing or differs: then the whole build is not taken over.
   */
  async fill(): Promise<void> {
    const cache = await this.#open();
    await Promise.all(
      Object.entries(this.#manifest.files).map(async ([path, file]) => {
        const isSmall = file.bytes <= PRECACHE_UP_TO_BYTES;
        const older = isSmall ? undefined : await caches.match(path);
        if (!isSmall && !older) return;
        const kept = (await older?.arrayBuffer()) ?? null;
        const bytes = kept && (await sha256(kept)) === file.sha256 ? kept : await this.#download(path, file);
        if (!bytes) throw new Error(`${path} is not the file of this build`);
        await cache.put(path, this.#respond(bytes, file));
      }),
    );
  }

  /** The file at `path`, from the cache or else from the server; null where neither has the right one. */
  async file(path: string): Promise<Response | null> {
    const file = this.#manifest.files[path];
    if (!file) return null;
    const cache = await this.#open();
    const kept = await cache.match(path);
    if (kept) return kept;
    const bytes = await this.#download(path, file);
    if (!bytes) return null;
    const response = this.#respond(bytes, file);
    await cache.put(path, response.clone()).catch(() => undefined); // a full disk costs the offline copy alone
    return response;
  }

  /** Headers that the build serves `path` with. */
  headersOf(path: string): Readonly<Record<string, string>> {
    return this.#manifest.headers[this.#manifest.files[path]?.headers ?? ''] ?? {};
  }

  /** Any kept build's file at `path`: for a tab that still runs the build before. */
  static async fromAnyBuild(path: string): Promise<Response | null> {
    return (await caches.match(path)) ?? null;
  }

  /** Forgets all builds but this one and the one before it. */
  async forgetOldBuilds(): Promise<void> {
    const others = (await caches.keys()).filter(
      (name) => name.startsWith(CACHE_OF_BUILD) && name !== this.#name,
    );
    await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  }

  get #name(): string {
    return CACHE_OF_BUILD + this.#manifest.build;
  }

  #open(): Promise<Cache> {
    return caches.open(this.#name);
  }

  async #download(path: string, file: BuiltFile): Promise<ArrayBuffer | null> {
    // Names of assets are unique to their contents; everything else must come from the server.
    const response = await fetch(path, { cache: path.startsWith('/assets/') ? 'default' : 'no-cache' });
    if (!response.ok) return null;
    const bytes = await response.arrayBuffer();
    return (await sha256(bytes)) === file.sha256 ? bytes : null;
  }

  #respond(bytes: ArrayBuffer, file: BuiltFile): Response {
    return new Response(bytes, { headers: { ...this.#manifest.headers[file.headers] } });
  }
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
