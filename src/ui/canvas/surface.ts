import type { ImagePoint } from '../../core/geometry/point.ts';

/** Colours and type of the stage, from the page's tokens. */
export interface StageTheme {
  readonly paper: string;
  readonly floor: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly hairline: string;
  readonly accent: string;
  readonly zone: string;
  readonly queue: string;
  readonly staff: string;
  /** From the coolest band to the hottest. */
  readonly heat: readonly string[];
  readonly font: string;
}

/** A canvas that picture fractions are drawn on. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly theme: StageTheme;
  /** Picture fractions to CSS pixels. */
  readonly at: (point: ImagePoint) => { readonly x: number; readonly y: number };
  /** Size of strokes and type relative to a stage 800 pixels wide. */
  readonly scale: number;
}

/** Begins a path with these corners. */
export function trace(surface: Surface, points: readonly ImagePoint[]): void {
  surface.context.beginPath();
  addToPath(surface, points);
}

/** Adds a line through these corners to the path. */
export function addToPath({ context, at }: Surface, points: readonly ImagePoint[]): void {
  points.forEach((point, index) => {
    const { x, y } = at(point);
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
}
