import { hatchRect, write, type ChartArea, type SharesPicture, type StripsPicture } from './chart-picture.ts';

const NAME = 180;
const NOTE = 260;
/** Height of one row, as a part of the area that `rowsHeight` asks for. */
const ROW = 44;
const BAR = 26;

/** Height that so many rows take. */
export function rowsHeight(rows: number): number {
  return Math.max(1, rows) * ROW;
}

/** Rows divided into bands of one hue. */
export function paintShares(area: ChartArea, { rows }: SharesPicture): void {
  const { context, theme } = area;
  rows.forEach(({ name, note, shares }, index) => {
    const bar = frameOf(area, { name, note, index });
    const all = shares.reduce((sum, share) => sum + share, 0);
    let x = bar.x;
    shares.forEach((share, band) => {
      const width = all === 0 ? 0 : (bar.width * share) / all;
      context.fillStyle = theme.accent;
      context.globalAlpha = bandAlpha(band, shares.length);
      context.fillRect(x, bar.y, Math.max(0, width - 1), BAR);
      context.globalAlpha = 1;
      x += width;
    });
  });
}

/** Rows of intervals: filled as far as measured, hatched where missed. */
export function paintStrips(area: ChartArea, { rows, from, to }: StripsPicture): void {
  const { context, theme } = area;
  rows.forEach(({ name, note, slots }, index) => {
    const bar = frameOf(area, { name, note, index });
    context.fillStyle = theme.sunk;
    context.fillRect(bar.x, bar.y, bar.width, BAR);
    const width = bar.width / Math.max(1, slots.length);
    slots.forEach(({ measured, missed }, slot) => {
      const x = bar.x + width * slot;
      const top = bar.y + BAR * (1 - measured);
      context.fillStyle = theme.accent;
      context.fillRect(x, top, Math.max(1, width - 1), BAR * measured);
      if (missed > 0) hatchRect(area, { x, y: top - BAR * missed, width, height: BAR * missed });
    });
  });
  const y = area.top + rowsHeight(rows.length) + 8;
  const x = area.left + NAME;
  write(area, from, { x, y, size: 13, colour: theme.soft });
  write(area, to, { x: area.left + area.width - NOTE, y, align: 'right', size: 13, colour: theme.soft });
}

/** How opaque a band of the accent is: from light to full. */
export function bandAlpha(band: number, bands: number): number {
  return 0.14 + (0.86 * band) / Math.max(1, bands - 1);
}

function frameOf(
  area: ChartArea,
  row: { readonly name: string; readonly note: string; readonly index: number },
): { readonly x: number; readonly y: number; readonly width: number } {
  const middle = area.top + ROW * (row.index + 0.5);
  const x = area.left + NAME;
  const width = area.width - NAME - NOTE;
  write(area, row.name, { x: area.left, y: middle, widest: NAME - 16 });
  write(area, row.note, { x: x + width + 16, y: middle, size: 13, widest: NOTE - 16 });
  return { x, y: middle - BAR / 2, width };
}
