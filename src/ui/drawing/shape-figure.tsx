import type { JSX } from 'preact';
import { edgesOf, isBox, isOpen, isPlanLine, type DraftShape } from '../../core/drawing/draft-shape.ts';
import type { Point } from '../../core/geometry/point.ts';
import type { DrawingStore } from '../../state/drawing-store.ts';
import { useText } from '../app-context.ts';
import type { Text } from '../i18n/error-text.ts';
import { placeText, nameOfShape, shapeLabel, sizeText } from './drawing-words.ts';
import type { ToPixels } from './use-sheet.ts';
import styles from './drawing-stage.module.css';

const ARROW = 34;
const WING = 9;

/** A shape with its name and in side; where it is selected, its points as well. All of it is reached by Tab. */
export function ShapeFigure<S extends string>({
  store,
  shape,
  at,
}: {
  readonly store: DrawingStore<S>;
  readonly shape: DraftShape<S>;
  readonly at: ToPixels;
}): JSX.Element {
  const text = useText();
  const isSelected = store.selection.value?.key === shape.key;
  const path = pathOf(shape, at);
  return (
    <g class={styles.shape} data-form={shape.form} data-kind={shape.kind} data-selected={isSelected}>
      <g
        tabindex={0}
        role="button"
        aria-label={shapeLabel(shape, store.sheet, text)}
        aria-pressed={isSelected}
        data-target={`${shape.key}`}
        onFocus={() => store.select({ key: shape.key, index: null })}
      >
        <path class={styles.casing} d={path} />
        <path class={styles.body} d={path} />
        {shape.inward && <InArrow points={shape.points} inward={shape.inward} at={at} />}
        <ShapeName shape={shape} at={at} name={inscription(shape, isSelected, text)} />
      </g>
      {isSelected && <Middles shape={shape} at={at} />}
      {isSelected &&
        shape.points.map((point, index) => {
          const { x, y } = at(point);
          const name = nameOfShape(shape, text);
          return (
            <g
              key={index}
              class={styles.point}
              tabindex={0}
              role="button"
              aria-label={text.m.drawing.pointLabel(
                name,
                [index + 1, shape.points.length],
                placeText(point, store.sheet, text),
              )}
              data-target={`${shape.key}:${index}`}
              data-selected={store.selection.value?.index === index}
              onFocus={() => store.select({ key: shape.key, index })}
            >
              <circle class={styles.touch} cx={x} cy={y} r={22} />
              <circle class={styles.handle} cx={x} cy={y} r={8} />
            </g>
          );
        })}
    </g>
  );
}

/** What stands on a shape: shelves and walls have no name, and a selected shelf says how large it is. */
function inscription(shape: DraftShape<string>, isSelected: boolean, text: Text): string {
  if (isPlanLine(shape.form)) return '';
  if (shape.form === 'fixture') return isSelected ? sizeText(shape.points, text) : '';
  return nameOfShape(shape, text);
}

/** Where pulling puts a point in between. */
function Middles({
  shape,
  at,
}: {
  readonly shape: DraftShape<string>;
  readonly at: ToPixels;
}): JSX.Element | null {
  if (isBox(shape.form)) return null;
  return (
    <>
      {edgesOf(shape).map(([a, b], index) => {
        const { x, y } = at({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
        return <circle key={index} class={styles.middle} cx={x} cy={y} r={5} />;
      })}
    </>
  );
}

function ShapeName({
  shape,
  at,
  name,
}: {
  readonly shape: DraftShape<string>;
  readonly at: ToPixels;
  readonly name: string;
}): JSX.Element {
  const { x, y } = nameAt(shape, at);
  return (
    <text class={styles.name} x={x} y={y}>
      {name}
    </text>
  );
}

/** Where the name stands: behind a line's arrow, at the top of a detection range, in the middle of everything else. */
function nameAt({ form, points, inward }: DraftShape<string>, at: ToPixels): Point<string> {
  if (inward) {
    const { from, ahead } = arrowOf(points, inward, at);
    return { x: from.x - ahead.x * 48, y: from.y - ahead.y * 22 };
  }
  const places = points.map(at);
  const sum = (axis: 'x' | 'y'): number => places.reduce((total, place) => total + place[axis], 0);
  const middle = { x: sum('x') / places.length, y: sum('y') / places.length };
  return form === 'region' ? { x: middle.x, y: Math.min(...places.map(({ y }) => y)) + 18 } : middle;
}

/** An arrow across the middle of a line, towards the in side. */
export function InArrow({
  points,
  inward,
  at,
}: {
  readonly points: readonly Point<string>[];
  readonly inward: Point<string>;
  readonly at: ToPixels;
}): JSX.Element {
  const { from, ahead } = arrowOf(points, inward, at);
  const end = { x: from.x + ahead.x * ARROW, y: from.y + ahead.y * ARROW };
  const wing = (side: 1 | -1): string =>
    `${end.x - WING * (ahead.x + side * ahead.y)} ${end.y - WING * (ahead.y - side * ahead.x)}`;
  const d = `M${from.x} ${from.y}L${end.x} ${end.y}M${wing(1)}L${end.x} ${end.y}L${wing(-1)}`;
  return (
    <>
      <path class={styles.casing} d={d} />
      <path class={styles.arrow} d={d} />
    </>
  );
}

/** Middle of the middle edge, and the direction as it is seen. */
function arrowOf(
  points: readonly Point<string>[],
  inward: Point<string>,
  at: ToPixels,
): { readonly from: Point<string>; readonly ahead: Point<string> } {
  const index = Math.max(1, Math.floor(points.length / 2));
  const a = points[index - 1] ?? { x: 0, y: 0 };
  const b = points[index] ?? a;
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const from = at(middle);
  const tip = at({ x: middle.x + inward.x, y: middle.y + inward.y });
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  return { from, ahead: { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length } };
}

/** The outline as an SVG path. */
export function pathOf({ form, points }: Pick<DraftShape<string>, 'form' | 'points'>, at: ToPixels): string {
  const corners = points.map(at).map(({ x, y }) => `${x} ${y}`);
  return corners.length === 0 ? '' : `M${corners.join('L')}${isOpen(form) ? '' : 'Z'}`;
}
