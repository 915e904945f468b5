import { isOpen, shapeOf } from '../../core/drawing/draft-shape.ts';
import { takesPoints } from '../../core/drawing/hit-test.ts';
import type { DrawingStore } from '../../state/drawing-store.ts';

const ARROWS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const WITH_SHIFT = 10;

/** Keys on the stage: what they do is done here, and nothing else. */
export function handleKey<S extends string>(store: DrawingStore<S>, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return; // undo is the editor's
  const { step } = store.sheet;
  const by = arrowOf(event, step, store.grid.value || step);
  if (by) store.nudge(by);
  else if (event.key === 'Enter' || event.key === ' ') enter(store);
  else if (event.key === 'Delete' || event.key === 'Backspace') store.remove();
  else if (event.key === 'Escape') store.cancel();
  else return;
  event.preventDefault();
}

/** The way that an arrow key goes: a small step, or ten of the sheet's steps with Shift; null for every other key. */
export function arrowOf(
  { key, shiftKey }: KeyboardEvent,
  step: number,
  small = step,
): { readonly x: number; readonly y: number } | null {
  const arrow = ARROWS[key];
  const length = shiftKey ? step * WITH_SHIFT : small;
  return arrow ? { x: arrow.x * length, y: arrow.y * length } : null;
}

/** Undo and redo, wherever the focus is in the editor but in a text field, which has its own. */
export function handleUndoKey(store: { undo(): void; redo(): void }, event: KeyboardEvent): void {
  const isText = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (!(event.ctrlKey || event.metaKey) || isText) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) store.redo();
  else store.undo();
}

/** Sets a point where the cursor is; on a shape goes to its first point; on a point adds one after it. */
function enter<S extends string>(store: DrawingStore<S>): void {
  const making = store.making.value;
  const at = store.selection.value;
  const shape = shapeOf(store.drawing.value, at?.key ?? null);
  if (making) {
    store.place(making.cursor, 0);
    return;
  }
  if (!at || !shape) return;
  if (at.index === null) {
    store.select({ key: at.key, index: 0 });
    return;
  }
  const point = shape.points[at.index];
  const next =
    shape.points[at.index + 1] ?? (isOpen(shape.form) ? shape.points[at.index - 1] : shape.points[0]);
  if (!point || !next || !takesPoints(shape)) return;
  // After the last point of a line there is nothing: the new one goes before it.
  const index = shape.points[at.index + 1] || !isOpen(shape.form) ? at.index : at.index - 1;
  const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
  store.run({ kind: 'insert-point', key: at.key, index, at: middle });
  store.select({ key: at.key, index: index + 1 });
}
