import type { Holidays } from '../../core/time/holidays.ts';

/**
 * Public holidays of Japan by date, from `@holiday-jp/holiday_jp` (a table in the code: it asks nobody). Fetched from
 * the page's own origin when they are first wanted.
 */
export async function loadHolidays(): Promise<Holidays> {
  const { default: table } = await import('@holiday-jp/holiday_jp');
  return new Map(
    Object.values(table.holidays).map(({ date, name, name_en }) => [date, { ja: name, en: name_en }]),
  );
}
