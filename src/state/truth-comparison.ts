import type { TodayFigures } from '../contracts/archive.ts';
import type { DemoTruth } from '../contracts/demo-store.ts';
import type { Site } from '../core/site/site.ts';

/** One figure of the demo store: as counted, and as it truly was. */
export interface TruthRow {
  readonly figure: 'in' | 'out' | 'passersby' | 'visits';
  /** Name of the zone of a `visits` row. */
  readonly zone: string | null;
  /** Null: under k, not shown. */
  readonly counted: number | null;
  readonly exact: number;
}

/** Rows for lines by kind, then for each zone that counts. Empty before both sides are known. */
export function compareWithTruth(
  site: Site,
  today: TodayFigures | null,
  truth: DemoTruth | null,
): readonly TruthRow[] {
  const camera = site.cameras[0];
  if (!camera || !today || !truth) return [];
  const exactOf = (kind: 'entrance' | 'outside', direction: 'in' | 'out'): number =>
    camera.lines.reduce(
      (sum, line, index) => sum + (line.kind === kind ? (truth.lines[index]?.[direction] ?? 0) : 0),
      0,
    );
  const rows: TruthRow[] = [
    { figure: 'in', zone: null, counted: today.in, exact: exactOf('entrance', 'in') },
    { figure: 'out', zone: null, counted: today.out, exact: exactOf('entrance', 'out') },
    {
      figure: 'passersby',
      zone: null,
      counted: today.passersby,
      exact: exactOf('outside', 'in') + exactOf('outside', 'out'),
    },
  ];
  camera.zones.forEach((zone, index) => {
    if (zone.kind === 'staff') return;
    const counted = today.total.zones.find((figures) => figures.zone === zone.id)?.visits ?? null;
    rows.push({ figure: 'visits', zone: zone.name, counted, exact: truth.zones[index]?.visits ?? 0 });
  });
  return rows;
}
