import type { ImagePoint } from '../../core/geometry/point.ts';
import { addToPath, type Surface } from './surface.ts';

/** What a calibration says of the floor, in fractions of the picture. */
export interface FloorOverlay {
  /** Whole metres of the floor; empty while the marks are no calibration. */
  readonly grid: readonly (readonly ImagePoint[])[];
  /** In the operator's order, which is their numbering; null: not known yet. */
  readonly marks: readonly (ImagePoint | null)[];
}

/** Thin lines for each metre of the floor. */
export function drawFloorGrid(surface: Surface, { grid }: FloorOverlay): void {
  const { context, theme, scale } = surface;
  context.beginPath();
  for (const line of grid) addToPath(surface, line);
  context.globalAlpha = 0.5;
  context.strokeStyle = theme.hairline;
  context.lineWidth = 0.75 * scale;
  context.stroke();
  context.globalAlpha = 1;
}

/** A numbered cross at each mark. */
export function drawFloorMarks({ context, theme, at, scale }: Surface, { marks }: FloorOverlay): void {
  const arm = 8 * scale;
  for (const [index, mark] of marks.entries()) {
    if (!mark) continue;
    const { x, y } = at(mark);
    for (const pen of [
      { colour: theme.paper, width: 5 * scale },
      { colour: theme.ink, width: 2 * scale },
    ]) {
      context.beginPath();
      context.moveTo(x - arm, y);
      context.lineTo(x + arm, y);
      context.moveTo(x, y - arm);
      context.lineTo(x, y + arm);
      context.strokeStyle = pen.colour;
      context.lineWidth = pen.width;
      context.stroke();
    }
    context.font = `700 ${Math.max(12, Math.round(13 * scale))}px ${theme.font}`;
    context.textAlign = 'left';
    context.textBaseline = 'bottom';
    context.lineWidth = 4 * scale;
    context.strokeStyle = theme.paper;
    context.strokeText(String(index + 1), x + 4 * scale, y - 3 * scale);
    context.fillStyle = theme.ink;
    context.fillText(String(index + 1), x + 4 * scale, y - 3 * scale);
  }
}
