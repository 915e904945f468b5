import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardsFor, chooseDetail } from '../../../src/core/detection/choose-detail.ts';

test.each([
  { fullMs: 100, cameras: 0, detail: 'full' },
  { fullMs: 100, cameras: 1, detail: 'full' },
  { fullMs: 100, cameras: 2, detail: 'light' },
  { fullMs: 20, cameras: 8, detail: 'full' },
  { fullMs: 21, cameras: 8, detail: 'light' },
  { fullMs: 200, cameras: 1, detail: 'light' },
])('$cameras cameras at $fullMs ms a picture are seen in $detail detail', ({ detail, ...demand }) => {
  expect(chooseDetail(demand)).toBe(detail);
});

test('more cameras or a slower PC never bring more detail', () => {
  const demand = fc.record({ fullMs: fc.integer({ min: 1, max: 2000 }), cameras: fc.nat({ max: 32 }) });
  fc.assert(
    fc.property(demand, fc.nat({ max: 500 }), fc.nat({ max: 8 }), ({ fullMs, cameras }, slower, more) => {
      if (chooseDetail({ fullMs, cameras }) === 'full') return;
      expect(chooseDetail({ fullMs: fullMs + slower, cameras: cameras + more })).toBe('light');
    }),
  );
});

test('cards of the wanted detail are taken, and whatever there is where none is', () => {
  const full: { readonly name: string; readonly detail?: 'light' } = { name: 'a' };
  const light = { name: 'b', detail: 'light' } as const;
  expect(cardsFor([full, light], 'full')).toEqual([full]);
  expect(cardsFor([full, light], 'light')).toEqual([light]);
  expect(cardsFor([full], 'light')).toEqual([full]);
});
