import type { JSX } from 'preact';
import type { ConversionFigures } from '../../../core/measures/conversion.ts';
import { isMeasured } from '../../../core/measures/open-coverage.ts';
import { captureRateOf, type CheckedTotal, type Headline } from '../../../state/headline-accuracy.ts';
import type { IntervalFigures } from '../../../contracts/archive.ts';
import type { SlotRow } from '../../../state/history-figures.ts';
import { useText } from '../../app-context.ts';
import { coverageText } from '../../coverage-text.ts';
import { errorText, type Text } from '../../i18n/error-text.ts';
import { ContextParts, FigureTile } from '../../widgets/figure-tile.tsx';
import { conversionText } from './conversion-text.ts';
import styles from './day-totals.module.css';

/** The day as a whole, each figure with how much of the time it covers and how wrong it may be. */
export function DayTotals({
  row,
  of,
  conversion,
}: {
  readonly conversion: ConversionFigures;
  readonly row: SlotRow;
  readonly of: CheckedTotal & { readonly total: IntervalFigures };
}): JSX.Element {
  const text = useText();
  const { m, f } = text;
  const hasOutside = of.site.cameras.some(({ lines }) => lines.some(({ kind }) => kind === 'outside'));
  const hasEntrance = of.site.cameras.some(({ lines }) => lines.some(({ kind }) => kind === 'entrance'));
  const rate = row.passersby === null ? null : captureRateOf(of);
  return (
    <div class={styles.totals}>
      <CountTile headline="in" count={row.in} of={of} />
      <CountTile headline="out" count={row.out} of={of} />
      {of.total.occupancy && <OccupancyTile occupancy={of.total.occupancy} of={of} />}
      {hasOutside && <CountTile headline="passersby" count={row.passersby} of={of} />}
      {rate !== null && (
        <FigureTile
          label={m.compare.figures['capture-rate']}
          value={f.percent(rate)}
          unit=""
          size="l"
          context={<ContextParts parts={contextOf('capture-rate', of, text)} />}
        />
      )}
      {hasEntrance && (
        <FigureTile
          label={m.conversion.name}
          value={conversion.rate === null ? m.figures.none : f.percent(conversion.rate)}
          unit=""
          size="l"
          empty={conversion.rate === null}
          context={conversionText(conversion, text)}
        />
      )}
    </div>
  );
}

function CountTile({
  headline,
  count,
  of,
}: {
  readonly headline: 'in' | 'out' | 'passersby';
  readonly count: number | null;
  readonly of: CheckedTotal & { readonly total: IntervalFigures };
}): JSX.Element {
  const text = useText();
  const { m, f } = text;
  return (
    <FigureTile
      label={m.figures[headline]}
      value={count === null ? m.figures.none : f.integer(count)}
      unit={m.units.people(count ?? 0)}
      size="l"
      empty={count === null}
      context={<ContextParts parts={contextOf(headline, of, text)} />}
    />
  );
}

function OccupancyTile({
  occupancy,
  of,
}: {
  readonly occupancy: NonNullable<IntervalFigures['occupancy']>;
  readonly of: CheckedTotal;
}): JSX.Element {
  const text = useText();
  const { m, f } = text;
  const { personSeconds, measuredS, max, end, drift, recount } = occupancy;
  const parts = [
    m.compare.occupancyMost(f.integer(max)),
    m.compare.occupancyEnd(f.integer(end), errorText('occupancy', of, text)),
    ...(drift > 0 ? [m.figures.drift(drift)] : []),
    ...(recount === undefined ? [] : [m.recount.changed(f.signed(recount))]),
  ];
  return (
    <FigureTile
      label={m.compare.occupancyAverage}
      value={measuredS === 0 ? m.figures.none : f.decimal(personSeconds / measuredS)}
      unit={m.units.people(2)}
      size="l"
      context={<ContextParts parts={parts} />}
    />
  );
}

function contextOf(
  headline: Headline,
  { total, ...of }: CheckedTotal & { readonly total: IntervalFigures },
  text: Text,
): readonly string[] {
  const { figures, intervals } = text.m;
  if (!isMeasured(total)) return [total.status === 'closed' ? intervals.closed : figures.coverageNone];
  return [coverageText(total, text), errorText(headline, { ...of, total }, text)];
}
