import type { ChartArea, ChartPicture, ChartTheme } from './chart-picture.ts';
import { paintBars } from './paint-bars.ts';
import { paintCells } from './paint-cells.ts';
import { bandAlpha, paintShares, paintStrips, rowsHeight } from './paint-rows.ts';

const WIDTH = 1200;
const EDGE = 32;
const HEAD = 56;
const LEGEND = 36;
/** Pixels for each unit: sharp in print. */
const SCALE = 2;

/** What stands on the image beside the chart. */
export interface ImageWords {
  readonly title: string;
  /** The store and the day. */
  readonly source: string;
}

/**
 * A chart as a PNG. It is drawn on a canvas of its own from what JSON can hold, numbers and words: no canvas of the
 * page, no picture and no function gets in. The one place in the app where pixels are encoded.
 */
export function chartImage(
  picture: ChartPicture,
  words: ImageWords,
  theme: ChartTheme,
): Promise<Blob | null> {
  const plain = JSON.parse(JSON.stringify({ picture, words, theme })) as {
    readonly picture: ChartPicture;
    readonly words: ImageWords;
    readonly theme: ChartTheme;
  };
  const height = EDGE * 2 + HEAD + LEGEND + heightOf(plain.picture);
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  if (!context) return Promise.resolve(null);
  context.scale(SCALE, SCALE);
  context.fillStyle = plain.theme.paper;
  context.fillRect(0, 0, WIDTH, height);
  const area: ChartArea = {
    context,
    theme: plain.theme,
    left: EDGE,
    top: EDGE + HEAD + LEGEND,
    width: WIDTH - EDGE * 2,
    height: heightOf(plain.picture),
  };
  paintWords(area, plain.words);
  paintLegend(area, plain.picture);
  paint(area, plain.picture);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** The colours of the page under this element. */
export function chartThemeOf(element: HTMLElement): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    paper: token('--paper'),
    sunk: token('--paper-sunk'),
    ink: token('--ink'),
    soft: token('--ink-soft'),
    hairline: token('--hairline'),
    strong: token('--hairline-strong'),
    accent: token('--accent'),
    categories: [1, 2, 3, 4, 5, 6].map((number) => token(`--category-${number}`)),
    heat: [1, 2, 3, 4, 5].map((band) => token(`--heat-${band}`)),
    font: style.fontFamily,
  };
}

function heightOf(picture: ChartPicture): number {
  switch (picture.kind) {
    case 'bars':
      return 360;
    case 'shares':
      return rowsHeight(picture.rows.length);
    case 'strips':
      return rowsHeight(picture.rows.length) + 24;
    case 'cells':
      return Math.round((WIDTH - EDGE * 2) / Math.max(1, picture.aspect));
  }
}

function paint(area: ChartArea, picture: ChartPicture): void {
  switch (picture.kind) {
    case 'bars':
      paintBars(area, picture);
      break;
    case 'shares':
      paintShares(area, picture);
      break;
    case 'strips':
      paintStrips(area, picture);
      break;
    case 'cells':
      paintCells(area, picture);
      break;
  }
}

function paintWords({ context, theme, left }: ChartArea, { title, source }: ImageWords): void {
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = theme.ink;
  context.font = `600 22px ${theme.font}`;
  context.fillText(title, left, EDGE + 20);
  context.fillStyle = theme.soft;
  context.font = `14px ${theme.font}`;
  context.fillText(source, left, EDGE + 44);
}

/** A key for each colour, in one line above the chart. */
function paintLegend({ context, theme, left }: ChartArea, picture: ChartPicture): void {
  const y = EDGE + HEAD + LEGEND / 2 - 4;
  let x = left;
  context.font = `14px ${theme.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const { name, colour, alpha } of keysOf(picture, theme)) {
    context.globalAlpha = alpha;
    context.fillStyle = colour;
    context.fillRect(x, y - 7, 14, 14);
    context.globalAlpha = 1;
    context.fillStyle = theme.soft;
    context.fillText(name, x + 22, y);
    x += 22 + context.measureText(name).width + 24;
  }
}

interface Key {
  readonly name: string;
  readonly colour: string;
  readonly alpha: number;
}

function keysOf(picture: ChartPicture, theme: ChartTheme): readonly Key[] {
  switch (picture.kind) {
    case 'bars':
      return [...picture.series, ...(picture.line ? [picture.line] : [])].map(({ name, category }) => ({
        name,
        colour: theme.categories[category - 1] ?? theme.ink,
        alpha: 1,
      }));
    case 'shares':
      return picture.bands.map((name, band) => ({
        name,
        colour: theme.accent,
        alpha: bandAlpha(band, picture.bands.length),
      }));
    case 'cells':
      return picture.bands.map((name, band) => ({ name, colour: theme.heat[band] ?? theme.ink, alpha: 1 }));
    case 'strips':
      return [];
  }
}
