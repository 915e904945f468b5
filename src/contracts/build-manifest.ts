/** What the build made: the only files that are served, kept for offline use and let through. */
export interface BuildManifest {
  /** SHA-256 over headers and digests of all files but the service worker, which holds it: names the build. */
  readonly build: string;
  /** Response headers by name of a set; every file names the set it is served with. */
  readonly headers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By request path, such as `/assets/main-1a2b3c.js`. */
  readonly files: Readonly<Record<string, BuiltFile>>;
}

export interface BuiltFile {
  /** SHA-256 of the contents, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Key into `headers`; includes the media type. */
  readonly headers: string;
}
