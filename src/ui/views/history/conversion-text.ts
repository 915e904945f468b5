import type { ConversionFigures } from '../../../core/measures/conversion.ts';
import { MEASURED_FROM } from '../../../core/measures/data-status.ts';
import type { Text } from '../../i18n/error-text.ts';

/** What a 買上率 rests on: its parts, its error, what is missing. In the place of none: why there is none. */
export function conversionText(
  { days, transactions, entered, rate, plusMinus, coverage, leftOut }: ConversionFigures,
  { m, f }: Text,
): string {
  const text = m.conversion;
  if (days === 0) return leftOut > 0 ? text.pending : text.teach;
  if (rate === null) return text.nobody;
  // Rounded up: no narrower than it is.
  const error =
    plusMinus === null
      ? m.compare.unchecked
      : m.compare.plusMinus(m.compare.points(Math.ceil(plusMinus * 1000) / 1000));
  return [
    text.parts(f.integer(transactions), f.integer(entered)),
    text.days(days),
    coverage !== null && coverage < MEASURED_FROM ? text.higher(f.percent(coverage)) : error,
    ...(leftOut > 0 ? [text.leftOut(leftOut)] : []),
  ].join(m.figures.separator);
}
