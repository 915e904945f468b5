import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import styles from './compare-section.module.css';

/** Says on which of several days the counting changed. */
export function SeriesBreaks({ days }: { readonly days: readonly number[] }): JSX.Element | null {
  const { history } = useApp();
  const { m, f } = useText();
  if (days.length === 0 || history.span.value === 'day') return null;
  return (
    <p class={styles.break} role="note">
      {m.ranges.broken(days.map((fromMs) => f.day(fromMs)).join(m.figures.listSeparator))}
    </p>
  );
}
