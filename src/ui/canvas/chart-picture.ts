import type { ImagePoint } from '../../core/geometry/point.ts';

/** `gap` is hatched, `closed` shaded, `present` outlined as unfinished. */
export type IntervalLook = 'plain' | 'gap' | 'closed' | 'present';

/** One row of a chart that lies on its side. */
interface PictureRow {
  readonly name: string;
  /** To the right of the row: its figure. */
  readonly note: string;
}

/** Bars by interval from zero. */
export interface BarsPicture {
  readonly kind: 'bars';
  readonly labels: readonly string[];
  /** What stands under each interval where that is not its label; a word begins a group, which a line sets apart. */
  readonly axis?: readonly string[];
  readonly states: readonly IntervalLook[];
  readonly series: readonly {
    readonly name: string;
    /** Number of the categorical colour, 1–6. */
    readonly category: number;
    /** Null where nothing was measured. */
    readonly values: readonly (number | null)[];
  }[];
  /** A share over the bars, 0–1, on an axis of its own at the right. */
  readonly line?: BarsPicture['series'][number];
}

/** A share as axis and chart say it, as in the tables: never rounded up. */
export function shareLabel(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

/** Top of the axis of a line, in whole tenths. */
export function topShare({ values }: BarsPicture['series'][number]): number {
  const most = Math.max(0.1, ...values.map((value) => value ?? 0));
  return Math.min(1, Math.ceil(most * 10 - 1e-9) / 10);
}

/** Rows that are divided into bands of one hue, from light to full. */
export interface SharesPicture {
  readonly kind: 'shares';
  /** An empty list of shares: not shown. */
  readonly rows: readonly (PictureRow & { readonly shares: readonly number[] })[];
  readonly bands: readonly string[];
}

/** Rows of intervals, each filled from below as far as it was measured, and hatched where it was missed. */
export interface StripsPicture {
  readonly kind: 'strips';
  readonly from: string;
  readonly to: string;
  readonly rows: readonly (PictureRow & {
    /** 0–1 each. */
    readonly slots: readonly { readonly measured: number; readonly missed: number }[];
  })[];
}

/** Cells in a quiet ramp of one hue. */
export interface CellsPicture {
  readonly kind: 'cells';
  /** Width ÷ height. */
  readonly aspect: number;
  /** Corners as fractions of width and height; the band is an index into the heat colours, null: hatched. */
  readonly cells: readonly { readonly outline: readonly ImagePoint[]; readonly band: number | null }[];
  /** Outlines over the cells, with their names. */
  readonly places: readonly { readonly name: string; readonly outline: readonly ImagePoint[] }[];
  readonly bands: readonly string[];
}

/** A chart as numbers and words: all that an image to be copied is drawn from. */
export type ChartPicture = BarsPicture | SharesPicture | StripsPicture | CellsPicture;

/** Colours and type of a chart's image. */
export interface ChartTheme {
  readonly paper: string;
  readonly sunk: string;
  readonly ink: string;
  readonly soft: string;
  readonly hairline: string;
  readonly strong: string;
  readonly accent: string;
  readonly categories: readonly string[];
  /** From the coolest band to the hottest. */
  readonly heat: readonly string[];
  readonly font: string;
}

/** Where a painter draws: CSS pixels, from the upper left corner of its part. */
export interface ChartArea {
  readonly context: CanvasRenderingContext2D;
  readonly theme: ChartTheme;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Fills a rectangle with the hatching of what was not measured. */
export function hatchRect(
  { context, theme }: ChartArea,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.beginPath();
  for (let shift = -box.height; shift < box.width; shift += 5) {
    context.moveTo(box.x + shift, box.y + box.height);
    context.lineTo(box.x + shift + box.height, box.y);
  }
  context.strokeStyle = theme.strong;
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}

/** Words at a place; `align` as the canvas knows it, on the middle of the line. */
export function write(
  { context, theme }: ChartArea,
  words: string,
  {
    x,
    y,
    align = 'left',
    size = 14,
    colour = theme.ink,
    widest,
  }: {
    readonly x: number;
    readonly y: number;
    readonly align?: CanvasTextAlign;
    readonly size?: number;
    readonly colour?: string;
    /** Longer words are narrowed to this. */
    readonly widest?: number;
  },
): void {
  context.font = `${size}px ${theme.font}`;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.fillStyle = colour;
  context.fillText(words, x, y, widest);
}
