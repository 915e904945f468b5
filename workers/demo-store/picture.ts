import type { FloorPoint } from '../../src/core/geometry/point.ts';
import { type Pinhole, project, scaleAt } from '../../src/core/simulation/pinhole.ts';

export type Context = OffscreenCanvasRenderingContext2D;

/** Pixels of the picture; y grows downwards. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Maps the store's metres to pixels of one canvas. */
export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly view: Pinhole;
  /** Where a point above the floor appears. */
  readonly at: (floor: FloorPoint, aboveM: number) => Pixel;
  /** Pixels that one metre across the view takes there. */
  readonly pixelsPerMetre: (floor: FloorPoint, aboveM: number) => number;
}

/** A picture of `heightPx` rows as `view` sees it; the width follows the view's aspect. */
export function pictureOf(view: Pinhole, heightPx: number): Picture {
  return {
    widthPx: Math.round(heightPx * view.aspect),
    heightPx,
    view,
    at(floor, aboveM) {
      const { x, y } = project(view, floor, aboveM);
      return { x: x * heightPx, y: y * heightPx };
    },
    pixelsPerMetre: (floor, aboveM) => scaleAt(view, floor, aboveM) * heightPx,
  };
}

/** Begins a closed path through the points. */
export function tracePolygon(ctx: Context, points: readonly Pixel[]): void {
  ctx.beginPath();
  points.forEach(({ x, y }, index) => {
    if (index === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  });
  ctx.closePath();
}

/** Fills the polygon through the points. */
export function fillPolygon(ctx: Context, points: readonly Pixel[], colour: string | CanvasGradient): void {
  tracePolygon(ctx, points);
  ctx.fillStyle = colour;
  ctx.fill();
}

/** Draws a line of round ends through the points. */
export function strokeLine(ctx: Context, points: readonly Pixel[], style: LineStyle): void {
  ctx.beginPath();
  points.forEach(({ x, y }, index) => {
    if (index === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  });
  ctx.strokeStyle = style.colour;
  ctx.lineWidth = style.widthPx;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.stroke();
}

export interface LineStyle {
  readonly colour: string | CanvasGradient;
  readonly widthPx: number;
}
