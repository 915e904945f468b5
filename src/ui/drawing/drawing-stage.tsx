import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Point } from '../../core/geometry/point.ts';
import { createDrawingGestures } from '../../state/drawing-gestures.ts';
import type { DrawingStore } from '../../state/drawing-store.ts';
import { useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { handleKey } from './drawing-keys.ts';
import { measureText, newsText } from './drawing-words.ts';
import { MakingFigure } from './making-figure.tsx';
import { ShapeFigure, type ToPixels } from './shape-figure.tsx';
import styles from './drawing-stage.module.css';

/** Half of the least target of a finger, CSS pixels. */
const FINGER = 22;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * What is drawn, over a backdrop that fills the stage; drawn by mouse, finger and keyboard. Attributes of SVG are written
 * in their own case: Preact sets them as they stand, and `tabIndex` would take no focus.
 */
export function DrawingStage<S extends string>({
  store,
  label,
  children,
}: {
  readonly store: DrawingStore<S>;
  readonly label: string;
  /** The backdrop. */
  readonly children: ComponentChildren;
}): JSX.Element {
  const text = useText();
  const svg = useRef<SVGSVGElement>(null);
  const size = useSignal<Size>({ width: 960, height: 540 });
  const { sheet } = store;
  useEffect(() => followSize(svg.current, (next) => (size.value = next)), [size]);
  useFocus(store, svg);
  const pointer = usePointer(store, svg);
  const at: ToPixels = ({ x, y }) => ({
    x: (x / sheet.width) * size.value.width,
    y: (y / sheet.height) * size.value.height,
  });
  const aspect = (sheet.width * sheet.seenX) / (sheet.height * sheet.seenY);
  return (
    <div
      class={styles.stage}
      data-unit={sheet.unit}
      style={{ aspectRatio: aspect, maxWidth: `${aspect * 68}vh` }}
    >
      {children}
      <svg
        ref={svg}
        class={styles.sheet}
        viewBox={`0 0 ${size.value.width} ${size.value.height}`}
        tabindex={0}
        role="application"
        aria-label={label}
        data-making={store.making.value !== null}
        onKeyDown={(event) => handleKey(store, event)}
        {...pointer}
      >
        {store.drawing.value.shapes.map((shape) => (
          <ShapeFigure key={shape.key} store={store} shape={shape} at={at} />
        ))}
        {store.making.value && (
          <MakingFigure
            making={store.making.value}
            measure={measureText(store.making.value, sheet, text)}
            at={at}
          />
        )}
      </svg>
      <p class={layout.hidden} role="status" aria-live="polite">
        {newsText(store.news.value, sheet, text)}
      </p>
    </div>
  );
}

function followSize(element: SVGSVGElement | null, take: (size: Size) => void): () => void {
  if (!element) return () => undefined;
  const resized = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = element;
    if (clientWidth > 0 && clientHeight > 0) take({ width: clientWidth, height: clientHeight });
  });
  resized.observe(element);
  return () => resized.disconnect();
}

/** The focus is where the selection is, as long as it is on the stage; a shape in the making begins with it there. */
function useFocus<S extends string>(
  store: DrawingStore<S>,
  svg: { readonly current: SVGSVGElement | null },
): void {
  const making = store.making.value !== null;
  const selection = store.selection.value;
  const had = useRef(false);
  const element = svg.current;
  useEffect(
    () =>
      // Told before the change is drawn: afterwards the focused shape may be gone.
      store.selection.subscribe(() => {
        const active = document.activeElement;
        had.current = active !== null && (svg.current?.contains(active) ?? false);
      }),
    [store, svg],
  );
  useLayoutEffect(() => {
    if (!element || !had.current) return;
    // As it is now: keys may have come faster than the page was drawn.
    const { key, index } = store.selection.peek() ?? { key: null, index: null };
    const target = key === null ? element : element.querySelector(targetOf(key, index));
    const active = document.activeElement;
    if (target instanceof SVGElement && target !== active) target.focus({ preventScroll: true });
  }, [store, element, selection]);
  useEffect(() => {
    if (making) svg.current?.focus({ preventScroll: true });
  }, [making, svg]);
}

function targetOf(key: number, index: number | null): string {
  return `[data-target="${key}${index === null ? '' : `:${index}`}"]`;
}

interface PointerHandlers {
  onPointerDown(event: PointerEvent): void;
  onPointerMove(event: PointerEvent): void;
  onPointerUp(event: PointerEvent): void;
  onPointerCancel(): void;
  onDblClick(event: MouseEvent): void;
}

function usePointer<S extends string>(
  store: DrawingStore<S>,
  svg: { readonly current: SVGSVGElement | null },
): PointerHandlers {
  const gestures = useMemo(() => createDrawingGestures(store), [store]);
  const wasMaking = useRef(false);
  const { width, height, seenY } = store.sheet;
  const placeOf = (event: MouseEvent): { readonly at: Point<S>; readonly reach: number } | null => {
    const box = svg.current?.getBoundingClientRect();
    if (!box || box.width === 0 || box.height === 0) return null;
    const x = ((event.clientX - box.left) / box.width) * width;
    const y = ((event.clientY - box.top) / box.height) * height;
    return { at: { x, y }, reach: (FINGER / box.height) * height * seenY };
  };
  return {
    onPointerDown(event) {
      const place = event.button === 0 ? placeOf(event) : null;
      if (!place) return;
      wasMaking.current = store.making.value !== null;
      svg.current?.setPointerCapture(event.pointerId);
      gestures.press(place.at, place.reach);
    },
    onPointerMove(event) {
      const place = placeOf(event);
      if (place) gestures.move(place.at, place.reach);
    },
    onPointerUp(event) {
      const place = event.button === 0 ? placeOf(event) : null;
      if (place) gestures.release(place.at, place.reach);
    },
    onPointerCancel: () => gestures.abandon(),
    onDblClick(event) {
      const place = wasMaking.current ? null : placeOf(event);
      if (place) gestures.split(place.at, place.reach);
    },
  };
}
