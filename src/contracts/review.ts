import type { OtherStorage } from '../core/review/self-check.ts';
import type { Pulse } from './vision.ts';

/** Requests that the service worker saw since it last woke up. */
export interface RequestCounts {
  readonly sinceMs: number;
  /** Files of the build, from this origin. */
  readonly ownFiles: number;
  /** Requests to other origins, which are configured cameras, by origin. */
  readonly cameras: Readonly<Record<string, number>>;
  /** Requests that were refused, by origin. */
  readonly refused: Readonly<Record<string, number>>;
}

/** What the service worker knows of itself. */
export interface ServedBuild {
  /** Digest over the digests of all files, see `BuildManifest`. */
  readonly build: string;
  /** SHA-256 by request path. */
  readonly files: Readonly<Record<string, string>>;
  readonly requests: RequestCounts;
}

/** What the page knows of the vision worker from outside. */
export interface VisionWatch extends Pulse {
  /** What came out of it since the page was opened. */
  readonly outputBytes: number;
  readonly outputMessages: number;
}

/** The vision worker, as far as a reviewer asks. */
export interface WatchedVision {
  /** Digest of the model in use; empty before it runs. */
  modelSha256(): string;
  tightness(): VisionWatch;
}

/** Name of the cache that holds the files of a build. */
export const CACHE_OF_BUILD = 'kazoe-build-';

/** The question to the service worker; the answer, a `ServedBuild`, comes on the port that goes with it. */
export const REVIEW_QUESTION = 'what-do-you-serve';

/** Tells a service worker that waits to take over now. */
export const TAKE_OVER = 'take-over';

/** The page's means to look at what the browser keeps and lets through. Reads; never a value of what is kept. */
export interface ReviewPort {
  /** Null when no service worker serves this page. */
  servedBuild(): Promise<ServedBuild | null>;
  /** Kept responses are compared with the digests of `served`. */
  otherStorage(served: ServedBuild | null): Promise<OtherStorage>;
  /** Policy that the document is served with, cameras' origins included; null when it cannot be asked for. */
  policy(): Promise<string | null>;
  /** Violations of the policy that the browser reported in this document so far. */
  violations(): number;
}
