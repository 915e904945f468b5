/** ISO 8601 with the offset of the local clock, to the second: `2026-03-29T03:00:00+02:00`. */
export function toIsoInstant(atMs: number, offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const sign = offsetMs < 0 ? '-' : '+';
  const two = (value: number): string => String(value).padStart(2, '0');
  const local = new Date(atMs + offsetMs).toISOString().slice(0, 19);
  return `${local}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The date on the local clock: `2026-03-29`. */
export function toIsoDate(atMs: number, offsetMs: number): string {
  return new Date(atMs + offsetMs).toISOString().slice(0, 10);
}
