/** Least upper edge of the hottest band, person-minutes. */
const LEAST_TOP = 20;
/** How many bands there are. */
export const HEAT_BANDS = 5;

/**
 * Upper edges of the bands that a heat map is drawn in, whole person-minutes: five neighbours in 1, 2, 5, 10, 20, 50 …,
 * of which the last holds `mostS` person-seconds. Each band is about twice as wide as the one before, since most of the
 * time is spent in few places.
 */
export function heatBandEdges(mostS: number): readonly number[] {
  const edges = [1, 2, 5, 10, LEAST_TOP];
  for (let top = LEAST_TOP; top * 60 < mostS;) {
    top = nextInSeries(top);
    edges.push(top);
  }
  return edges.slice(-HEAT_BANDS);
}

/** The band of so many person-seconds: the first whose upper edge is not exceeded. */
export function heatBandOf(seconds: number, edges: readonly number[]): number {
  const band = edges.findIndex((edge) => seconds <= edge * 60);
  return band < 0 ? edges.length - 1 : band;
}

function nextInSeries(term: number): number {
  return String(term).startsWith('2') ? term * 2.5 : term * 2;
}
