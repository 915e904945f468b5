import type { JSX } from 'preact';
import type { IntervalFigures } from '../../../contracts/archive.ts';
import { gapsOf } from '../../../state/history-figures.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import styles from './why-details.module.css';

/** The formula of each figure, and what this day left out. */
export function WhyDetails({ total }: { readonly total: IntervalFigures }): JSX.Element {
  const { history } = useApp();
  const { m, f } = useText();
  const isOneDay = history.span.value === 'day';
  const gaps = gapsOf(total);
  const coverage = total.coverage === null ? m.figures.none : f.percent(total.coverage);
  return (
    <details class={layout.section}>
      <summary class={styles.summary}>{m.history.whyTitle}</summary>
      <ul class={styles.reasons}>
        <li>{m.history.whyIn}</li>
        <li>
          {m.history.whyOccupancy} {m.recount.why}
        </li>
        <li>{m.history.whyDwell}</li>
        <li>{isOneDay ? m.history.whyCoverage(coverage) : m.ranges.whyCoverage(coverage)}</li>
        {total.openTime && <li>{m.calendar.why}</li>}
        {gaps.length > 0 && (
          <li>
            {m.history.gapCauses(
              gaps
                .map(({ cause, seconds }) => `${m.gaps[cause]} ${f.duration(seconds)}`)
                .join(m.figures.separator),
            )}
          </li>
        )}
        {total.configIds.length > 1 && <li>{isOneDay ? m.history.configChanged : m.ranges.configChanged}</li>}
      </ul>
    </details>
  );
}
