import { faultsOfPolicy } from './judge-policy.ts';

/** What the system looks at to find out whether its promise holds. */
export type SelfCheckPart = 'engine' | 'frames' | 'records' | 'other-storage' | 'journal' | 'policy';

/** One part's outcome. `passed` null: it could not be looked at now. `about`: short names of what is wrong. */
export interface SelfCheckFinding {
  readonly part: SelfCheckPart;
  readonly passed: boolean | null;
  readonly about: readonly string[];
}

/** Frames of one camera's run. */
export interface FrameCounts {
  readonly received: number;
  readonly closed: number;
  readonly alive: number;
}

/** Everything the origin holds beside the databases. */
export interface OtherStorage {
  readonly localStorage: number;
  readonly sessionStorage: number;
  readonly cookies: number;
  /** Entries of the origin private file system. */
  readonly originFiles: number;
  /** Responses kept for offline use. */
  readonly cachedFiles: number;
  readonly cachedBytes: number;
  /** Those of the build before, kept for tabs that still run it; this build has no digests of them. */
  readonly olderFiles: number;
  /** Addresses of kept responses that are no file of this build, or differ from its digest. */
  readonly foreignFiles: readonly string[];
}

/** The detector as it was found. */
export interface EngineFacts {
  /** Null: nothing is being counted. */
  readonly runs: boolean | null;
  /** The model in use is one of the release's files; null: there was no list of them. */
  readonly isReleased: boolean | null;
  /** Since it last saw the people of the known frame. */
  readonly knownFrameAgoMs: number | null;
}

/** It looks at the known frame every five minutes; a busy or sleeping PC may be late. */
const KNOWN_FRAME_WITHIN_MS = 20 * 60_000;

/** What was found. Null: it could not be looked at. */
export interface SelfCheckFacts {
  readonly engine: EngineFacts;
  readonly frames: readonly FrameCounts[];
  readonly places: readonly { readonly place: string; readonly foreign: number }[] | null;
  readonly otherStorage: OtherStorage | null;
  readonly journal: { readonly brokenAt: number | null } | null;
  /** Content-Security-Policy of the document; empty when it was served without one. */
  readonly policy: string | null;
  readonly cameraOrigins: ReadonlySet<string>;
}

/** Judges what was found, part by part. */
export function selfCheck(facts: SelfCheckFacts): readonly SelfCheckFinding[] {
  const { places, otherStorage, journal, policy } = facts;
  return [
    judgeEngine(facts.engine),
    finding('frames', facts.frames.length === 0 ? null : faultsOfFrames(facts.frames)),
    finding('records', places && places.filter(({ foreign }) => foreign > 0).map(({ place }) => place)),
    finding('other-storage', otherStorage && faultsOfStorage(otherStorage)),
    finding('journal', journal && (journal.brokenAt === null ? [] : [String(journal.brokenAt)])),
    finding('policy', policy === null ? null : faultsOfPolicy(policy, facts.cameraOrigins)),
  ];
}

/** The promise is shown while no part has failed. */
export function promiseHolds(findings: readonly SelfCheckFinding[]): boolean {
  return findings.every(({ passed }) => passed !== false);
}

function finding(part: SelfCheckPart, faults: readonly string[] | null): SelfCheckFinding {
  return { part, passed: faults && faults.length === 0, about: faults ?? [] };
}

/** Fails where it should run and does not, or runs another model; what is not known now is held against nobody. */
function judgeEngine({ runs, isReleased, knownFrameAgoMs }: EngineFacts): SelfCheckFinding {
  const part = 'engine';
  if (runs === false) return { part, passed: false, about: [] };
  if (runs && isReleased === false) return { part, passed: false, about: ['model'] };
  const isFresh = knownFrameAgoMs !== null && knownFrameAgoMs <= KNOWN_FRAME_WITHIN_MS;
  return { part, passed: runs && isReleased && isFresh ? true : null, about: [] };
}

/** Received = closed + alive, and at most one frame of a camera alive, at any time. */
function faultsOfFrames(frames: readonly FrameCounts[]): readonly string[] {
  const isWrong = ({ received, closed, alive }: FrameCounts): boolean =>
    received !== closed + alive || alive > 1;
  return frames.flatMap((counts, index) => (isWrong(counts) ? [String(index + 1)] : []));
}

function faultsOfStorage(storage: OtherStorage): readonly string[] {
  const places = ['localStorage', 'sessionStorage', 'cookies', 'originFiles'] as const;
  return [...places.filter((place) => storage[place] > 0), ...storage.foreignFiles];
}
