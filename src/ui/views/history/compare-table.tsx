import type { JSX } from 'preact';
import { isRate, type ComparedFigure, type ComparedSide } from '../../../core/measures/compared-figure.ts';
import { countedSite } from '../../../core/measures/counted-site.ts';
import { useApp, useText } from '../../app-context.ts';
import type { Text } from '../../i18n/error-text.ts';
import type { TableData } from '../../widgets/data-table.tsx';
import styles from './compare-table.module.css';

/** Figure, this period, the other one, their difference and what it says. */
export function CompareTable({ figures }: { readonly figures: readonly ComparedFigure[] }): JSX.Element {
  const { history } = useApp();
  const { m } = useText();
  const zones = countedSite(history.site.value).zones;
  const columns = useColumns();
  const isBroken = figures.some(({ changes }) => changes.length > 0);
  return (
    <div class={styles.scroller} tabIndex={0} role="region" aria-label={m.compare.table}>
      <table class={styles.table} data-broken={isBroken}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Row key={`${figure.kind}:${figure.zone}`} figure={figure} zone={nameOf(zones, figure)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same, cell by cell, for a spreadsheet. */
export function useComparedTable(figures: readonly ComparedFigure[]): TableData {
  const { history } = useApp();
  const text = useText();
  const { m } = text;
  const zones = countedSite(history.site.value).zones;
  const side = (figure: ComparedFigure, one: ComparedSide | null): string => {
    const { value, reach } = sideParts(figure, one, text);
    return reach === null ? value : `${value} ${m.compare.plusMinus(reach)}`;
  };
  return {
    caption: m.compare.title,
    columns: useColumns(),
    rows: figures.map((figure) => ({
      name: rowName(figure, nameOf(zones, figure), text),
      cells: [
        side(figure, figure.after),
        side(figure, figure.before),
        differenceText(figure, text),
        intervalText(figure, text),
        m.compare.verdicts[figure.verdict],
      ],
    })),
  };
}

function useColumns(): readonly string[] {
  const { compare } = useApp();
  const { m, f } = useText();
  const [now = '', other = ''] = [compare.period.value, compare.other.value].map(({ fromMs, lastDayMs }) =>
    m.compare.period(f.day(fromMs), f.day(lastDayMs)),
  );
  return [m.compare.figure, now, other, m.compare.difference, m.compare.interval, m.compare.verdict];
}

function rowName({ kind }: ComparedFigure, zone: string | null, { m }: Text): string {
  const name = m.compare.figures[kind];
  return zone === null ? name : m.compare.ofZone(zone, name);
}

function Row({
  figure,
  zone,
}: {
  readonly figure: ComparedFigure;
  readonly zone: string | null;
}): JSX.Element {
  const text = useText();
  const { m } = text;
  return (
    <tr data-verdict={figure.verdict}>
      <th scope="row">{rowName(figure, zone, text)}</th>
      <td>{sideText(figure, figure.after, text)}</td>
      <td>{sideText(figure, figure.before, text)}</td>
      <td>{differenceText(figure, text)}</td>
      <td>{intervalText(figure, text)}</td>
      <td class={styles.verdict}>{m.compare.verdicts[figure.verdict]}</td>
    </tr>
  );
}

/** The figure with its ± beside it. */
function sideText(figure: ComparedFigure, side: ComparedSide | null, text: Text): JSX.Element {
  const { value, reach } = sideParts(figure, side, text);
  if (!side) return <>{value}</>;
  return (
    <>
      <span class={styles.value}>{value}</span>
      {reach !== null && <span class={styles.reach}>{text.m.compare.plusMinus(reach)}</span>}
    </>
  );
}

/** The ± is rounded up: no narrower than it is. */
function sideParts(
  { kind }: ComparedFigure,
  side: ComparedSide | null,
  { m, f }: Text,
): { readonly value: string; readonly reach: string | null } {
  if (!side) return { value: m.figures.none, reach: null };
  const { value, plusMinus } = side;
  const isShare = isRate(kind);
  const figure = isShare ? f.percent(value) : isDuration(kind) ? f.duration(value) : f.integer(value);
  if (plusMinus === null) return { value: figure, reach: null };
  const reach = isShare
    ? m.compare.points(Math.ceil(plusMinus * 1000) / 1000)
    : f.integer(Math.ceil(plusMinus));
  return { value: figure, reach };
}

function differenceText({ kind, before, after, change }: ComparedFigure, { m, f }: Text): string {
  if (!before || !after) return m.figures.none;
  const difference = after.value - before.value;
  if (isRate(kind)) return m.compare.signedPoints(difference);
  const amount = isDuration(kind)
    ? `${signOf(difference)}${f.duration(Math.abs(difference))}`
    : f.signed(difference);
  return change === null ? amount : m.compare.difference100(amount, m.accuracy.share(change));
}

function intervalText({ kind, range }: ComparedFigure, { m }: Text): string {
  if (!range) return m.figures.none;
  const share = isRate(kind) ? m.compare.signedPoints : m.accuracy.share;
  return m.compare.between(share(range.from), share(range.to));
}

function isDuration(kind: ComparedFigure['kind']): boolean {
  return kind === 'dwell' || kind === 'wait';
}

function signOf(value: number): string {
  return value > 0 ? '+' : value < 0 ? '−' : '';
}

function nameOf(zones: ReturnType<typeof countedSite>['zones'], { zone }: ComparedFigure): string | null {
  return zone === null ? null : (zones.get(zone)?.zone.name ?? null);
}
