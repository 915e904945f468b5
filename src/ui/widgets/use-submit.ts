import { useSignal } from '@preact/signals';
import type { Problem, Result } from '../../core/result.ts';

/** What a form does when it is sent. */
export interface Submit {
  /** It was tried: from now on it is said what is wrong. */
  readonly tried: boolean;
  /** What was refused. */
  readonly problem: Problem | null;
  readonly submit: () => Promise<void>;
}

/** Sends a form: `send` is null while something in it is wrong. `done` follows what was accepted. */
export function useSubmit(send: () => Promise<Result<unknown>> | null, done: () => void): Submit {
  const tried = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  return {
    tried: tried.value,
    problem: problem.value,
    async submit() {
      tried.value = true;
      const answer = await send();
      if (!answer) return;
      problem.value = answer.ok ? null : answer.problem;
      if (answer.ok) done();
    },
  };
}
