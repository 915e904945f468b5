import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { CopiedChart, CopiedFigures } from '../../contracts/archive.ts';
import { toTsv } from '../../core/disclosure/tsv.ts';
import type { Interval } from '../../core/time/store-calendar.ts';
import { useApp, useText } from '../app-context.ts';
import { chartImage, chartThemeOf } from '../canvas/chart-image.ts';
import type { ChartPicture } from '../canvas/chart-picture.ts';
import layout from '../styles/layout.module.css';
import { Button } from './button.tsx';
import styles from './chart-frame.module.css';
import { DataTable, type TableData } from './data-table.tsx';
import { Segmented } from './segmented.tsx';

const NO_CONTEXT = { subject: null, detail: {} };

/**
 * A section with a chart and the table of the same figures behind it. The figures can be copied for a spreadsheet and,
 * where `picture` says the chart in numbers and words, as an image.
 */
export function ChartFrame({
  chart,
  title,
  span,
  period,
  table,
  copied = table,
  picture = null,
  controls,
  above,
  below,
  onlyTable = false,
  children,
}: {
  readonly chart: CopiedChart;
  readonly title: string;
  /** What the figures are of, for the journal. */
  readonly span: Interval;
  /** The day or days that the figures are of, for the image. */
  readonly period: string;
  readonly table: TableData;
  /** What a spreadsheet gets, where that is more than the table shows. */
  readonly copied?: TableData;
  readonly picture?: ChartPicture | null;
  /** Beside the choice of chart or table. */
  readonly controls?: ComponentChildren;
  /** Between the title and the chart, whichever is shown. */
  readonly above?: ComponentChildren;
  /** Below both. */
  readonly below?: ComponentChildren;
  /** There is nothing to draw: no choice, only the table. */
  readonly onlyTable?: boolean;
  /** The chart. */
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { m } = useText();
  const shown = useSignal<'chart' | 'table'>('chart');
  return (
    <section class={layout.section} aria-label={title}>
      <div class={layout.spread}>
        <h2 class={layout.heading}>{title}</h2>
        <div class={styles.choices}>
          {controls}
          {!onlyTable && (
            <Segmented
              legend={m.chart.show(title)}
              isLegendHidden
              options={[
                { value: 'chart', label: m.chart.chart },
                { value: 'table', label: m.chart.table },
              ]}
              value={shown.value}
              onChange={(choice) => (shown.value = choice)}
            />
          )}
        </div>
      </div>
      {above}
      {shown.value === 'table' || onlyTable ? (
        <DataTable {...table} caption={m.chart.tableOf(table.caption)} />
      ) : (
        children
      )}
      <CopyRow chart={chart} title={title} span={span} period={period} table={copied} picture={picture} />
      {below}
    </section>
  );
}

/** Copies what stands above it, for whoever may export. Says what became of it. */
export function CopyRow({
  chart,
  title,
  span: { fromMs, toMs },
  period,
  table,
  picture = null,
}: {
  readonly chart: CopiedChart;
  readonly title: string;
  readonly span: Interval;
  readonly period: string;
  readonly table: TableData;
  readonly picture?: ChartPicture | null;
}): JSX.Element {
  const { copyOut, counting, sample } = useApp();
  const { m } = useText();
  const row = useRef<HTMLDivElement>(null);
  const said = useSignal('');
  const copy = async (form: CopiedFigures['form'], write: () => Promise<void>): Promise<void> => {
    said.value = '';
    try {
      const copied = await copyOut({ chart, form, fromMs, toMs, rows: table.rows.length }, write);
      const done = form === 'figures' ? m.chart.figuresCopied : m.chart.imageCopied;
      said.value = copied.ok ? done : m.problems[copied.problem.code](NO_CONTEXT).what;
    } catch {
      said.value = m.chart.refused; // the page has no focus, or the browser was told not to let it
    }
  };
  const shop = counting.mode.value === 'demo' ? m.demo.title : counting.site.value.store.name;
  const mark = sample.site.value ? m.sample.source : null;
  const words = { title, source: [mark ?? shop, period].filter((part) => part !== '').join('  ') };
  return (
    <div ref={row} class={styles.copy}>
      <Button
        kind="quiet"
        label={m.chart.copyFiguresOf(title)}
        onClick={() => void copy('figures', () => copyFigures(table, m.figures.none, mark))}
      >
        {m.chart.copyFigures}
      </Button>
      {picture && (
        <Button
          kind="quiet"
          label={m.chart.copyImageOf(title)}
          onClick={() =>
            void copy('image', () =>
              copyImage(chartImage(picture, words, chartThemeOf(row.current ?? document.body))),
            )
          }
        >
          {m.chart.copyImage}
        </Button>
      )}
      <span role="status">{said.value}</span>
    </div>
  );
}

/**
 * What is not there is an empty cell in a spreadsheet. `mark`: what the figures are, where they are not the shop's; it goes
 * above them.
 */
function copyFigures({ columns, rows, total }: TableData, none: string, mark: string | null): Promise<void> {
  const lines = [columns, ...[...rows, ...(total ? [total] : [])].map(({ name, cells }) => [name, ...cells])];
  const cells = lines.map((line) => line.map((cell) => (cell === none ? '' : cell)));
  return navigator.clipboard.writeText(toTsv(mark === null ? cells : [[mark], ...cells]));
}

function copyImage(image: Promise<Blob | null>): Promise<void> {
  const png = image.then((blob) => blob ?? Promise.reject(new Error('The canvas gave no image.')));
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}
