import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { breakLines } from '../../../src/core/paper/break-lines.ts';

/** Japanese signs are as wide as they are high, others half as wide. */
const measure = (text: string, size: number): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign > '\u2fff' ? size : size / 2), 0);

const lines = (text: string, width: number): readonly string[] =>
  breakLines(text, { width, size: 10, measure });

describe('lines of a paper', () => {
  test.each<[string, number, readonly string[]]>([
    ['', 100, ['']],
    ['one', 100, ['one']],
    ['one two three', 40, ['one two', 'three']],
    ['映像は保存しません', 30, ['映像は', '保存し', 'ません']],
    ['映像は、保存', 30, ['映像', 'は、保', '存']],
    ['映像「保存」', 30, ['映像', '「保', '存」']],
    ['映像 camera 保存', 40, ['映像', 'camera', '保存']],
  ])('“%s” in %i points', (text, width, broken) => {
    expect(lines(text, width)).toEqual(broken);
  });

  it('break a word where they must: digests are longer than a cell', () => {
    expect(lines('ab'.repeat(6), 40)).toEqual(['abababab', 'abab']);
    expect(lines(`head ${'f'.repeat(10)}`, 30)).toEqual(['head', 'ffffff', 'ffff']);
  });

  it('never lose a sign, and are never wider than they may be, but for a single sign', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'B', '7', ' ', '、', '「', '」', '映', '像', 'ー'),
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 5, max: 90 }), (text, width) => {
        const broken = lines(text, width);
        const signs = (part: string): string => part.replaceAll(/\s/g, '');
        expect(signs(broken.join(''))).toBe(signs(text));
        for (const line of broken) {
          if (Array.from(line).length > 1) expect(measure(line, 10)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
