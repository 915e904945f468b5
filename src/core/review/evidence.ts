import type { EngineFacts, OtherStorage, SelfCheckFinding } from './self-check.ts';
import type { StorageGrowth } from './storage-growth.ts';
import type { OutputRate } from './worker-output.ts';

/** Everything that a reviewer is given in one file: counts, digests and codes; no figure of the shop. */
export interface Evidence {
  readonly product: 'kazoe';
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  /** The promise: false after a self-check that failed in any part. */
  readonly holds: boolean;
  readonly selfCheck: {
    readonly atMs: number;
    readonly findings: readonly SelfCheckFinding[];
    /** Violations of the policy that the browser reported. */
    readonly violations: number;
  };
  /** Null where no service worker serves the page. */
  readonly release: {
    readonly build: string;
    readonly files: Readonly<Record<string, string>>;
  } | null;
  readonly modelSha256: string;
  readonly engine: EngineFacts & { readonly backend: string | null };
  /** Content-Security-Policy in force. */
  readonly policy: string | null;
  readonly requests: {
    readonly sinceMs: number;
    readonly ownFiles: number;
    readonly cameras: Readonly<Record<string, number>>;
    readonly refused: Readonly<Record<string, number>>;
  } | null;
  readonly stored: readonly StoredPlace[] | null;
  readonly growth: StorageGrowth | null;
  readonly otherStorage: OtherStorage | null;
  readonly cameras: readonly CameraLedger[];
  readonly visionWorker: {
    readonly refused: number;
    readonly outputBytes: number;
    readonly outputMessages: number;
    readonly rate: OutputRate | null;
  };
  readonly journal: {
    readonly entries: number;
    readonly head: string;
    readonly brokenAt: number | null;
  } | null;
}

/** A place of the inventory. */
export interface StoredPlace {
  readonly place: string;
  readonly records: number;
  readonly foreign: number;
  readonly bytes: number;
  readonly fields: readonly string[];
  /** Records of slots that lie packed in these, by kind. */
  readonly packed?: Readonly<Record<string, number>>;
}

/** What became of one camera's frames. */
export interface CameraLedger {
  readonly name: string;
  readonly received: number;
  readonly analysed: number;
  readonly skipped: number;
  readonly closed: number;
  readonly alive: number;
  /** Null where it is not known. */
  readonly longestMs: number | null;
}
