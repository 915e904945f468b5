import type { QuietHours } from './alert-settings.ts';

/** Whether a minute of the local day lies in the quiet hours; from and to alike are none. */
export function isQuietAt(quiet: QuietHours | null, minuteOfDay: number): boolean {
  if (!quiet) return false;
  const { fromMinute, toMinute } = quiet;
  return fromMinute <= toMinute
    ? minuteOfDay >= fromMinute && minuteOfDay < toMinute
    : minuteOfDay >= fromMinute || minuteOfDay < toMinute;
}
