import { untracked, useComputed, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import type { ComparedFigure } from '../../../core/measures/compared-figure.ts';
import type { CountingChange } from '../../../core/measures/counted-with.ts';
import type { ComparedFigures } from '../../../state/read-comparison.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { CopyRow } from '../../widgets/chart-frame.tsx';
import { ProblemSentences } from '../../widgets/problem-sentences.tsx';
import { CompareControls } from './compare-controls.tsx';
import styles from './compare-section.module.css';
import { CompareTable, useComparedTable } from './compare-table.tsx';

const REFRESH_MS = 60_000;

/** くらべる: the day that is shown, its week or a chosen range beside an earlier one. */
export function CompareSection(): JSX.Element {
  const { compare, counting, history, clock } = useApp();
  const { m } = useText();
  const isOpen = useComputed(() => counting.state.value.kind !== 'starting');
  useSignalEffect(() => (isOpen.value ? untracked(() => compare.follow()) : undefined));
  useSignalEffect(() =>
    clock.every(REFRESH_MS, () => {
      if (history.isToday.peek()) void compare.refresh();
    }),
  );
  return (
    <section class={layout.section} aria-label={m.compare.title}>
      <h2 class={layout.heading}>{m.compare.title}</h2>
      <CompareControls />
      <Compared compared={compare.compared.value} />
    </section>
  );
}

function Compared({ compared }: { readonly compared: ComparedFigures }): JSX.Element {
  const { compare } = useApp();
  const { m } = useText();
  if (compared.kind === 'loading') return <p class={layout.prose}>{m.compare.loading}</p>;
  if (compared.kind === 'failed') {
    return (
      <div class={layout.empty}>
        <p class={layout.prose}>{m.compare.failed}</p>
        <ProblemSentences problem={compared.problem} />
        <Button onClick={() => void compare.refresh()}>{m.history.again}</Button>
      </div>
    );
  }
  const { figures } = compared;
  if (figures.every(({ verdict }) => verdict === 'nothing-matched')) return <NothingToCompare />;
  return <ComparedReady figures={figures} />;
}

function ComparedReady({ figures }: { readonly figures: readonly ComparedFigure[] }): JSX.Element {
  const { compare } = useApp();
  const { m } = useText();
  const both = [compare.period.value, compare.other.value];
  const span = {
    fromMs: Math.min(...both.map(({ fromMs }) => fromMs)),
    toMs: Math.max(...both.map(({ toMs }) => toMs)),
  };
  return (
    <>
      <Break figures={figures} />
      <CompareTable figures={figures} />
      <CopyRow
        chart="compare"
        title={m.compare.title}
        span={span}
        period=""
        table={useComparedTable(figures)}
      />
      <Notes figures={figures} />
    </>
  );
}

function NothingToCompare(): JSX.Element {
  const { compare, counting, sample } = useApp();
  const { m, f } = useText();
  const other = compare.other.value;
  const period = m.compare.period(f.day(other.fromMs), f.day(other.lastDayMs));
  return (
    <div class={styles.nothing}>
      <p>{m.compare.empty(period)}</p>
      {!sample.site.value && (
        <p class={layout.prose}>
          {counting.mode.value === 'demo' ? m.compare.emptyDemo : m.compare.emptyHint}
        </p>
      )}
    </div>
  );
}

/** The two periods were not counted alike: what a difference may come from. */
function Break({ figures }: { readonly figures: readonly ComparedFigure[] }): JSX.Element | null {
  const { m } = useText();
  const changes = [...new Set(figures.flatMap((figure): readonly CountingChange[] => figure.changes))];
  if (changes.length === 0) return null;
  const list = changes.map((change) => m.compare.changes[change]).join(m.compare.changesSeparator);
  return (
    <p class={styles.break} role="note">
      <strong>{m.compare.broken}</strong> {m.compare.brokenText(list)}
    </p>
  );
}

/** Over how much time the store's figures were compared. */
function Notes({ figures }: { readonly figures: readonly ComparedFigure[] }): JSX.Element {
  const { history } = useApp();
  const { m } = useText();
  const [first] = figures;
  const hasHours = Boolean(history.site.value.calendar?.week);
  const [matched, leftOut] = hasHours
    ? [m.compare.matchedOpen, m.compare.leftOutOpen]
    : [m.compare.matched, m.compare.leftOut];
  return (
    <p class={styles.notes}>
      {first && matched(first.matchedHours)}
      {first && first.leftOutHours > 0 && ` ${leftOut(first.leftOutHours)}`}
      {` ${m.compare.why}`}
    </p>
  );
}
