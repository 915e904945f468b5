import { hitTest, takesPoints, type Hit } from '../core/drawing/hit-test.ts';
import { edgesOf, isBox, shapeOf, type DraftShape } from '../core/drawing/draft-shape.ts';
import { onGrid, seenDistance } from '../core/drawing/sheet.ts';
import { neighboursOf, snapPoint, type SnapOptions } from '../core/drawing/snap.ts';
import type { Point } from '../core/geometry/point.ts';
import type { DrawingStore, Making } from './drawing-store.ts';

/** How a finger or a mouse draws. Distances are as they are seen: picture heights, or metres. */
export interface DrawingGestures<S extends string> {
  press(at: Point<S>, reach: number): void;
  /** Moves what was pressed, or the point that would be set. */
  move(at: Point<S>, reach: number): void;
  release(at: Point<S>, reach: number): void;
  /** The finger is gone without a release: nothing is set. */
  abandon(): void;
  /** Puts a point into the edge that lies there. */
  split(at: Point<S>, reach: number): void;
}

/** Snapping reaches less far than a finger: what is meant to be apart must stay apart. */
const SNAP_SHARE = 0.5;
/** Who presses and lets go within this share of the reach has not moved anything. */
const STILL_SHARE = 0.25;

interface Drag<S extends string> {
  hit: Hit;
  readonly from: Point<S>;
  /** How far the finger was from the point that it took, or from the first point of its shape. */
  readonly grip: Point<S>;
  readonly name: string;
  /** A point is put into this edge as soon as the finger moves. */
  readonly splits: boolean;
  isMoving: boolean;
}

/** Gestures over a drawing. */
export function createDrawingGestures<S extends string>(store: DrawingStore<S>): DrawingGestures<S> {
  return new Gestures(store);
}

class Gestures<S extends string> implements DrawingGestures<S> {
  readonly #store: DrawingStore<S>;
  #drag: Drag<S> | null = null;
  #drags = 0;
  /** Where a press has set the first point of a shape that can be drawn with one pull. */
  #pulledFrom: Point<S> | null = null;

  constructor(store: DrawingStore<S>) {
    this.#store = store;
  }

  press(at: Point<S>, reach: number): void {
    const making = this.#store.making.value;
    const hit = making ? null : this.#hit(at, reach);
    if (making) this.#pressToMake(making, at, reach);
    else if (hit) this.#take(hit, at, reach);
    else this.#store.select(null);
  }

  move(at: Point<S>, reach: number): void {
    if (this.#store.making.value) this.#store.moveCursor(this.#snappedCursor(at, reach));
    const drag = this.#drag;
    if (!drag) return;
    const away = seenDistance(this.#store.sheet, drag.from, at);
    if (!drag.isMoving && away > reach * STILL_SHARE) this.#begin(drag, at);
    if (drag.isMoving) this.#pull(drag, at, reach);
  }

  release(at: Point<S>, reach: number): void {
    const from = this.#pulledFrom;
    const isStill = from && seenDistance(this.#store.sheet, from, at) <= reach * STILL_SHARE;
    if (this.#store.making.value && !isStill) {
      this.#store.place(this.#snappedCursor(at, reach), from ? 0 : reach * SNAP_SHARE);
      if (from) this.#store.finish();
    }
    this.#end();
  }

  abandon(): void {
    if (this.#pulledFrom && this.#store.making.value) this.#store.remove();
    this.#end();
  }

  #end(): void {
    this.#drag = null;
    this.#pulledFrom = null;
    this.#store.endGesture();
  }

  split(at: Point<S>, reach: number): void {
    const hit = this.#hit(at, reach);
    const shape = hit?.kind === 'edge' ? shapeOf(this.#store.drawing.value, hit.key) : undefined;
    if (hit?.kind !== 'edge' || !shape || !takesPoints(shape)) return;
    this.#store.run({ kind: 'insert-point', key: hit.key, index: hit.index, at });
    this.#store.select({ key: hit.key, index: hit.index + 1 });
  }

  #hit(at: Point<S>, reach: number): Hit | null {
    const selected = this.#store.selection.value?.key ?? null;
    return hitTest(this.#store.drawing.value, at, { sheet: this.#store.sheet, reach, selected });
  }

  /** A rectangle or a straight wall begins where the finger comes down, and may end where it is let go. */
  #pressToMake({ template: { form }, points }: Making<S>, at: Point<S>, reach: number): void {
    this.#store.moveCursor(this.#snappedCursor(at, reach));
    if (points.length > 0 || (form !== 'fixture' && form !== 'wall')) return;
    this.#pulledFrom = at;
    this.#store.place(this.#snappedCursor(at, reach), 0);
  }

  /** Where a point that is being set goes: in line with the one before. */
  #snappedCursor(at: Point<S>, reach: number): Point<S> {
    const making = this.#store.making.value;
    if (!making) return at;
    const { template, points } = making;
    // The corners of a rectangle are not to be in line with each other.
    const ends = isBox(template.form)
      ? []
      : [points.at(-1), template.form === 'line' ? undefined : points[0]];
    const neighbours = [...new Set(ends.filter((point) => point !== undefined))];
    return this.#snapped(at, reach, { key: null, neighbours });
  }

  #snapped(at: Point<S>, reach: number, moved: SnapOptions<S>['moved']): Point<S> {
    const { snaps, drawing, sheet, grid } = this.#store;
    if (!snaps.value) return at;
    const options = { drawing: drawing.value, sheet, grid: grid.value, reach: reach * SNAP_SHARE, moved };
    return snapPoint(at, options).at;
  }

  #gridded(at: Point<S>): Point<S> {
    return this.#store.snaps.value ? onGrid(this.#store.grid.value, at) : at;
  }

