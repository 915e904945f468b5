import { expect, it } from 'vitest';
import { packedPlaces } from '../../../src/core/review/packed-records.ts';

it('counts the records that lie packed, of all kinds, where there are any', () => {
  const places = [
    { place: 'kazoe/line_slot' },
    { place: 'kazoe/day_block', packed: { coverage: 96, lines: 192 } },
    { place: 'kazoe-demo/day_block', packed: {} },
  ];
  expect(packedPlaces(places)).toEqual([{ place: 'kazoe/day_block', records: 288 }]);
});
