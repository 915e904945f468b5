import { describe, expect, it, test } from 'vitest';
import { pictureSheet } from '../../src/core/drawing/sheet.ts';
import type { NewShape } from '../../src/core/drawing/draft-shape.ts';
import { createDrawingGestures } from '../../src/state/drawing-gestures.ts';
import { createDrawingStore } from '../../src/state/drawing-store.ts';
import { aDraft, aDrawing } from '../builders/drawing.ts';

const SHEET = pictureSheet(1);
const REACH = 0.04;
const square = aDraft('zone', [
  [0.2, 0.2],
  [0.6, 0.2],
  [0.6, 0.6],
  [0.2, 0.6],
]);
const { form, name, kind, owner, from, isNewSeries } = aDraft('line', []);
const LINE = { form, name, kind, owner, from, isNewSeries };

function anEditor(...shapes: readonly NewShape<'image'>[]) {
  const store = createDrawingStore(aDrawing(...shapes), SHEET);
  const gestures = createDrawingGestures(store);
  const drag = (...way: readonly (readonly [number, number])[]): void => {
    const points = way.map(([x, y]) => ({ x, y }));
    const [first = { x: 0, y: 0 }] = points;
    gestures.press(first, REACH);
    for (const point of points) gestures.move(point, REACH);
    gestures.release(points.at(-1) ?? first, REACH);
  };
  const pointsOf = (key: number) =>
    store.drawing.value.shapes
      .find((shape) => shape.key === key)
      ?.points.map(({ x, y }) => [Number(x.toFixed(6)), Number(y.toFixed(6))]);
  return { store, gestures, drag, pointsOf };
}

describe('drawing by keyboard alone', () => {
  it('sets points where the cursor is, and finishes on the second Enter', () => {
    const { store, pointsOf } = anEditor();
    store.begin(LINE);
    store.nudge({ x: -0.2, y: 0 });
    store.place(store.making.value!.cursor, 0);
    store.nudge({ x: 0.4, y: 0 });
    store.place(store.making.value!.cursor, 0);
    expect(store.making.value?.points).toHaveLength(2);
    store.place(store.making.value!.cursor, 0);
    expect(store.making.value).toBeNull();
    expect(store.news.value).toEqual({ kind: 'finished' });
    expect(pointsOf(0)).toEqual([
      [0.3, 0.5],
      [0.7, 0.5],
    ]);
    expect(store.selected.value).toMatchObject({ form: 'line', inward: { x: 0, y: 1 } });
  });

  it('is not finished with too few points, and given up by Esc', () => {
    const { store } = anEditor();
    store.begin(LINE);
    store.place({ x: 0.5, y: 0.5 }, 0);
    store.place({ x: 0.5, y: 0.5 }, 0);
    expect(store.news.value).toEqual({ kind: 'too-few', form: 'line' });
    expect(store.making.value).not.toBeNull();
    store.cancel();
    expect(store.making.value).toBeNull();
    expect(store.isChanged.value).toBe(false);
  });

  it('moves a point, then its shape, and says where they are', () => {
    const { store, pointsOf } = anEditor(square);
    store.select({ key: 0, index: 2 });
    store.nudge({ x: 0.1, y: 0 });
    store.nudge({ x: 0.1, y: 0 });
    expect(store.news.value).toMatchObject({ kind: 'moved', number: 3 });
    expect(pointsOf(0)?.[2]).toEqual([0.8, 0.6]);
    store.select({ key: 0, index: null });
    store.nudge({ x: 0, y: 0.1 });
    expect(pointsOf(0)?.[2]).toEqual([0.8, 0.7]);
    store.undo();
    store.undo();
    expect(pointsOf(0)?.[2]).toEqual([0.6, 0.6]);
    expect(store.canUndo.value).toBe(false);
  });

  it('removes a point, but none that the shape needs, and the shape', () => {
    const { store, pointsOf } = anEditor(square);
    store.select({ key: 0, index: 1 });
    store.remove();
    expect(pointsOf(0)).toHaveLength(3);
    store.select({ key: 0, index: 1 });
    store.remove();
    expect(store.news.value).toEqual({ kind: 'too-few', form: 'zone' });
    store.select({ key: 0, index: null });
    store.remove();
    expect(store.drawing.value.shapes).toEqual([]);
    expect(store.selection.value).toBeNull();
    store.undo();
    expect(pointsOf(0)).toHaveLength(3);
  });

  it('selects nothing that an undo has taken away', () => {
    const { store } = anEditor();
    store.begin(LINE);
    store.setPoints([
      { x: 0.1, y: 0.1 },
      { x: 0.9, y: 0.1 },
    ]);
    expect(store.selection.value).toEqual({ key: 0, index: null });
    store.undo();
    expect(store.selection.value).toBeNull();
    store.redo();
    expect(store.drawing.value.shapes).toHaveLength(1);
  });
});

