/** Upper edges of the dwell and wait bands, seconds; the last band is open. */
export const DWELL_BAND_EDGES_S: readonly number[] = [5, 15, 30, 60, 120, 300, 600, 1800, Infinity];

/** Visits by band; as many numbers as there are edges. */
export type BandCounts = readonly number[];

/** Counts of nobody. */
export function emptyBands(): number[] {
  return DWELL_BAND_EDGES_S.map(() => 0);
}

/** The band that a dwell belongs to; an edge belongs to the band above it. */
export function bandOf(dwellMs: number): number {
  return DWELL_BAND_EDGES_S.findIndex((edgeS) => dwellMs < edgeS * 1000);
}

/** Band by band. */
export function addBands(a: BandCounts, b: BandCounts): number[] {
  return DWELL_BAND_EDGES_S.map((_, band) => (a[band] ?? 0) + (b[band] ?? 0));
}

/** Visits in all bands. */
export function sumBands(bands: BandCounts): number {
  return bands.reduce((sum, count) => sum + count, 0);
}

/**
 * The dwell (seconds) below which a share of the visits lies, 0–1, taken as evenly spread inside each band.
 * In the open band its lower edge: "at least". Null without visits.
 */
export function quantileOfBands(bands: BandCounts, share: number): number | null {
  const total = sumBands(bands);
  if (total === 0) return null;
  let below = 0;
  let lowerS = 0;
  for (const [band, upperS] of DWELL_BAND_EDGES_S.entries()) {
    const count = bands[band] ?? 0;
    if (count > 0 && below + count >= share * total) {
      return upperS === Infinity ? lowerS : lowerS + ((share * total - below) / count) * (upperS - lowerS);
    }
    below += count;
    lowerS = upperS;
  }
  return null;
}
