import type { StoreCalendar } from './store-calendar.ts';

/** About the same local time so many months earlier; the last day of a shorter month instead of a date it lacks. */
export function monthsBefore(calendar: StoreCalendar, atMs: number, months: number): number {
  const offsetMs = calendar.offsetMsAt(atMs);
  const local = new Date(atMs + offsetMs);
  const day = local.getUTCDate();
  local.setUTCDate(1);
  local.setUTCMonth(local.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  local.setUTCDate(Math.min(day, lastDay));
  return local.getTime() - offsetMs;
}
