import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { toTsv } from '../../../src/core/disclosure/tsv.ts';

describe('a table on its way to the clipboard', () => {
  it('is tabs between cells and a line for each row', () => {
    expect(
      toTsv([
        ['時刻', '入店数'],
        ['09:00〜10:00', '30'],
      ]),
    ).toBe('時刻\t入店数\r\n09:00〜10:00\t30\r\n');
  });

  test.each([
    ['a formula in a name is text', '=HYPERLINK("x")', `'=HYPERLINK("x")`],
    ['so is one in wide signs', '＝1+1', "'＝1+1"],
    ['so is a call', '@SUM(A1)', "'@SUM(A1)"],
    ['so is a sum', '+1+2', "'+1+2"],
    ['a difference stays a number', '+3', '+3'],
    ['a share stays one', '-4.5 %', '-4.5 %'],
    ['a cell cannot begin another one', 'a\tb\r\nc', 'a b c'],
  ])('%s', (_, cell, made) => {
    expect(toTsv([[cell]])).toBe(`${made}\r\n`);
  });

  it('keeps as many rows and cells, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 3, maxLength: 3 }), { minLength: 1 }),
        (rows) => {
          const lines = toTsv(rows).split('\r\n').slice(0, -1);
          expect(lines.map((line) => line.split('\t').length)).toEqual(rows.map(() => 3));
        },
      ),
    );
  });
});
