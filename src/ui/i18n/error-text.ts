import { errorOfHeadline, type CheckedTotal, type Headline } from '../../state/headline-accuracy.ts';
import type { Format } from './format.ts';
import type { Messages } from './messages.en.ts';

/** The words and formats of the language in use. */
export interface Text {
  readonly m: Messages;
  readonly f: Format;
}

/** The ± of a headline figure and when it was last checked, or that its error is not known. */
export function errorText(headline: Headline, of: CheckedTotal, { m, f }: Text): string {
  const error = errorOfHeadline(headline, of);
  if (!error) return m.compare.unchecked;
  // Rounded up: no narrower than it is.
  const plusMinus =
    headline === 'capture-rate'
      ? m.compare.points(Math.ceil(error.plusMinus * 1000) / 1000)
      : f.integer(Math.ceil(error.plusMinus));
  return m.compare.error(plusMinus, f.day(error.checkedAtMs));
}