describe('drawing by mouse or finger', () => {
  it('sets a point with each press, drawn level to the one before, and closes a polygon at its beginning', () => {
    const { store, drag, pointsOf } = anEditor();
    store.begin({ ...LINE, form: 'zone', kind: 'area' });
    for (const [x, y] of [
      [0.2, 0.2],
      [0.6, 0.21],
      [0.6, 0.6],
      [0.205, 0.205],
    ] as const) {
      drag([x, y]);
    }
    expect(pointsOf(0)).toEqual([
      [0.2, 0.2],
      [0.6, 0.2],
      [0.6, 0.6],
    ]);
  });

  it('finishes a line with a press on its last point', () => {
    const { store, drag } = anEditor();
    store.begin(LINE);
    drag([0.2, 0.5]);
    drag([0.8, 0.5]);
    drag([0.8, 0.5]);
    expect(store.selected.value?.points).toHaveLength(2);
  });

  test.each<{ what: string; way: readonly (readonly [number, number])[]; index: number; place: number[] }>([
    {
      what: 'a point',
      way: [
        [0.61, 0.59],
        [0.75, 0.7],
      ],
      index: 2,
      place: [0.74, 0.71],
    },
    {
      what: 'a whole shape',
      way: [
        [0.4, 0.4],
        [0.45, 0.5],
        [0.5, 0.45],
      ],
      index: 0,
      place: [0.3, 0.25],
    },
  ])('moves $what as one step', ({ way, index, place }) => {
    const { store, drag, pointsOf } = anEditor(square);
    store.snaps.value = false;
    drag(...way);
    expect(pointsOf(0)?.[index]).toEqual(place);
    store.undo();
    expect(store.isChanged.value).toBe(false);
  });

  it('does not move what is only touched', () => {
    const { store, drag } = anEditor(square);
    drag([0.61, 0.59], [0.612, 0.592]);
    expect(store.selection.value).toEqual({ key: 0, index: 2 });
    expect(store.isChanged.value).toBe(false);
    drag([0.95, 0.95]);
    expect(store.selection.value).toBeNull();
  });

  it('puts a point into the middle of a selected edge by pulling it, as one step', () => {
    const { store, drag, pointsOf } = anEditor(square);
    store.snaps.value = false;
    store.select({ key: 0, index: null });
    drag([0.4, 0.2], [0.4, 0.1], [0.45, 0.05]);
    expect(pointsOf(0)).toEqual([
      [0.2, 0.2],
      [0.45, 0.05],
      [0.6, 0.2],
      [0.6, 0.6],
      [0.2, 0.6],
    ]);
    store.undo();
    expect(pointsOf(0)).toHaveLength(4);
    expect(store.canUndo.value).toBe(false);
  });

  it('puts a point into an edge at a double press', () => {
    const { gestures, pointsOf } = anEditor(square);
    gestures.split({ x: 0.3, y: 0.2 }, REACH);
    expect(pointsOf(0)?.[1]).toEqual([0.3, 0.2]);
  });

  it('moves one side of a rectangle', () => {
    const { drag, pointsOf } = anEditor({ ...square, form: 'region' });
    drag([0.6, 0.4], [0.8, 0.5]);
    expect(pointsOf(0)).toEqual([
      [0.2, 0.2],
      [0.8, 0.2],
      [0.8, 0.6],
      [0.2, 0.6],
    ]);
  });

  it('draws a moved point to a point of another shape, unless that is switched off', () => {
    const door = aDraft(
      'line',
      [
        [0.8, 0.8],
        [0.8, 0.3],
      ],
      { inward: { x: 1, y: 0 } },
    );
    const snapping = anEditor(square, door);
    snapping.drag([0.6, 0.6], [0.79, 0.79]);
    expect(snapping.pointsOf(0)?.[2]).toEqual([0.8, 0.8]);
    const free = anEditor(square, door);
    free.store.snaps.value = false;
    free.drag([0.6, 0.6], [0.79, 0.79]);
    expect(free.pointsOf(0)?.[2]).toEqual([0.79, 0.79]);
  });
});

describe('what is written beside the drawing', () => {
  it('names a shape in one step, also while it is drawn', () => {
    const { store } = anEditor(square);
    store.select({ key: 0, index: null });
    for (const name of ['s', 'sh', 'shelf 2']) store.describe({ name });
    expect(store.selected.value?.name).toBe('shelf 2');
    store.undo();
    expect(store.isChanged.value).toBe(false);
    store.begin(LINE);
    store.describe({ name: 'door 2' });
    expect(store.making.value?.template.name).toBe('door 2');
  });

  it('tells what cannot be saved', () => {
    const { store } = anEditor(square);
    store.select({ key: 0, index: null });
    store.describe({ name: '' });
    expect(store.faults.value).toEqual([{ key: 0, fault: 'no-name' }]);
  });
});
