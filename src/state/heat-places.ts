import { cellOutlines } from '../core/counting/heat-cell.ts';
import type { Point } from '../core/geometry/point.ts';
import { contains } from '../core/geometry/polygon.ts';
import type { HeatFigures } from '../core/measures/heat-record.ts';
import type { CountedCamera } from '../core/site/counted-camera.ts';

/** A cell of a heat map in words: how much, in which zone, and where in the grid. */
export interface HeatPlace {
  readonly seconds: number;
  /** Of all the time that is shown, 0–1. */
  readonly share: number;
  /** Name of the zone that its middle lies in; null: none. */
  readonly zone: string | null;
  /** From 0, along x and y. */
  readonly column: number;
  readonly row: number;
}

/** All the time that is shown, person-seconds. */
export function shownSeconds({ cells }: HeatFigures): number {
  return cells.reduce((sum, seconds) => sum + seconds, 0);
}

/** The places where most time was spent, most first; those that are not shown are left out. */
export function hottestPlaces(
  heat: HeatFigures,
  camera: Pick<CountedCamera, 'zones' | 'floorZones' | 'calibration'>,
  count: number,
): readonly HeatPlace[] {
  const total = shownSeconds(heat);
  const outlines = cellOutlines(heat, camera.calibration);
  return heat.cells
    .map((seconds, cell) => ({ seconds, cell }))
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds || a.cell - b.cell)
    .slice(0, count)
    .map(({ seconds, cell }) => ({
      seconds,
      share: seconds / total,
      zone:
        zoneAt(camera.zones, middleOf(outlines[cell] ?? [])) ??
        zoneAt(camera.floorZones, middleOnFloor(heat, cell)),
      column: cell % heat.columns,
      row: Math.floor(cell / heat.columns),
    }));
}

function zoneAt<P extends Point<string>>(
  zones: readonly { readonly name: string; readonly polygon: readonly P[] }[],
  middle: NoInfer<P> | null,
): string | null {
  return (middle && zones.find(({ polygon }) => contains(polygon, middle))?.name) ?? null;
}

function middleOf<P extends Point<string>>(corners: readonly P[]): Pick<P, 'x' | 'y'> | null {
  if (corners.length === 0) return null;
  const sum = (of: (corner: P) => number): number => corners.reduce((total, corner) => total + of(corner), 0);
  return { x: sum(({ x }) => x) / corners.length, y: sum(({ y }) => y) / corners.length };
}

function middleOnFloor({ columns, floor }: HeatFigures, cell: number): Point<'floor'> | null {
  return (
    floor && {
      x: floor.xM + ((cell % columns) + 0.5) * floor.cellM,
      y: floor.yM + (Math.floor(cell / columns) + 0.5) * floor.cellM,
    }
  );
}
