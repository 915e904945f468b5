/** Lowest number of people of each band, from the quietest. */
export const CROWD_BANDS = [1, 3, 5, 8, 12] as const;

/** How full a zone is, from 0; null for an empty one. */
export function crowdBandOf(people: number): number | null {
  const band = CROWD_BANDS.findLastIndex((from) => people >= from);
  return band < 0 ? null : band;
}
