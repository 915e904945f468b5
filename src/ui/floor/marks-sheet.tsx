import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { onSheet, seenDistance, type Sheet } from '../../core/drawing/sheet.ts';
import type { Point } from '../../core/geometry/point.ts';
import type { MarkSide } from '../../state/marks-input.ts';
import type { MarksStore } from '../../state/marks-store.ts';
import { useText } from '../app-context.ts';
import { arrowOf } from '../drawing/drawing-keys.ts';
import { placeText } from '../drawing/drawing-words.ts';
import drawing from '../drawing/drawing-stage.module.css';
import { useSheet, type FingerPlace, type SheetOnScreen, type ToPixels } from '../drawing/use-sheet.ts';
import layout from '../styles/layout.module.css';
import styles from './marks-editor.module.css';

interface SideProps {
  readonly store: MarksStore;
  readonly side: MarkSide;
  readonly sheet: Sheet;
}

/** One side of the marks, the picture or the plan: a press sets the next one, and those that are there are pulled. */
export function MarksSheet({
  store,
  side,
  sheet,
  label,
  snap = (at) => at,
  children,
}: SideProps & {
  readonly label: string;
  /** Where a place comes to lie that was pointed at from so far away. */
  readonly snap?: (at: Point<string>, reach: number) => Point<string>;
  /** The backdrop. */
  readonly children: ComponentChildren;
}): JSX.Element {
  const text = useText();
  const screen = useSheet<string>(sheet);
  const cursor = useSignal<Point<string> | null>(null);
  const places = store.places.value[side];
  const pointer = usePointer({ store, side, sheet }, { screen, cursor, snap });
  const onKeyDown = (event: KeyboardEvent): void => handleKey({ store, side, sheet }, cursor, event);
  return (
    <div
      class={drawing.stage}
      data-squared={sheet.unit === 'share' && !store.typed.value.ok}
      style={screen.frame}
    >
      {children}
      <svg
        ref={screen.svg}
        class={drawing.sheet}
        viewBox={screen.viewBox}
        tabindex={0}
        role="application"
        aria-label={label}
        data-making="true"
        onKeyDown={onKeyDown}
        onBlur={() => (cursor.value = null)}
        {...pointer}
      >
        {places.map((place, row) =>
          place && isOn(sheet, place) ? (
            <g
              key={row}
              class={drawing.point}
              tabindex={0}
              role="button"
              aria-label={text.m.floor.markAt(row + 1, placeText(place, sheet, text))}
              aria-pressed={store.selected.value === row}
              data-row={row}
              data-selected={store.selected.value === row}
              onFocus={() => (store.selected.value = row)}
            >
              <MarkFigure place={screen.at(place)} number={row + 1} />
            </g>
          ) : null,
        )}
        {cursor.value && <Cursor place={cursor.value} at={screen.at} />}
      </svg>
      <p class={layout.hidden} role="status" aria-live="polite">
        {cursor.value ? placeText(cursor.value, sheet, text) : ''}
      </p>
    </div>
  );
}

function MarkFigure({
  place: { x, y },
  number,
}: {
  readonly place: { readonly x: number; readonly y: number };
  readonly number: number;
}): JSX.Element {
  const cross = `M${x - 9} ${y}H${x + 9}M${x} ${y - 9}V${y + 9}`;
  return (
    <>
      <circle class={drawing.touch} cx={x} cy={y} r={22} />
      <path class={drawing.casing} d={cross} />
      <path class={drawing.cursor} d={cross} />
      <circle class={styles.badge} cx={x + 15} cy={y - 15} r={11} />
      <text class={styles.number} x={x + 15} y={y - 15}>
        {number}
      </text>
    </>
  );
}

function Cursor({ place, at }: { readonly place: Point<string>; readonly at: ToPixels }): JSX.Element {
  const { x, y } = at(place);
  return (
    <path
      class={drawing.cursor}
      aria-hidden="true"
      d={`M${x - 14} ${y}H${x + 14}M${x} ${y - 14}V${y + 14}`}
    />
  );
}

function isOn({ width, height }: Sheet, { x, y }: Point<string>): boolean {
  return Math.min(x, y) >= 0 && x <= width && y <= height;
}

/** Arrow keys move the cursor, or the mark that has the focus; Enter sets a mark, Delete takes one away. */
function handleKey(
  { store, side, sheet }: SideProps,
  cursor: Signal<Point<string> | null>,
  event: KeyboardEvent,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return; // undo is the editor's
  const focused = event.target instanceof SVGElement ? event.target.dataset.row : undefined;
  const row = focused === undefined ? null : Number(focused);
  const step = arrowOf(event, sheet.step);
  if (step) {
    const from = row === null ? cursor.value : (store.places.value[side][row] ?? null);
    const { x, y } = from ?? { x: sheet.width / 2, y: sheet.height / 2 };
    const to = onSheet(sheet, { x: x + step.x, y: y + step.y });
    if (row === null) cursor.value = to;
    else store.move(row, side, to);
  } else if ((event.key === 'Enter' || event.key === ' ') && row === null) {
    store.mark(side, cursor.value ?? { x: sheet.width / 2, y: sheet.height / 2 });
  } else if ((event.key === 'Delete' || event.key === 'Backspace') && row !== null) store.remove(row);
  else if (event.key === 'Escape') cursor.value = null;
  else return;
  event.preventDefault();
}

function usePointer(
  { store, side, sheet }: SideProps,
  {
    screen,
    cursor,
    snap,
  }: {
    readonly screen: SheetOnScreen<string>;
    readonly cursor: Signal<Point<string> | null>;
    readonly snap: (at: Point<string>, reach: number) => Point<string>;
  },
) {
  /** The row that is held; null: a new mark is about to be set. */
  const held = useRef<number | null>(null);
  const isDown = useRef(false);
  const placed = ({ at, reach }: FingerPlace<string>): Point<string> => onSheet(sheet, snap(at, reach));
  const end = (): void => {
    isDown.current = false;
    cursor.value = null;
    store.endGesture();
  };
  return {
    onPointerDown(event: PointerEvent): void {
      const place = event.button === 0 ? screen.placeOf(event) : null;
      if (!place) return;
      screen.svg.current?.setPointerCapture(event.pointerId);
      isDown.current = true;
      held.current = nearest(store.places.value[side], { sheet, ...place });
      if (held.current === null) cursor.value = placed(place);
      else store.selected.value = held.current;
    },
    onPointerMove(event: PointerEvent): void {
      const place = isDown.current ? screen.placeOf(event) : null;
      if (!place) return;
      if (held.current === null) cursor.value = placed(place);
      else store.move(held.current, side, placed(place));
    },
    onPointerUp(event: PointerEvent): void {
      const place = isDown.current ? screen.placeOf(event) : null;
      if (place && held.current === null) store.mark(side, placed(place));
      end();
    },
    onPointerCancel: end,
  };
}

/** The row whose place is nearest within reach. */
function nearest(
  places: readonly (Point<string> | null)[],
  { sheet, at, reach }: FingerPlace<string> & { readonly sheet: Sheet },
): number | null {
  const [found] = places
    .flatMap((place, row) => (place ? [{ row, away: seenDistance(sheet, at, place) }] : []))
    .filter(({ away }) => away <= reach)
    .toSorted((a, b) => a.away - b.away);
  return found?.row ?? null;
}
