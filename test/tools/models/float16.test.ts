import { expect, test } from 'vitest';
import { fromFloat16, toFloat16 } from '../../../tools/models/float16.ts';

test('every half-precision number survives the way there and back', () => {
  const numbers = Array.from({ length: 65536 }, (_, bits) => bits).filter(
    (bits) => (bits & 0x7c00) !== 0x7c00,
  );
  expect(numbers.filter((bits) => toFloat16(fromFloat16(bits)) !== bits)).toEqual([]);
});

test.each([
  { name: 'one', bits: 0x3c00, value: 1 },
  { name: 'the largest', bits: 0x7bff, value: 65504 },
  { name: 'the smallest', bits: 0x0001, value: 2 ** -24 },
  { name: 'minus two', bits: 0xc000, value: -2 },
  { name: 'a third, rounded', bits: 0x3555, value: 0.333251953125 },
])('$name has the bits of the standard', ({ bits, value }) => {
  expect(fromFloat16(bits)).toBe(value);
  expect(toFloat16(value)).toBe(bits);
});

test.each([0.1, 65536, 1e-9, NaN])('%d is refused, it would be rounded', (value) => {
  expect(() => toFloat16(value)).toThrow('not a half-precision number');
});
