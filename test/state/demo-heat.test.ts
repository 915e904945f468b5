import { expect, test } from 'vitest';
import { createHeatCounter } from '../../src/core/counting/heat-counter.ts';
import { cameraHeatGrid } from '../../src/core/counting/heat-grid.ts';
import { sceneOf } from '../../src/core/counting/scene-from-site.ts';
import { demoCamera } from '../../src/core/simulation/demo-camera.ts';
import { createDemoStore } from '../../src/core/simulation/demo-store.ts';
import { DEMO_VIEW } from '../../src/core/simulation/floor-plan.ts';
import { project } from '../../src/core/simulation/pinhole.ts';
import { hottestPlaces } from '../../src/state/heat-places.ts';
import { aTrack } from '../builders/walkers.ts';

test('in the demo store most time is spent where its people stop: at the shelves and in the queue', () => {
  const names = {
    camera: 'camera',
    entrance: 'door',
    street: 'street',
    backShelf: 'back shelf',
    sideShelf: 'side shelf',
    queue: 'queue',
    staff: 'staff',
  };
  const camera = demoCamera({ firstId: 1, seed: 1, names });
  const { aspect } = DEMO_VIEW;
  const grid = cameraHeatGrid(aspect, camera.calibration);
  const counter = createHeatCounter(grid, sceneOf({ ...camera, floor: null }, aspect));
  const store = createDemoStore({ seed: 1 });
  const cells = Array.from({ length: grid.columns * grid.rows }, () => 0);
  for (let atMs = 0; atMs <= 900_000; atMs += 200) {
    store.advanceTo(atMs);
    const tracks = store.people().map(({ id, position }) => {
      const { x, y } = project(DEMO_VIEW, position, 0);
      return aTrack({ id, at: [x, y], atMs });
    });
    for (const { cell, ms } of counter.update(tracks, atMs)) cells[cell] = (cells[cell] ?? 0) + ms / 1000;
  }
  const { columns, rows, floor } = grid;
  const places = hottestPlaces({ columns, rows, floor, cells }, { ...camera, floorZones: [] }, 3);
  expect(floor).toMatchObject({ cellM: 1 });
  const stops: (string | null)[] = [names.backShelf, names.sideShelf, names.queue];
  expect(places.filter(({ zone }) => !stops.includes(zone))).toEqual([]);
});
