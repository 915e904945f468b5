import type { JSX } from 'preact';
import type { PeriodChecks } from '../../../contracts/accuracy.ts';
import type { IntervalFigures } from '../../../contracts/archive.ts';
import { gapsOf } from '../../../state/history-figures.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import styles from './why-details.module.css';

/** The formula of each figure, what this day left out, and when each line was checked last. */
export function WhyDetails({
  total,
  checks,
}: {
  readonly total: IntervalFigures;
  readonly checks: PeriodChecks;
}): JSX.Element {
  const { history } = useApp();
  const { m, f } = useText();
  const isOneDay = history.span.value === 'day';
  const gaps = gapsOf(total);
  const lines = history.site.value.cameras.flatMap((camera) => camera.lines);
  const checkText = (line: string, atMs: number | null): string =>
    atMs === null ? m.history.neverChecked(line) : m.history.lastChecked(line, f.day(atMs));
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
        {lines.map(({ id, name }) => (
          <li key={id}>{checkText(name, checkedAtMs(checks, id))}</li>
        ))}
        {total.configIds.length > 1 && <li>{isOneDay ? m.history.configChanged : m.ranges.configChanged}</li>}
      </ul>
    </details>
  );
}

/** When a line was checked last, about the days shown; null: not with the set-up of now. */
function checkedAtMs(checks: PeriodChecks, line: number): number | null {
  return checks.lines.find((check) => check.line === line)?.checkedAtMs ?? null;
}
