import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi } from '../contracts/archive.ts';
import type { ClockPort } from '../contracts/ports.ts';
import type { ReviewPort, ServedBuild } from '../contracts/review.ts';
import {
  promiseHolds,
  selfCheck,
  type OtherStorage,
  type SelfCheckFacts,
  type SelfCheckFinding,
} from '../core/review/self-check.ts';
import { cameraOrigins } from '../core/site/camera-origins.ts';
import type { CountingStore } from './counting-store.ts';
import type { ProblemList } from './problem-list.ts';
import { settleCall } from './settle-call.ts';

/** What one self-check found. */
export interface SelfCheckReport {
  readonly atMs: number;
  readonly findings: readonly SelfCheckFinding[];
  readonly served: ServedBuild | null;
  readonly otherStorage: OtherStorage | null;
  readonly policy: string | null;
  readonly violations: number;
}

/** The system looks at itself: when counting begins, each hour, and when the reviewer asks. */
export interface SelfCheckStore {
  /** Null before the first one. */
  readonly report: ReadonlySignal<SelfCheckReport | null>;
  /** False from a failed check until one passes: the promise is not shown, and nothing is counted. */
  readonly holds: ReadonlySignal<boolean>;
  run(): Promise<void>;
  /** Begins to check by itself. */
  watch(): void;
}

const EVERY_MS = 3_600_000;
const KEY = 'self-check';

/** What a self-check looks at. */
export interface SelfCheckPorts {
  readonly archive: ArchiveApi;
  readonly review: ReviewPort;
  readonly clock: ClockPort;
  readonly counting: CountingStore;
  readonly problems: ProblemList;
}

/** Nothing is looked at before `run` or `watch`. */
export function createSelfCheckStore(ports: SelfCheckPorts): SelfCheckStore {
  const { archive, clock, counting, problems } = ports;
  const report = signal<SelfCheckReport | null>(null);
  const holds = computed(() => promiseHolds(report.value?.findings ?? []));
  let running: Promise<void> | null = null;

  async function look(): Promise<void> {
    const { findings, ...facts } = await gather(ports);
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

  const run = (): Promise<void> => {
    running ??= look().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    report,
    holds,
    run,
    watch() {
      effect(() => {
        if (counting.state.value.kind === 'running') void run();
      });
      clock.every(EVERY_MS, () => void run());
    },
  };
}

type Gathered = Omit<SelfCheckReport, 'atMs'>;

async function gather({ archive, review, counting }: SelfCheckPorts): Promise<Gathered> {
  const served = await review.servedBuild();
  const [places, journal, otherStorage, policy] = await Promise.all([
    settleCall(archive.inventory(), 'archive-worker-failed'),
    settleCall(archive.checkJournal(), 'archive-worker-failed'),
    review.otherStorage(served),
    review.policy(),
  ]);
  const facts: SelfCheckFacts = {
    engineRuns: counting.state.value.kind === 'running' ? counting.engine.value !== null : null,
    frames: counting.cameras.value.flatMap(({ health }) => (health.frames ? [health.frames] : [])),
    places: places.ok ? places.value : null,
    otherStorage,
    journal: journal.ok ? journal.value : null,
    policy,
    cameraOrigins: new Set(cameraOrigins(counting.site.value)),
  };
  const violations = review.violations();
  return { findings: selfCheck(facts), served, otherStorage, policy, violations };
}
