import { expect, test } from 'vitest';
import { cameraFlows } from '../../src/state/zone-flows.ts';
import { aCamera, aSite, aZone } from './builders.ts';

const zones = [
  aZone({ id: 3, name: 'A' }),
  aZone({ id: 4, name: 'B' }),
  aZone({ id: 5, name: 'back', kind: 'staff' }),
];

test('a row has its moves and their shares of what is shown in it; what is not told is null', () => {
  const site = aSite([aCamera({ zones: [...zones, aZone({ id: 6, name: 'C' })] })]);
  const [camera] = cameraFlows(
    [
      { from: 3, to: 4, visits: 30 },
      { from: 3, to: 6, visits: 10 },
    ],
    site,
  );
  expect(camera?.zones.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  const [first, second] = camera?.rows ?? [];
  expect(first?.cells.map(({ visits, share }) => [visits, share])).toEqual([
    [null, null],
    [30, 0.75],
    [10, 0.25],
  ]);
  expect([first?.total, second?.total]).toEqual([40, 0]);
});

test('a camera with one zone has no moves, nor do zones of staff or zones that are gone', () => {
  expect(cameraFlows([{ from: 3, to: 5, visits: 9 }], aSite([aCamera({ zones: zones.slice(1) })]))).toEqual(
    [],
  );
  const [camera] = cameraFlows([{ from: 3, to: 99, visits: 9 }], aSite([aCamera({ zones })]));
  expect(camera?.rows.map(({ total }) => total)).toEqual([0, 0]);
});
