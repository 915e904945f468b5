import { expect, it } from 'vitest';
import { storageGrowth } from '../../../src/core/review/storage-growth.ts';

it('counts the hours of packed days with those that are not packed', () => {
  const loose = [
    { place: 'kazoe/coverage', records: 8, bytes: 800 },
    { place: 'kazoe/line_slot', records: 8, bytes: 1200 },
  ];
  const packed = [
    { place: 'kazoe/day_block', records: 2, bytes: 4000, packed: { coverage: 96, lines: 192 } },
    { place: 'kazoe/journal', records: 9, bytes: 90_000 },
  ];
  expect(storageGrowth(loose)).toEqual({ cameraHours: 2, bytesPerCameraHour: 1000 });
  expect(storageGrowth([...loose, ...packed])).toEqual({ cameraHours: 26, bytesPerCameraHour: 6000 / 26 });
  expect(storageGrowth([])).toBeNull();
});
