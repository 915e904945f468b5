import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { ClockPort } from '../contracts/ports.ts';
import type { Problem } from '../core/result.ts';

/** A problem that is shown until it is settled or put away by the operator. */
export interface Notice {
  /** One notice per key: `camera:3`, `storage`, `engine` … */
  readonly key: string;
  readonly problem: Problem;
  /** The operator's own name of what it is about (a camera), or null. */
  readonly subject: string | null;
  readonly sinceMs: number;
}

/** Everything that needs a person now. Nothing is reported twice, nothing is swallowed. */
export interface ProblemList {
  /** Newest last, at most `MAX_NOTICES`. */
  readonly notices: ReadonlySignal<readonly Notice[]>;
  /** Shows a problem, or renews the one of the same key. */
  report(key: string, problem: Problem, subject?: string | null): void;
  /** The cause is gone: takes the notice away. */
  settle(key: string): void;
  /** The operator has read it: hidden until it is settled or becomes a different problem. */
  dismiss(key: string): void;
}

/** More notices than these help nobody; the oldest go first. */
export const MAX_NOTICES = 12;

/** An empty list of problems. */
export function createProblemList(clock: ClockPort): ProblemList {
  const notices = signal<readonly Notice[]>([]);
  const dismissed = new Map<string, string>();

  function report(key: string, problem: Problem, subject: string | null = null): void {
    if (dismissed.get(key) === problem.code) return;
    dismissed.delete(key);
    const before = notices.value.find((notice) => notice.key === key);
    if (before?.problem.code === problem.code && before.subject === subject) return;
    const notice = { key, problem, subject, sinceMs: clock.nowMs() };
    notices.value = [...notices.value.filter((other) => other.key !== key), notice].slice(-MAX_NOTICES);
  }

  function remove(key: string): void {
    if (!notices.value.some((notice) => notice.key === key)) return;
    notices.value = notices.value.filter((notice) => notice.key !== key);
  }

  return {
    notices,
    report,
    settle(key) {
      dismissed.delete(key);
      remove(key);
    },
    dismiss(key) {
      const notice = notices.value.find((other) => other.key === key);
      // Keys are cameras and parts of the app: few, and each settles or is overwritten.
      if (notice) dismissed.set(key, notice.problem.code);
      remove(key);
    },
  };
}
