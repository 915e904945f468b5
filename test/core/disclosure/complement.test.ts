import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decide, type Cell, type Decision } from '../../../src/core/disclosure/complement.ts';
import { roundCount } from '../../../src/core/disclosure/export-profile.ts';

const cellsOf = (bases: readonly number[]): Cell[] => bases.map((base) => ({ base, isGap: false }));

describe('complementary suppression under k = 10', () => {
  test.each<[string, number[], number, boolean[], boolean]>([
    ['everybody is told when every hour is large', [12, 30, 25], 0, [true, true, true], true],
    ['the only small hour takes the smallest large one with it', [12, 30, 3], 0, [false, true, false], true],
    ['small hours that make k together hide each other', [30, 6, 7], 0, [true, false, false], true],
    ['a day of small hours is told as a day', [6, 5, 4], 0, [false, false, false], true],
    ['a small day is not told', [3, 2, 0], 0, [false, false, false], false],
    ['hours without anybody written hide nothing', [12, 0, 30], 0, [true, false, true], true],
    ['a rest outside of the hours is protected like an hour', [12, 30, 25], 6, [false, true, true], true],
    ['one hour alone cannot be hidden in its day', [12], 0, [true], true],
  ])('%s', (...[, bases, rest, cells, total]) => {
    expect(decide(cellsOf(bases), rest, 10)).toEqual({ cells, total });
  });

  test('an hour that was not measured hides nobody', () => {
    const cells = [
      { base: 30, isGap: false },
      { base: 12, isGap: false },
      { base: 4, isGap: false },
      { base: 0, isGap: true },
    ];
    expect(decide(cells, 0, 10)).toEqual({ cells: [true, false, false, false], total: true });
  });
});

/** What a file holds: the parts told, and the total when it is told. */
function told(bases: readonly number[], decision: Decision, roundTo: number): string {
  const total = bases.reduce((a, b) => a + b, 0);
  return JSON.stringify([
    decision.cells.map((isTold, index) => (isTold ? roundCount(bases[index]!, roundTo) : null)),
    decision.total ? roundCount(total, roundTo) : null,
  ]);
}

it('somebody who knows the rules and the exact parts and total told cannot tell a part under k', () => {
  const k = 3;
  for (const length of [1, 2, 3, 4]) {
    const alike = new Map<string, number[][]>();
    for (let index = 0; index < 8 ** length; index += 1) {
      const bases = Array.from({ length }, (_, cell) => Math.floor(index / 8 ** cell) % 8);
      const file = told(bases, decide(cellsOf(bases), 0, k), 1);
      alike.set(file, [...(alike.get(file) ?? []), bases]);
    }
    for (const [file, days] of alike) {
      days[0]!.forEach((base, cell) => {
        // Nothing written at all: the onlooker knows less than "0", for under the k of storage nothing is.
        if (base >= k || base === 0) return;
        expect(
          new Set(days.map((bases) => bases[cell])).size,
          `${file} from ${JSON.stringify(days[0])}`,
        ).toBeGreaterThan(1);
      });
    }
  }
});

it('leaves every hidden part of a day a range, and parts and total at least k', () => {
  const bases = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(bases, fc.integer({ min: 0, max: 20 }), (parts, rest) => {
      const decision = decide(cellsOf(parts), rest, 10);
      const total = parts.reduce((a, b) => a + b, rest);
      parts.forEach((base, index) => {
        if (decision.cells[index]) expect(base).toBeGreaterThanOrEqual(10);
      });
      if (!decision.total) return;
      expect(total).toBeGreaterThanOrEqual(10);
      const hidden = parts.filter((_, index) => !decision.cells[index]);
      const sum = hidden.reduce((a, b) => a + b, rest);
      expect(sum === 0 || sum >= 10).toBe(true);
      if (sum > 0) expect(hidden.length + (rest > 0 ? 1 : 0)).toBeGreaterThanOrEqual(2);
    }),
  );
});
