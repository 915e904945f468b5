import { describe, expect, it } from 'vitest';
import { planSheet } from '../../src/core/drawing/sheet.ts';
import { createDrawingGestures } from '../../src/state/drawing-gestures.ts';
import { createDrawingStore } from '../../src/state/drawing-store.ts';

const NEW = { name: '', kind: null, owner: null, from: null, isNewSeries: false } as const;

describe('drawing a plan', () => {
  const BOX = { ...NEW, form: 'fixture' } as const;
  const WALL = { ...NEW, form: 'wall' } as const;

  function aPlan() {
    const store = createDrawingStore<'floor'>(
      { shapes: [], nextKey: 0 },
      planSheet({ widthM: 10, depthM: 8 }),
    );
    store.grid.value = 0.5;
    const gestures = createDrawingGestures(store);
    const press = (x: number, y: number): void => gestures.press({ x, y }, 0.4);
    const release = (x: number, y: number): void => {
      gestures.move({ x, y }, 0.4);
      gestures.release({ x, y }, 0.4);
    };
    const corners = (key: number) => {
      const points = store.drawing.value.shapes.find((shape) => shape.key === key)?.points ?? [];
      return points.map(({ x, y }) => [x, y]);
    };
    return { store, gestures, press, release, corners };
  }

  it('makes a rectangle with one pull, from grid to grid', () => {
    const { store, press, release, corners } = aPlan();
    store.begin(BOX);
    press(3.1, 2.9);
    release(1.1, 1.2);
    expect(corners(0)).toEqual([
      [1, 1],
      [3, 1],
      [3, 3],
      [1, 3],
    ]);
    expect(store.making.value).toBeNull();
    expect(store.selected.value?.form).toBe('fixture');
    store.undo();
    expect(store.drawing.value.shapes).toEqual([]);
  });

  it('makes one with two presses as well', () => {
    const { store, press, release, corners } = aPlan();
    store.begin(BOX);
    press(1, 1);
    release(1.02, 1.02);
    expect(store.making.value?.points).toHaveLength(1);
    press(2.4, 2);
    release(2.4, 2);
    expect(corners(0)[2]).toEqual([2.5, 2]);
  });

  it('leaves nothing behind of a pull that was broken off', () => {
    const { store, gestures, press } = aPlan();
    store.begin(BOX);
    press(1, 1);
    gestures.move({ x: 3, y: 3 }, 0.4);
    gestures.abandon();
    expect(store.making.value?.points).toEqual([]);
  });

  it('makes a straight wall with one pull, and walls all round point by point', () => {
    const { store, press, release, corners } = aPlan();
    store.begin(WALL);
    press(0, 4);
    release(6, 4.1);
    expect(corners(0)).toEqual([
      [0, 4],
      [6, 4],
    ]);
    store.begin(WALL);
    for (const [x, y] of [
      [1, 5],
      [4, 5],
      [4, 7],
      [1, 5],
    ] as const) {
      press(x, y);
      release(x, y);
    }
    expect(store.selected.value).toMatchObject({ form: 'outline' });
    expect(corners(1)).toHaveLength(3);
  });

  it('takes a cursor from grid to grid, and two corners by keyboard', () => {
    const { store, corners } = aPlan();
    store.begin(BOX);
    expect(store.making.value?.cursor).toEqual({ x: 5, y: 4 });
    store.place(store.making.value!.cursor, 0);
    store.nudge({ x: 1, y: 0.5 });
    store.place(store.making.value!.cursor, 0);
    expect(corners(0)).toEqual([
      [5, 4],
      [6, 4],
      [6, 4.5],
      [5, 4.5],
    ]);
  });

  it('moves a whole shape from grid to grid, and an edge of a selected rectangle', () => {
    const { store, press, release, corners } = aPlan();
    store.add({
      ...BOX,
      inward: null,
      points: [
        { x: 1, y: 1 },
        { x: 3.2, y: 4 },
      ],
    });
    press(2, 2.5);
    release(3.1, 3.4);
    expect(corners(0)[0]).toEqual([2, 2]);
    press(4.25, 3.5);
    release(5.1, 3.5);
    expect(corners(0)[2]).toEqual([5, 5]);
  });

  it('can be made smaller: what reaches beyond it then cannot be saved', () => {
    const { store } = aPlan();
    store.add({
      ...BOX,
      inward: null,
      points: [
        { x: 7, y: 1 },
        { x: 9, y: 2 },
      ],
    });
    expect(store.faults.value).toEqual([]);
    store.resize(planSheet({ widthM: 8, depthM: 8 }));
    expect(store.faults.value).toEqual([{ key: 0, fault: 'off-sheet' }]);
  });
});
