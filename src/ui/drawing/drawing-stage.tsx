import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { createDrawingGestures } from '../../state/drawing-gestures.ts';
import type { DrawingStore } from '../../state/drawing-store.ts';
import { useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { handleKey } from './drawing-keys.ts';
import { measureText, newsText } from './drawing-words.ts';
import { MakingFigure } from './making-figure.tsx';
import { ShapeFigure } from './shape-figure.tsx';
import { useSheet, type SheetOnScreen } from './use-sheet.ts';
import styles from './drawing-stage.module.css';

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
  const { sheet } = store;
  const screen = useSheet<S>(sheet);
  const { svg, at } = screen;
  useFocus(store, svg);
  const pointer = usePointer(store, screen);
  return (
    <div class={styles.stage} data-squared={sheet.unit === 'share'} style={screen.frame}>
      {children}
      <svg
        ref={svg}
        class={styles.sheet}
        viewBox={screen.viewBox}
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
  { svg, placeOf }: SheetOnScreen<S>,
): PointerHandlers {
  const gestures = useMemo(() => createDrawingGestures(store), [store]);
  const wasMaking = useRef(false);
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
