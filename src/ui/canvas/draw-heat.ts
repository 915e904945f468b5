import type { ImagePoint } from '../../core/geometry/point.ts';
import { addToPath, trace, type Surface } from './surface.ts';

/** A cell of a heat map in the picture. */
export interface HeatCell {
  readonly outline: readonly ImagePoint[];
  /** Index into the theme's heat colours; null: not shown, hatched. */
  readonly band: number | null;
}

/** Pixels between the lines of the hatching. */
const HATCH = 7;

/** Fills cells by their band and hatches what is not shown, within these polygons or (none given) everywhere. */
export function drawHeat(surface: Surface, cells: readonly HeatCell[], { within, size }: HeatArea): void {
  const { context, theme } = surface;
  context.save();
  if (within.length > 0) {
    pathOf(surface, within);
    context.clip();
  }
  for (const { outline, band } of cells) {
    if (band === null) continue;
    trace(surface, outline);
    context.closePath();
    context.fillStyle = theme.heat[band] ?? theme.accent;
    context.fill();
    // Cells stay apart: each is a place of its own.
    context.strokeStyle = theme.floor;
    context.lineWidth = 1;
    context.stroke();
  }
  hatch(surface, { within: cells.filter(({ band }) => band === null).map(({ outline }) => outline), size });
  context.restore();
}

interface HeatArea {
  readonly within: readonly (readonly ImagePoint[])[];
  readonly size: { readonly width: number; readonly height: number };
}

function hatch(surface: Surface, { within, size }: HeatArea): void {
  const { context, theme } = surface;
  pathOf(surface, within);
  context.clip();
  context.beginPath();
  for (let x = -size.height; x < size.width; x += HATCH) {
    context.moveTo(x, size.height);
    context.lineTo(x + size.height, 0);
  }
  context.globalAlpha = 0.35;
  context.strokeStyle = theme.hairline;
  context.lineWidth = 1;
  context.stroke();
  context.globalAlpha = 1;
}

function pathOf(surface: Surface, polygons: readonly (readonly ImagePoint[])[]): void {
  surface.context.beginPath();
  for (const polygon of polygons) {
    addToPath(surface, polygon);
    surface.context.closePath();
  }
}
