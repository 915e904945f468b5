import type { SlotRow } from '../../../state/history-figures.ts';
import { useApp, useText } from '../../app-context.ts';
import type { Format } from '../../i18n/format.ts';

const TWO_HOURS_MS = 7_200_000;

/** The days shown, in words. */
export function usePeriodText(): string {
  const { history } = useApp();
  const { m, f } = useText();
  const { fromMs, lastDayMs } = history.period.value;
  return fromMs === lastDayMs ? f.day(fromMs) : m.ranges.period(f.day(fromMs), f.day(lastDayMs));
}

/** Whether a row stands for a business day, and not for a part of one. */
export function isDay({ fromMs, toMs }: Pick<SlotRow, 'fromMs' | 'toMs'>): boolean {
  return toMs - fromMs > TWO_HOURS_MS;
}

/** The row's time or day; `◆` where it is counted otherwise than what comes before. */
export function rowLabel(row: SlotRow, breaks: readonly number[], f: Format): string {
  if (!isDay(row)) return f.time(row.fromMs);
  return breaks.includes(row.fromMs) ? `◆ ${f.day(row.fromMs)}` : f.day(row.fromMs);
}
