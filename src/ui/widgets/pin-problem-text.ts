import type { PinProblem } from '../../state/access-store.ts';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.en.ts';

/** Why a PIN was not taken, as a sentence. */
export function pinProblemText(
  problem: PinProblem,
  { m, f }: { readonly m: Messages; readonly f: Format },
): string {
  if (problem.code === 'locked') return m.access.locked(f.time(problem.untilMs + 59_999));
  if (problem.code !== 'storage') return m.access.problems[problem.code];
  const { code, detail = {} } = problem.problem;
  const text = m.problems[code]({ subject: null, detail });
  return `${text.what} ${text.todo}`;
}
