import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Sheet } from '../../core/drawing/sheet.ts';
import type { Point } from '../../core/geometry/point.ts';

/** From the units of the sheet to CSS pixels of the stage. */
export type ToPixels = (point: Point<string>) => { readonly x: number; readonly y: number };

/** Half of the least target of a finger, CSS pixels. */
const FINGER = 22;

/** Where a finger is on a sheet, and how far it reaches as it is seen. */
export interface FingerPlace<S extends string> {
  readonly at: Point<S>;
  readonly reach: number;
}

/** A sheet as it lies on the screen. */
export interface SheetOnScreen<S extends string> {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly viewBox: string;
  /** Of the element around it, whose width alone is free. */
  readonly frame: { readonly aspectRatio: number; readonly maxWidth: string };
  readonly at: ToPixels;
  /** Null before it has a size. */
  readonly placeOf: (event: MouseEvent) => FingerPlace<S> | null;
}

/** Follows the size of a sheet on the screen. */
export function useSheet<S extends string>({ width, height, seenX, seenY }: Sheet): SheetOnScreen<S> {
  const svg = useRef<SVGSVGElement>(null);
  const size = useSignal({ width: 960, height: 540 });
  useEffect(() => followSize(svg.current, (next) => (size.value = next)), [size]);
  const aspect = (width * seenX) / (height * seenY);
  return {
    svg,
    viewBox: `0 0 ${size.value.width} ${size.value.height}`,
    frame: { aspectRatio: aspect, maxWidth: `${aspect * 68}vh` },
    at: ({ x, y }) => ({ x: (x / width) * size.value.width, y: (y / height) * size.value.height }),
    placeOf(event) {
      const box = svg.current?.getBoundingClientRect();
      if (!box || box.width === 0 || box.height === 0) return null;
      const x = ((event.clientX - box.left) / box.width) * width;
      const y = ((event.clientY - box.top) / box.height) * height;
      return { at: { x, y }, reach: (FINGER / box.height) * height * seenY };
    },
  };
}

function followSize(
  element: SVGSVGElement | null,
  take: (size: { readonly width: number; readonly height: number }) => void,
): () => void {
  if (!element) return () => undefined;
  const resized = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = element;
    if (clientWidth > 0 && clientHeight > 0) take({ width: clientWidth, height: clientHeight });
  });
  resized.observe(element);
  return () => resized.disconnect();
}
