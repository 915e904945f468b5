import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import {
  advance,
  beginHistory,
  endGesture,
  redo,
  undo,
  type DraftHistory,
} from '../core/drawing/draft-history.ts';
import {
  isBox,
  isFull,
  leastPoints,
  leastToMake,
  mostPoints,
  shapeOf,
  type DraftShape,
  type Drawing,
  type NewShape,
  type ShapeForm,
} from '../core/drawing/draft-shape.ts';
import { applyCommand, type Description, type DrawingCommand } from '../core/drawing/drawing-command.ts';
import { faultsIn, type ShapeFault } from '../core/drawing/shape-faults.ts';
import { boundsFor, movedWithin, onGrid, onSheet, seenDistance, type Sheet } from '../core/drawing/sheet.ts';
import type { Point } from '../core/geometry/point.ts';

/** What is selected: a shape, or one of its points. */
export interface Selection {
  readonly key: number;
  readonly index: number | null;
}

/** What a new shape is, before it has points. */
export type ShapeTemplate<S extends string> = Omit<NewShape<S>, 'points' | 'inward'>;

/** A shape that is being drawn, point by point. */
export interface Making<S extends string> {
  /** What it will be, but for its points. */
  readonly template: ShapeTemplate<S>;
  readonly points: readonly Point<S>[];
  /** Where the next point would be. */
  readonly cursor: Point<S>;
}

/** What has just happened, for those who do not see it. */
export type DrawingNews<S extends string> =
  | { readonly kind: 'cursor' | 'placed' | 'moved'; readonly at: Point<S>; readonly number: number }
  | { readonly kind: 'begun' | 'finished' | 'removed' | 'point-removed' | 'cancelled' }
  | { readonly kind: 'undone' | 'redone' | 'flipped' }
  | { readonly kind: 'too-few'; readonly form: ShapeForm };

/** One drawing while it is edited: what is selected, what is being drawn, and every step back. */
export interface DrawingStore<S extends string> {
  readonly sheet: Sheet;
  readonly drawing: ReadonlySignal<Drawing<S>>;
  readonly selection: ReadonlySignal<Selection | null>;
  readonly selected: ReadonlySignal<DraftShape<S> | null>;
  readonly making: ReadonlySignal<Making<S> | null>;
  readonly news: ReadonlySignal<DrawingNews<S> | null>;
  /** Points are drawn to other points, edges, and into line. */
  readonly snaps: Signal<boolean>;
  /** Step of the grid on which they come to lie as well, in units of the sheet; 0: there is none. */
  readonly grid: Signal<number>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  readonly isChanged: ReadonlySignal<boolean>;
  /** What was changed and cannot be saved as it is. */
  readonly faults: ReadonlySignal<readonly { readonly key: number; readonly fault: ShapeFault }[]>;
  /** Carries out a command. Commands with the same gesture, one after another, are undone together. */
  run(command: DrawingCommand<S>, gesture?: string): void;
  /** The next command is a step of its own. */
  endGesture(): void;
  select(selection: Selection | null): void;
  /** Another size of the sheet. Shapes stay where they are, and one that reaches beyond it is a fault. */
  resize(sheet: Sheet): void;
  /** Adds a whole shape and selects it. */
  add(shape: NewShape<S>): void;
  /** Begins to draw a shape; the cursor is in the middle. Nothing happens where there is no room for another. */
  begin(template: ShapeTemplate<S>): void;
  /** Says what the selected shape, or the one that is being drawn, is called and counts as. */
  describe(as: Description): void;
  /** Gives the selected shape these points, or the one that is being drawn, which is finished by it. */
  setPoints(points: readonly Point<S>[]): void;
  moveCursor(to: Point<S>): void;
  /** Sets a point; where the last point is, or a polygon began, it finishes instead. `reach` as it is seen. */
  place(at: Point<S>, reach: number): void;
  finish(): void;
  /** Stops drawing, else selects nothing. */
  cancel(): void;
  /** Moves what is selected, or the cursor, by units of the sheet. */
  nudge(by: Point<S>): void;
  /** Takes away the selected point or shape, or the point that was set last. */
  remove(): void;
  undo(): void;
  redo(): void;
}

