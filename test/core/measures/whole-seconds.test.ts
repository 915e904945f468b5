import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toWholeSeconds } from '../../../src/core/measures/whole-seconds.ts';

it('parts of a slot add up to the slot after rounding, each within a second', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900_000 }), { maxLength: 8 }), (parts) => {
      const seconds = toWholeSeconds(parts);
      const sum = parts.reduce((a, b) => a + b, 0);
      expect(seconds.reduce((a, b) => a + b, 0)).toBe(Math.round(sum / 1000));
      for (const [index, part] of parts.entries())
        expect(Math.abs(seconds[index]! - part / 1000)).toBeLessThan(1);
    }),
  );
});
