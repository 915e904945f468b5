import { describe, expect, it } from 'vitest';
import { createMarksStore } from '../../src/state/marks-store.ts';
import { someMarks } from '../builders/floor-views.ts';

describe('floor marks that are set on both sides', () => {
  it('are paired by their numbers, whichever side comes first', () => {
    const store = createMarksStore(null);
    const [first, second, third, fourth] = someMarks();
    for (const { image } of [first!, second!]) store.mark('image', image);
    expect([store.next('image'), store.next('floor')]).toEqual([2, 0]);
    for (const { floor } of [first!, second!, third!, fourth!]) store.mark('floor', floor);
    for (const { image } of [third!, fourth!]) store.mark('image', image);
    expect(store.selected.value).toBe(3);
    expect(store.typed.value).toMatchObject({ ok: true, isProven: false });
    expect(store.places.value.floor[1]?.x).toBeCloseTo(second!.floor.x, 3);
    expect([store.next('image'), store.next('floor')]).toEqual([4, 4]);
  });

  it('say how far they are off once there is a fifth', () => {
    const store = createMarksStore(someMarks().slice(0, 4));
    const fifth = someMarks()[4]!;
    store.mark('image', fifth.image);
    expect(store.typed.value.ok).toBe(false);
    store.mark('floor', { x: fifth.floor.x + 0.3, y: fifth.floor.y });
    const { typed } = store;
    expect(typed.value).toMatchObject({ ok: true, isProven: true });
    expect(typed.value.ok && typed.value.meanCm).toBeGreaterThan(3);
  });

  it('go no further than sixteen', () => {
    const store = createMarksStore(null);
    for (let n = 0; n < 20; n += 1) store.mark('image', { x: n / 20, y: 0.5 });
    expect(store.rows.value).toHaveLength(16);
    expect(store.next('image')).toBeNull();
    expect(store.next('floor')).toBe(0);
  });

  it('are moved as one step, typed as another, and taken back', () => {
    const store = createMarksStore(someMarks());
    const before = store.rows.value;
    store.move(0, 'image', { x: 0.1, y: 0.2 });
    store.move(0, 'image', { x: 0.15, y: 0.2 });
    store.endGesture();
    store.edit(0, { left: '17' });
    expect(store.places.value.image[0]).toEqual({ x: 0.17, y: 0.2 });
    store.undo();
    expect(store.places.value.image[0]).toEqual({ x: 0.15, y: 0.2 });
    store.undo();
    expect(store.rows.value).toBe(before);
    expect(store.canUndo.value).toBe(false);
    store.redo();
    expect(store.places.value.image[0]).toEqual({ x: 0.15, y: 0.2 });
  });

  it('are emptied where no fewer rows may be, and else taken away', () => {
    const store = createMarksStore(someMarks().slice(0, 5));
    store.remove(0);
    expect(store.rows.value).toHaveLength(4);
    store.remove(0);
    expect(store.rows.value).toHaveLength(4);
    expect(store.places.value.image[0]).toBeNull();
    expect(store.next('image')).toBe(0);
  });
});
