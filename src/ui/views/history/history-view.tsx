import { untracked, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import type { IntervalFigures } from '../../../contracts/archive.ts';
import type { ConversionFigures } from '../../../core/measures/conversion.ts';
import { shownConversion } from '../../../state/shown-conversion.ts';
import type { CheckedTotal } from '../../../state/headline-accuracy.ts';
import { busyHours, slotRow, slotRows, trimRows, type SlotRow } from '../../../state/history-figures.ts';
import type { DayFigures } from '../../../state/history-store.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { ChartFrame } from '../../widgets/chart-frame.tsx';
import { ProblemSentences } from '../../widgets/problem-sentences.tsx';
import { SampleBanner, SampleOffer } from '../../widgets/sample-controls.tsx';
import { CompareSection } from './compare-section.tsx';
import { DayBar } from './day-bar.tsx';
import { useDayMarkText } from './day-mark-text.ts';
import { DayTotals } from './day-totals.tsx';
import { DwellSection } from './dwell-section.tsx';
import { ExportForm } from './export-form.tsx';
import { FlowChart, useFlowBars } from './flow-chart.tsx';
import { useFlowTable } from './flow-table.ts';
import { HeatSection } from './heat-section.tsx';
import { LeftOutSection } from './left-out-section.tsx';
import { PatternSection } from './pattern-section.tsx';
import { breaksOf } from '../../../state/series-breaks.ts';
import { usePeriodText } from './period-text.ts';
import { SeriesBreaks } from './series-breaks.tsx';
import { TransactionsSection } from './transactions-section.tsx';
import { UptimeSection } from './uptime-section.tsx';
import { ZoneFlowSection } from './zone-flow-section.tsx';
import { WhyDetails } from './why-details.tsx';

const REFRESH_MS = 30_000;

/** ふりかえり: one business day or several, by interval and by zone. */
export function HistoryView(): JSX.Element {
  const { counting, history, clock } = useApp();
  const { m } = useText();
  const exporting = useSignal(false);
  // The archive answers once it is open; another time zone or start of the day cuts the days anew.
  const calendar = useComputed(() =>
    counting.state.value.kind === 'starting' ? null : JSON.stringify(history.site.value.store),
  );
  useSignalEffect(() => {
    if (calendar.value !== null) void untracked(() => history.refresh());
  });
  useSignalEffect(() =>
    clock.every(REFRESH_MS, () => {
      if (history.isToday.peek()) void history.refresh();
    }),
  );
  return (
    <>
      <h1 class={layout.hidden}>{m.history.title}</h1>
      <SampleBanner />
      <DayBar openExport={() => (exporting.value = !exporting.value)} />
      {exporting.value && <ExportForm close={() => (exporting.value = false)} />}
      <Day figures={history.figures.value} />
    </>
  );
}

function Day({ figures }: { readonly figures: DayFigures }): JSX.Element {
  const { history } = useApp();
  const { m } = useText();
  if (figures.kind === 'loading') return <p class={layout.empty}>{m.history.loading}</p>;
  if (figures.kind === 'failed') {
    return (
      <div class={layout.empty}>
        <h2 class={layout.title}>{m.history.failed}</h2>
        <ProblemSentences problem={figures.problem} />
        <Button onClick={() => void history.refresh()}>{m.history.again}</Button>
      </div>
    );
  }
  return <DayReady figures={figures} />;
}

function DayReady({ figures }: { readonly figures: DayFigures & { kind: 'ready' } }): JSX.Element {
  const { history } = useApp();
  const { m } = useText();
  const nowMs = history.nowMs();
  const site = history.site.value;
  const rows = trimRows(slotRows(figures.slots, site, nowMs));
  const { total } = figures;
  if (rows.length === 0 || !total) {
    return (
      <div class={layout.empty}>
        <h2 class={layout.title}>{m.history.empty}</h2>
        <p class={layout.prose}>{m.history.emptyHint}</p>
        <SampleOffer />
      </div>
    );
  }
  const byHour = history.span.value === 'week' && history.weekBy.value === 'hour';
  const hasHours = total.openTime !== undefined;
  const kinds = new Map(
    site.cameras.flatMap(({ lines }) => lines.map(({ id, kind }) => [id, kind] as const)),
  );
  return (
    <>
      <FlowSection
        rows={
          byHour
            ? busyHours(trimRows(slotRows(figures.hours, site, nowMs)), {
                calendar: history.calendar.value,
                hasHours,
              })
            : rows
        }
        hint={byHour ? (hasHours ? m.ranges.hoursHintOpen : m.ranges.hoursHint) : null}
        breaks={breaksOf(figures.slots)}
        row={slotRow(total, kinds, nowMs)}
        of={{ total, checks: figures.checks, site }}
        conversion={shownConversion(figures, { site, calendar: history.calendar.value, nowMs })}
      />
      <TransactionsSection figures={figures} />
      <PatternSection hours={figures.hours} />
      <CompareSection />
      <DwellSection total={total} />
      <ZoneFlowSection flows={figures.flows} total={total} />
      <HeatSection total={total} />
      <UptimeSection total={total} slots={figures.slots} />
      <LeftOutSection total={total} />
      <WhyDetails total={total} checks={figures.checks} />
    </>
  );
}

/** In and out of the day, in all and by interval. */
function FlowSection({
  rows,
  hint,
  breaks,
  row,
  of,
  conversion,
}: {
  readonly conversion: ConversionFigures;
  readonly rows: readonly SlotRow[];
  /** What the chart leaves out. */
  readonly hint: string | null;
  readonly breaks: readonly number[];
  readonly row: SlotRow;
  readonly of: CheckedTotal & { readonly total: IntervalFigures };
}): JSX.Element {
  const { m } = useText();
  const { history } = useApp();
  const period = usePeriodText();
  const bars = useFlowBars(rows, breaks);
  const marks = useDayMarkText();
  return (
    <ChartFrame
      chart="flow"
      span={history.period.value}
      title={m.history.flowTitle}
      period={period}
      table={useFlowTable(rows, { total: row, breaks })}
      picture={bars}
      above={
        <>
          <DayTotals row={row} of={of} conversion={conversion} />
          <SeriesBreaks days={breaks} />
        </>
      }
      below={hint !== null && <p class={layout.prose}>{hint}</p>}
    >
      <FlowChart data={bars} period={period} hasMarks={rows.some((each) => marks.short(each) !== '')} />
    </ChartFrame>
  );
}
