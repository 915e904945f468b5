import type { JSX } from 'preact';
import type { Problem } from '../../core/result.ts';
import { useText } from '../app-context.ts';
import styles from './notice-list.module.css';

/** A problem in its three parts: what happened, what it means for the figures, what to do. */
export function ProblemSentences({
  problem,
  subject = null,
  since = null,
}: {
  readonly problem: Problem;
  readonly subject?: string | null;
  readonly since?: string | null;
}): JSX.Element {
  const { m } = useText();
  const text = m.problems[problem.code]({ subject, detail: problem.detail ?? {} });
  return (
    <p class={styles.sentences}>
      <strong>{text.what}</strong>
      {since !== null && <span class={styles.since}> {m.notices.since(since)}</span>}
      <br />
      {text.means} {text.todo}
    </p>
  );
}
