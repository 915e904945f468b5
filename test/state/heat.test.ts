import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import type { HeatMap } from '../../src/contracts/archive.ts';
import { ok, type Result } from '../../src/core/result.ts';
import { hottestPlaces } from '../../src/state/heat-places.ts';
import { createHeatStore } from '../../src/state/heat-store.ts';
import { aSite } from '../builders/site.ts';
import { MemoryArchive } from './ports/memory-archive.ts';
import { someMarks } from '../builders/floor-views.ts';

const DAY = { fromMs: Date.UTC(2026, 10, 24), toMs: Date.UTC(2026, 10, 25) };
const NOTHING: HeatMap = { heat: null, measuredS: 0, lostS: 0, partS: 0, isCut: false };

describe('the heat store', () => {
  test('shows the newest question’s answer, whichever comes last', async () => {
    const archive = new MemoryArchive();
    const answers: ((map: HeatMap) => void)[] = [];
    archive.heat = () => new Promise<Result<HeatMap>>((resolve) => answers.push((map) => resolve(ok(map))));
    const store = createHeatStore(archive, { site: signal(aSite()), shown: signal(DAY) });
    const first = store.choose(1);
    const second = store.choose(2);
    answers[1]!({ ...NOTHING, measuredS: 2 });
    answers[0]!({ ...NOTHING, measuredS: 1 });
    await Promise.all([first, second]);
    expect(store.state.value).toEqual({ kind: 'ready', map: { ...NOTHING, measuredS: 2 } });
  });

  test('shows nothing of other days while it reads, and keeps what it shows of the same', async () => {
    const day = signal(DAY);
    const store = createHeatStore(new MemoryArchive(), { site: signal(aSite()), shown: day });
    await store.refresh();
    const again = store.refresh();
    expect(store.state.value).toEqual({ kind: 'ready', map: NOTHING });
    await again;
    day.value = { fromMs: DAY.toMs, toMs: 2 * DAY.toMs - DAY.fromMs };
    const other = store.refresh();
    expect(store.state.value).toEqual({ kind: 'loading' });
    await other;
    expect(store.state.value).toEqual({ kind: 'ready', map: NOTHING });
  });

  test('says why there is no answer', async () => {
    const archive = new MemoryArchive();
    archive.problems.heat = 'storage-unavailable';
    const store = createHeatStore(archive, { site: signal(aSite()), shown: signal(DAY) });
    await store.refresh();
    expect(store.state.value).toMatchObject({ kind: 'failed', problem: { code: 'storage-unavailable' } });
  });

  test('has nothing to ask where there is no camera', async () => {
    const site = signal({ ...aSite(), cameras: [] });
    const store = createHeatStore(new MemoryArchive(), { site, shown: signal(DAY) });
    await store.refresh();
    expect(store.camera.value).toBeNull();
    expect(store.state.value).toEqual({ kind: 'loading' });
  });
});

describe('the places where most time was spent', () => {
  const square = (from: number, to: number): readonly { x: number; y: number }[] => [
    { x: from, y: from },
    { x: to, y: from },
    { x: to, y: to },
    { x: from, y: to },
  ];
  const rule = { id: 1, kind: 'area', timing: { enterMs: 1, leaveMs: 1, bridgeMs: 1 } } as const;
  const noZones = { zones: [], floorZones: [], calibration: null };

  test('come by time, with their zone and place in the grid', () => {
    const zones = [{ ...rule, name: 'shelf', polygon: square(0.5, 1) }];
    const heat = { columns: 2, rows: 2, floor: null, cells: [10, 0, 20, 70] };
    expect(hottestPlaces(heat, { ...noZones, zones }, 2)).toEqual([
      { seconds: 70, share: 0.7, zone: 'shelf', column: 1, row: 1 },
      { seconds: 20, share: 0.2, zone: null, column: 0, row: 1 },
    ]);
  });

  test('on the floor lie in the zones that are drawn on it', () => {
    const floorZones = [{ ...rule, owner: 1, name: 'table', polygon: square(3, 4) }];
    const heat = { columns: 2, rows: 2, floor: { cellM: 1, xM: 2, yM: 2 }, cells: [10, 0, 0, 90] };
    const camera = { ...noZones, floorZones, calibration: someMarks() };
    expect(hottestPlaces(heat, camera, 5).map(({ zone }) => zone)).toEqual(['table', null]);
  });
});
