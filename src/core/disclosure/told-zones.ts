import type { IntervalFigures } from '../measures/figures.ts';
import { decide, type Cell, type Decision } from './complement.ts';

/** Zones whose detail may be told, by the start of the hour or day (ms). */
export interface ToldZones {
  readonly hours: ReadonlyMap<number, ReadonlySet<number>>;
  readonly days: ReadonlyMap<number, ReadonlySet<number>>;
}

/** One whole business day: its hours and itself. */
export interface WholeDay {
  readonly hours: readonly IntervalFigures[];
  readonly total: IntervalFigures;
}

/** What may be told of whole business days under a k above that of storage. `cameraOf`: which camera counts a zone. */
export function toldZones(
  days: readonly WholeDay[],
  rules: { readonly k: number; readonly cameraOf: (zone: number) => number | undefined },
): ToldZones {
  const hours = new Map<number, Set<number>>();
  const totals = new Map<number, Set<number>>();
  for (const day of days) {
    for (const { zone, visits } of day.total.zones) {
      const decision = decideDay(day, {
        zone,
        visits: visits ?? 0,
        k: rules.k,
        camera: rules.cameraOf(zone),
      });
      day.hours.forEach((hour, index) => {
        if (decision.cells[index] === true) addTo(hours, hour.fromMs, zone);
      });
      if (decision.total) addTo(totals, day.total.fromMs, zone);
    }
  }
  return { hours, days: totals };
}

function decideDay(
  day: WholeDay,
  of: {
    readonly zone: number;
    readonly visits: number;
    readonly k: number;
    readonly camera: number | undefined;
  },
): Decision {
  const cells = day.hours.map((hour): Cell => {
    const figures = hour.zones.find(({ zone }) => zone === of.zone);
    const camera = hour.cameras.find(({ camera: id }) => id === of.camera);
    const isGap = of.camera !== undefined && (camera?.measuredS ?? 0) === 0;
    return { base: figures?.visits ?? 0, isGap: isGap && (figures?.visits ?? 0) === 0 };
  });
  const inHours = cells.reduce((sum, cell) => sum + cell.base, 0);
  return decide(cells, of.visits - inHours, of.k);
}

function addTo(map: Map<number, Set<number>>, key: number, zone: number): void {
  const found = map.get(key);
  if (found) found.add(zone);
  else map.set(key, new Set([zone]));
}
