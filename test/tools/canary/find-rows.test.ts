import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findRows } from '../../../tools/canary/find-rows.ts';
import { NEEDLES, paintMarks, PICTURE } from '../../../tools/canary/watermark.ts';

describe('planted rows are found', () => {
  test.each(NEEDLES.map((needle) => [needle.form, needle] as const))(
    '%s, at any alignment',
    (_form, needle) => {
      for (let shift = 0; shift < 32; shift++) {
        const bytes = Buffer.concat([randomBytes(1000 + shift), needle.bytes, randomBytes(1000)]);
        const found = findRows(bytes).filter((row) => row.needle === needle);
        expect(found.map(({ at }) => at)).toEqual([1000 + shift]);
      }
    },
  );

  test('in a painted frame, with the number of the frame beside each', () => {
    const { width, height } = PICTURE;
    const frame = Buffer.alloc((width * height * 3) / 2);
    paintMarks(frame, 37);
    const luma = findRows(frame).filter(({ needle }) => needle.form.startsWith('Y plane'));
    const marks = luma.map(({ needle, at }) => needle.read(frame, at));
    expect(marks.map((mark) => mark?.frame)).toEqual(Array.from({ length: 16 }, () => 37));
    expect(marks.map((mark) => mark?.row)).toEqual(Array.from({ length: 16 }, (_, row) => row));
  });

  test('nowhere else: random bytes, zeros, ones', () => {
    for (const bytes of [randomBytes(2 ** 22), Buffer.alloc(2 ** 22), Buffer.alloc(2 ** 22, 255)]) {
      expect(findRows(bytes)).toEqual([]);
    }
  });
});
