import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, WalkScope } from '../contracts/archive.ts';
import type { ClockPort } from '../contracts/ports.ts';
import type { ReviewPort, ServedBuild, WatchedVision } from '../contracts/review.ts';
import {
  promiseHolds,
  selfCheck,
  type EngineFacts,
  type OtherStorage,
  type SelfCheckFacts,
  type SelfCheckFinding,
} from '../core/review/self-check.ts';
import { cameraOrigins } from '../core/site/camera-origins.ts';
import type { CountingStore } from './counting-store.ts';
import type { ProblemList } from './problem-list.ts';
import { settleCall } from './settle-call.ts';
import type { StorageLook } from './storage-look.ts';

/** What one self-check found. */
export interface SelfCheckReport {
  readonly atMs: number;
  readonly findings: readonly SelfCheckFinding[];
  readonly engine: EngineFacts;
  readonly served: ServedBuild | null;
  readonly otherStorage: OtherStorage | null;
  readonly policy: string | null;
  readonly violations: number;
}

/**
 * The system looks at itself: when counting begins, once more when the first frames are counted (before, there are none
 * to look at), each hour, and when the reviewer asks. Each hour it looks at what was stored newly and at a share of the
 * rest, so that a day goes through all of it; else at everything.
 */
export interface SelfCheckStore {
  /** Null before the first one. */
  readonly report: ReadonlySignal<SelfCheckReport | null>;
  /** False from a failed check until one passes: the promise is not shown, and nothing is counted. */
  readonly holds: ReadonlySignal<boolean>;
  /** Looks at everything. */
  run(): Promise<void>;
  /** Begins to check by itself. */
  watch(): void;
}

const EVERY_MS = 3_600_000;
/** How often it is asked whether the first frames were counted. */
const FIRST_FRAMES_MS = 5000;
const KEY = 'self-check';

/** What a self-check looks at. */
export interface SelfCheckPorts {
  readonly archive: ArchiveApi;
  readonly review: ReviewPort;
  readonly look: StorageLook;
  readonly vision: WatchedVision;
  readonly clock: ClockPort;
  readonly counting: CountingStore;
  readonly problems: ProblemList;
}

/** Nothing is looked at before `run` or `watch`. */
export function createSelfCheckStore(ports: SelfCheckPorts): SelfCheckStore {
  const { archive, clock, counting, problems } = ports;
  const report = signal<SelfCheckReport | null>(null);
  const holds = computed(() => promiseHolds(report.value?.findings ?? []));
  let running: { readonly scope: WalkScope; readonly done: Promise<void> } | null = null;

  async function look(scope: WalkScope): Promise<void> {
    const { findings, ...facts } = await gather(ports, scope);
    report.value = { atMs: clock.nowMs(), findings, ...facts };
    const failures = findings.filter(({ passed }) => passed === false);
    const passed = findings.filter((each) => each.passed === true).length;
    await settleCall(archive.noteSelfCheck(passed, failures.length), 'archive-worker-failed');
    if (failures.length === 0) {
      problems.settle(KEY);
      return;
    }
    problems.report(KEY, {
      code: 'self-check-failed',
      detail: { parts: failures.map(({ part }) => part).join(', ') },
    });
    await counting.stop();
  }

  async function begin(scope: WalkScope, before: Promise<void> | undefined): Promise<void> {
    await before;
    await look(scope);
  }

  function check(scope: WalkScope): Promise<void> {
    if (running && (running.scope === 'all' || scope === 'share')) return running.done;
    const started = { scope, done: begin(scope, running?.done) };
    running = started;
    return started.done.finally(() => {
      if (running === started) running = null;
    });
  }

  const run = (): Promise<void> => check('all');
  return {
    report,
    holds,
    run,
    watch() {
      effect(() => {
        if (counting.state.value.kind !== 'running') return undefined;
        void run();
        const stop = clock.every(FIRST_FRAMES_MS, () => {
          if (!countsFrames(ports)) return;
          stop();
          void check('share');
        });
        return stop;
      });
      clock.every(EVERY_MS, () => void check('share'));
    },
  };
}

/** Frames of a camera were counted, and the known people found: there is something to say of frames and detector. */
function countsFrames({ counting, vision }: SelfCheckPorts): boolean {
  const isCounting = counting.cameras.value.some(({ health }) => (health.frames?.analysed ?? 0) > 0);
  return isCounting && vision.tightness().knownFrameAgoMs !== null;
}

type Gathered = Omit<SelfCheckReport, 'atMs'>;

async function gather(
  { look, review, counting, vision }: SelfCheckPorts,
  scope: WalkScope,
): Promise<Gathered> {
  const served = await review.servedBuild();
  const [stored, otherStorage, policy] = await Promise.all([
    look.take(scope),
    review.otherStorage(served),
    review.policy(),
  ]);
  const facts: SelfCheckFacts = {
    engine: {
      runs: counting.state.value.kind === 'running' ? counting.engine.value !== null : null,
      isReleased: served && isModelOf(served, vision.modelSha256()),
      knownFrameAgoMs: vision.tightness().knownFrameAgoMs,
    },
    frames: counting.cameras.value.flatMap(({ health }) => (health.frames ? [health.frames] : [])),
    places: stored.places,
    otherStorage,
    journal: stored.journal,
    policy,
    cameraOrigins: new Set(cameraOrigins(counting.site.value)),
  };
  const violations = review.violations();
  return { findings: selfCheck(facts), engine: facts.engine, served, otherStorage, policy, violations };
}

/** A file in the release's folder of models has this digest. */
function isModelOf({ files }: ServedBuild, sha256: string): boolean {
  return Object.entries(files).some(([path, digest]) => path.startsWith('/models/') && digest === sha256);
}