  #take(hit: Hit, at: Point<S>, reach: number): void {
    const shape = shapeOf(this.#store.drawing.value, hit.key);
    if (!shape) return;
    const isSelected = this.#store.selection.value?.key === hit.key;
    const splits = isSelected && takesPoints(shape) && this.#isMiddle(shape, hit, { at, reach });
    const point = shape.points[hit.kind === 'point' ? hit.index : 0] ?? at;
    const grip = splits ? { x: 0, y: 0 } : { x: point.x - at.x, y: point.y - at.y };
    this.#drags += 1;
    this.#drag = { hit, from: at, grip, splits, name: `drag ${this.#drags}`, isMoving: false };
    this.#store.select({ key: hit.key, index: hit.kind === 'point' ? hit.index : null });
  }

  #isMiddle(
    shape: DraftShape<S>,
    hit: Hit,
    { at, reach }: { readonly at: Point<S>; readonly reach: number },
  ): boolean {
    const edge = hit.kind === 'edge' ? edgesOf(shape)[hit.index] : undefined;
    if (!edge) return false;
    const [a, b] = edge;
    return seenDistance<S>(this.#store.sheet, at, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }) <= reach;
  }

  /** From its first movement on a finger in the middle of an edge holds a new point there. */
  #begin(drag: Drag<S>, at: Point<S>): void {
    drag.isMoving = true;
    if (!drag.splits || drag.hit.kind !== 'edge') return;
    const { key, index } = drag.hit;
    this.#store.select({ key, index: index + 1 });
    this.#store.run({ kind: 'insert-point', key, index, at }, drag.name);
    drag.hit = { kind: 'point', key, index: index + 1 };
  }

  #pull({ hit, grip, name }: Drag<S>, at: Point<S>, reach: number): void {
    const store = this.#store;
    const { key } = hit;
    const shape = shapeOf(store.drawing.value, key);
    const [first] = shape?.points ?? [];
    if (!shape || !first) return;
    const place = { x: at.x + grip.x, y: at.y + grip.y };
    if (hit.kind === 'point') {
      const neighbours = neighboursOf(store.drawing.value, hit);
      const to = this.#snapped(place, reach, { key, neighbours });
      store.run({ kind: 'move-point', key, index: hit.index, to }, name);
    } else if (hit.kind === 'edge' && isBox(shape.form)) {
      const corner = shape.points[hit.index] ?? first;
      const side = this.#gridded(at);
      const to = hit.index % 2 === 0 ? { x: corner.x, y: side.y } : { x: side.x, y: corner.y };
      store.run({ kind: 'move-point', key, index: hit.index, to }, name);
    } else {
      const to = this.#gridded(place);
      const by = { x: to.x - first.x, y: to.y - first.y };
      store.run({ kind: 'move-shape', key, by }, name);
    }
  }
}