/** Begins to edit a drawing. */
export function createDrawingStore<S extends string>(start: Drawing<S>, sheet: Sheet): DrawingStore<S> {
  return new Editing(start, sheet);
}

class Editing<S extends string> implements DrawingStore<S> {
  readonly #sheet: Signal<Sheet>;
  readonly #startSheet: Sheet;
  readonly #start: Drawing<S>;
  readonly #history: Signal<DraftHistory<Drawing<S>>>;
  readonly selection = signal<Selection | null>(null);
  readonly making = signal<Making<S> | null>(null);
  readonly news = signal<DrawingNews<S> | null>(null);
  readonly snaps = signal(true);
  readonly grid = signal(0);
  readonly drawing = computed(() => this.#history.value.present);
  readonly selected = computed(() => shapeOf(this.drawing.value, this.selection.value?.key ?? null) ?? null);
  readonly canUndo = computed(() => this.#history.value.past.length > 0);
  readonly canRedo = computed(() => this.#history.value.future.length > 0);
  readonly isChanged = computed(() => this.drawing.value !== this.#start || this.sheet !== this.#startSheet);
  readonly faults = computed(() => faultsIn(this.drawing.value, { sheet: this.sheet, before: this.#start }));

  constructor(start: Drawing<S>, sheet: Sheet) {
    this.#sheet = signal(sheet);
    this.#startSheet = sheet;
    this.#start = start;
    this.#history = signal(beginHistory(start));
  }

  get sheet(): Sheet {
    return this.#sheet.value;
  }

  resize(sheet: Sheet): void {
    const { width, height } = this.sheet;
    if (sheet.width !== width || sheet.height !== height) this.#sheet.value = sheet;
  }

  run(command: DrawingCommand<S>, gesture?: string): void {
    const next = applyCommand(this.drawing.value, command, this.sheet);
    this.#history.value = advance(this.#history.value, next, gesture);
    if (command.kind === 'flip') this.news.value = { kind: 'flipped' };
  }

  endGesture(): void {
    this.#history.value = endGesture(this.#history.value);
  }

  select(selection: Selection | null): void {
    const current = this.selection.value;
    if (current?.key === selection?.key && current?.index === selection?.index) return;
    this.endGesture();
    this.selection.value = selection;
  }

  add(shape: NewShape<S>): void {
    const key = this.drawing.value.nextKey;
    this.run({ kind: 'add', shape });
    if (shapeOf(this.drawing.value, key)) this.select({ key, index: null });
  }

  begin(template: ShapeTemplate<S>): void {
    if (isFull(this.drawing.value, template.form)) return;
    const { width, height } = this.sheet;
    this.select(null);
    const cursor = onGrid<S>(this.grid.value, { x: width / 2, y: height / 2 });
    this.making.value = { template, points: [], cursor: onSheet(this.sheet, cursor) };
    this.news.value = { kind: 'begun' };
  }

  describe(as: Description): void {
    const making = this.making.value;
    const key = this.selection.value?.key;
    if (making) this.making.value = { ...making, template: { ...making.template, ...as } };
    else if (key !== undefined)
      this.run({ kind: 'describe', key, as }, `describe ${key} ${Object.keys(as).join()}`);
  }

  setPoints(points: readonly Point<S>[]): void {
    const making = this.making.value;
    const key = this.selection.value?.key;
    if (making && points.length >= leastPoints(making.template.form)) {
      this.making.value = null;
      this.add({ ...making.template, points, inward: null });
    } else if (key !== undefined) this.run({ kind: 'set-points', key, points }, `points ${key}`);
  }

  moveCursor(to: Point<S>): void {
    const making = this.making.value;
    if (making) this.making.value = { ...making, cursor: onSheet(this.sheet, to) };
  }

  place(at: Point<S>, reach: number): void {
    const making = this.making.value;
    if (!making) return;
    const { template, points } = making;
    const isNear = (point: Point<S> | undefined): boolean =>
      point !== undefined && seenDistance(this.sheet, at, point) <= reach;
    const closes = template.form !== 'line' && points.length > 2 && isNear(points[0]);
    if (isNear(points.at(-1)) || closes) {
      // Walls that end where they begin go all the way round.
      const form = closes && template.form === 'wall' ? 'outline' : template.form;
      this.making.value = { ...making, template: { ...template, form } };
      this.finish();
      return;
    }
    const placed = [...points, onSheet(this.sheet, at)];
    this.making.value = { template, points: placed, cursor: onSheet(this.sheet, at) };
    this.news.value = { kind: 'placed', at, number: placed.length };
    if (placed.length === (isBox(template.form) ? leastToMake : mostPoints)(template.form)) this.finish();
  }

  finish(): void {
    const making = this.making.value;
    if (!making) return;
    const { template, points } = making;
    if (points.length < leastToMake(template.form)) {
      this.news.value = { kind: 'too-few', form: template.form };
      return;
    }
    this.making.value = null;
    this.add({ ...template, points, inward: null });
    this.news.value = { kind: 'finished' };
  }

  cancel(): void {
    if (this.making.value) this.news.value = { kind: 'cancelled' };
    this.making.value = null;
    this.select(null);
  }

  nudge(by: Point<S>): void {
    const making = this.making.value;
    if (making) {
      const [cursor = making.cursor] = movedWithin(boundsFor(this.sheet, 'wall'), [making.cursor], by);
      this.making.value = { ...making, cursor };
      this.news.value = { kind: 'cursor', at: cursor, number: making.points.length + 1 };
      return;
    }
    const at = this.selection.value;
    const shape = this.selected.value;
    if (!at || !shape) return;
    const { key, index } = at;
    const gesture = `nudge ${key} ${index ?? ''}`;
    const point = shape.points[index ?? 0];
    if (index === null || !point) this.run({ kind: 'move-shape', key, by }, gesture);
    else {
      this.run({ kind: 'move-point', key, index, to: { x: point.x + by.x, y: point.y + by.y } }, gesture);
    }
    const moved = shapeOf(this.drawing.value, key)?.points[index ?? 0];
    if (moved) this.news.value = { kind: 'moved', at: moved, number: (at.index ?? 0) + 1 };
  }

  remove(): void {
    const making = this.making.value;
    if (making) {
      this.making.value = { ...making, points: making.points.slice(0, -1) };
      this.news.value = { kind: 'point-removed' };
      return;
    }
    const at = this.selection.value;
    const shape = this.selected.value;
    if (!at || !shape) return;
    const isPoint = at.index !== null && shape.points.length > leastPoints(shape.form);
    if (at.index !== null && !isPoint) {
      this.news.value = { kind: 'too-few', form: shape.form };
      return;
    }
    if (at.index !== null) this.run({ kind: 'remove-point', key: at.key, index: at.index });
    else this.run({ kind: 'remove', key: at.key });
    this.select(at.index === null ? null : { key: at.key, index: null });
    this.news.value = { kind: isPoint ? 'point-removed' : 'removed' };
  }

  undo(): void {
    this.making.value = null;
    this.#step(undo, 'undone');
  }

  redo(): void {
    this.#step(redo, 'redone');
  }

  /** What was selected may be gone, or have fewer points. */
  #step(step: <T>(history: DraftHistory<T>) => DraftHistory<T>, kind: 'undone' | 'redone'): void {
    const before = this.#history.value;
    this.#history.value = step(before);
    if (this.#history.value === before) return;
    const at = this.selection.value;
    const shape = this.selected.value;
    if (!shape) this.selection.value = null;
    else if (at?.index != null && !shape.points[at.index])
      this.selection.value = { key: at.key, index: null };
    this.news.value = { kind };
  }
}
