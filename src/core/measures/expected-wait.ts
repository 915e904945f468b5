import { STORAGE_K } from '../disclosure/held-detail.ts';
import { bandOf, emptyBands, quantileOfBands } from './dwell-bands.ts';

/** How long the expected wait looks back. */
const RECENT_MS = 15 * 60_000;
/** Waits that are remembered; the oldest makes room. */
const MOST_WAITS = 1000;

/** Waits in one queue that ended lately, by when they ended and in which band; in memory only. */
export type RecentWaits = readonly { readonly endedAtMs: number; readonly band: number }[];

/** With one wait more; what is too old to matter is forgotten. */
export function noteWait(
  waits: RecentWaits,
  visit: { readonly fromMs: number; readonly toMs: number },
): RecentWaits {
  const wait = { endedAtMs: visit.toMs, band: bandOf(visit.toMs - visit.fromMs) };
  return [...waits.filter(({ endedAtMs }) => endedAtMs > wait.endedAtMs - RECENT_MS), wait].slice(
    -MOST_WAITS,
  );
}

/** Median wait of the last 15 minutes, seconds, as it is interpolated everywhere; null under k waits. */
export function expectedWaitS(waits: RecentWaits, nowMs: number): number | null {
  const recent = waits.filter(({ endedAtMs }) => endedAtMs > nowMs - RECENT_MS);
  if (recent.length < STORAGE_K) return null;
  const bands = emptyBands();
  for (const { band } of recent) bands[band] = (bands[band] ?? 0) + 1;
  return quantileOfBands(bands, 0.5);
}
