import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { LEAST_PAIRS, MOST_PAIRS, type FloorPair } from '../core/calibration/floor-calibration.ts';
import {
  advance,
  beginHistory,
  endGesture,
  redo,
  undo,
  type DraftHistory,
} from '../core/drawing/draft-history.ts';
import type { Point } from '../core/geometry/point.ts';
import {
  EMPTY_MARK,
  formatMarks,
  isSideEmpty,
  parseMarks,
  placesOf,
  sideText,
  type MarkSide,
  type MarksInput,
  type MarkText,
} from './marks-input.ts';

/** 床の目印 of a camera while they are set in the picture, on the plan or by numbers. Rows are the numbering. */
export interface MarksStore {
  readonly rows: ReadonlySignal<readonly MarkText[]>;
  readonly typed: ReadonlySignal<MarksInput>;
  /** By row; null where a place cannot be read. */
  readonly places: ReadonlySignal<Readonly<Record<MarkSide, readonly (Point<string> | null)[]>>>;
  readonly selected: Signal<number | null>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** The row that the next new place on a side belongs to: the first one without, else a new one; null: all are taken. */
  next(side: MarkSide): number | null;
  /** Sets the place of the next row, which is selected then. */
  mark(side: MarkSide, at: Point<string>): void;
  /** Moves the place of a row; movements one after another are undone together. */
  move(row: number, side: MarkSide, at: Point<string>): void;
  endGesture(): void;
  /** What was typed into a row. */
  edit(row: number, change: Partial<MarkText>): void;
  /** One more empty row. */
  add(): void;
  /** Takes a row away, or what is in it while there are no more rows than needed. */
  remove(row: number): void;
  undo(): void;
  redo(): void;
}

/** Begins to set marks; null: there are none yet. */
export function createMarksStore(marks: readonly FloorPair[] | null): MarksStore {
  return new Marking(formatMarks(marks));
}

class Marking implements MarksStore {
  readonly #history: Signal<DraftHistory<readonly MarkText[]>>;
  readonly selected = signal<number | null>(null);
  readonly rows = computed(() => this.#history.value.present);
  readonly typed = computed(() => parseMarks(this.rows.value));
  readonly places = computed(() => ({
    image: placesOf(this.rows.value, 'image'),
    floor: placesOf(this.rows.value, 'floor'),
  }));
  readonly canUndo = computed(() => this.#history.value.past.length > 0);
  readonly canRedo = computed(() => this.#history.value.future.length > 0);

  constructor(rows: readonly MarkText[]) {
    this.#history = signal(beginHistory(rows));
  }

  next(side: MarkSide): number | null {
    const rows = this.rows.value;
    const empty = rows.findIndex((text) => isSideEmpty(text, side));
    if (empty >= 0) return empty;
    return rows.length < MOST_PAIRS ? rows.length : null;
  }

  mark(side: MarkSide, at: Point<string>): void {
    const row = this.next(side);
    if (row === null) return;
    const text = { ...(this.rows.value[row] ?? EMPTY_MARK), ...sideText(side, at) };
    this.#take([...this.rows.value.slice(0, row), text, ...this.rows.value.slice(row + 1)]);
    this.selected.value = row;
  }

  move(row: number, side: MarkSide, at: Point<string>): void {
    this.#change(row, sideText(side, at), `move ${row} ${side}`);
  }

  endGesture(): void {
    this.#history.value = endGesture(this.#history.value);
  }

  edit(row: number, change: Partial<MarkText>): void {
    this.#change(row, change, `edit ${row} ${Object.keys(change).join()}`);
  }

  add(): void {
    this.#take([...this.rows.value, EMPTY_MARK]);
  }

  remove(row: number): void {
    const rows = this.rows.value;
    this.#take(rows.length > LEAST_PAIRS ? rows.toSpliced(row, 1) : rows.with(row, EMPTY_MARK));
    this.selected.value = null;
  }

  undo(): void {
    this.#history.value = undo(this.#history.value);
    this.selected.value = null;
  }

  redo(): void {
    this.#history.value = redo(this.#history.value);
    this.selected.value = null;
  }

  #change(row: number, change: Partial<MarkText>, gesture: string): void {
    const text = this.rows.value[row];
    if (text) this.#take(this.rows.value.with(row, { ...text, ...change }), gesture);
  }

  #take(rows: readonly MarkText[], gesture?: string): void {
    this.#history.value = advance(this.#history.value, rows, gesture);
  }
}
