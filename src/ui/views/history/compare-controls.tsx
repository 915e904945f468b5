import type { JSX } from 'preact';
import type { Baseline, Span } from '../../../state/compare-periods.ts';
import { useApp, useText } from '../../app-context.ts';
import { Segmented } from '../../widgets/segmented.tsx';
import styles from './compare-section.module.css';

const SPANS: readonly Span[] = ['day', 'week', 'range'];
/** The time just before a week is the week before. */
const BASELINES: Readonly<Record<Span, readonly Baseline[]>> = {
  day: ['before', 'week', 'year', 'range'],
  week: ['week', 'year', 'range'],
  range: ['before', 'week', 'year', 'range'],
};

/** What is compared, and with what. */
export function CompareControls(): JSX.Element {
  const { compare, history } = useApp();
  const { m } = useText();
  const span = compare.span.value;
  const isOneDay = history.span.value === 'day';
  return (
    <div class={styles.controls}>
      <Segmented<Span>
        legend={m.compare.span}
        options={SPANS.map((value) => ({
          value,
          label: value === 'day' && !isOneDay ? m.ranges.shown : m.compare.spans[value],
        }))}
        value={span}
        onChange={(value) => compare.chooseSpan(value)}
      />
      {span === 'range' && <RangeFields which="period" />}
      <Segmented<Baseline>
        legend={m.compare.baseline}
        options={BASELINES[span].map((value) => ({
          value,
          label: m.compare.baselines[span === 'day' && !isOneDay ? 'range' : span][value],
        }))}
        value={compare.baseline.value}
        onChange={(value) => compare.chooseBaseline(value)}
      />
      {compare.baseline.value === 'range' && <RangeFields which="other" />}
    </div>
  );
}

/** First and last day. */
function RangeFields({ which }: { readonly which: 'period' | 'other' }): JSX.Element {
  const { compare, history } = useApp();
  const { m, f } = useText();
  const range = compare[which].value;
  const choose = (from: string, to: string): void => {
    const [fromMs, toMs] = [history.instantOf(from), history.instantOf(to)];
    if (fromMs === null || toMs === null) return;
    compare.chooseRange(which, { fromMs, toMs });
  };
  const [from, to] = [f.isoDate(range.fromMs), f.isoDate(range.lastDayMs)];
  const words =
    which === 'period' ? [m.compare.from, m.compare.to] : [m.compare.otherFrom, m.compare.otherTo];
  return (
    <span class={styles.range}>
      <input
        type="date"
        aria-label={words[0]}
        value={from}
        onChange={(event) => choose(event.currentTarget.value, to)}
      />
      <span aria-hidden="true">〜</span>
      <input
        type="date"
        aria-label={words[1]}
        value={to}
        onChange={(event) => choose(from, event.currentTarget.value)}
      />
    </span>
  );
}
