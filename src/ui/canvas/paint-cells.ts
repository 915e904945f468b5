import type { ImagePoint } from '../../core/geometry/point.ts';
import { write, type CellsPicture, type ChartArea } from './chart-picture.ts';

/** Cells in the colours of their bands, with the outlines of the zones over them. */
export function paintCells(area: ChartArea, { cells, places, aspect }: CellsPicture): void {
  const { context, theme } = area;
  const width = Math.min(area.width, area.height * aspect);
  const size = { width, height: width / aspect };
  const path = (outline: readonly ImagePoint[]): void => {
    context.beginPath();
    for (const { x, y } of outline) context.lineTo(area.left + x * size.width, area.top + y * size.height);
    context.closePath();
  };
  context.fillStyle = theme.sunk;
  context.fillRect(area.left, area.top, size.width, size.height);
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, size.width, size.height);
  context.clip();
  for (const { outline, band } of cells) {
    if (band === null) continue;
    path(outline);
    context.fillStyle = theme.heat[band] ?? theme.accent;
    context.fill();
    context.strokeStyle = theme.paper;
    context.lineWidth = 1;
    context.stroke();
  }
  for (const { outline, name } of places) {
    path(outline);
    context.strokeStyle = theme.ink;
    context.lineWidth = 1.5;
    context.stroke();
    const x = outline.reduce((sum, point) => sum + point.x, 0) / outline.length;
    const y = outline.reduce((sum, point) => sum + point.y, 0) / outline.length;
    const at = { x: area.left + x * size.width, y: area.top + y * size.height };
    context.lineWidth = 4;
    context.strokeStyle = theme.paper;
    context.font = `14px ${theme.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.strokeText(name, at.x, at.y);
    write(area, name, { ...at, align: 'center' });
  }
  context.restore();
}
