import { expect, test } from 'vitest';
import { toCsv } from '../../../src/core/disclosure/csv.ts';

test('has a BOM, CRLF and a header', () => {
  expect(toCsv(['in', 'entity_name'], [{ in: 3, entity_name: '入口' }])).toBe(
    '\uFEFFin,entity_name\r\n3,入口\r\n',
  );
});

test.each([
  ['a formula', '=1+1', `"'=1+1"`],
  ['a plus', '+81-3-1234', `"'+81-3-1234"`],
  ['a minus', '-2+3', `"'-2+3"`],
  ['an at sign', '@SUM(A1)', `"'@SUM(A1)"`],
  ['a tab before a formula', '\t=1+1', `"'\t=1+1"`],
  ['a carriage return before a formula', '\r=1', `"'\r=1"`.split('\r\n')[0]],
  ['a call of a program', "=cmd|'/C calc'!A0", `"'=cmd|'/C calc'!A0"`],
  ['markup', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['a full-width equals sign', '＝1+1', `"'＝1+1"`],
  ['a comma', 'a,b', '"a,b"'],
  ['quotes', 'the "door"', '"the ""door"""'],
  ['quotes in a formula', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['a plain name', '棚A', '棚A'],
])('quotes %s', (_, name, expected) => {
  expect(toCsv(['entity_name'], [{ entity_name: name }]).split('\r\n')[1]).toBe(expected);
});

test('an undefined ratio is empty, never 0, and a number is not a formula', () => {
  expect(
    toCsv(['capture_rate', 'in', 'drift'], [{ capture_rate: null, in: 0, drift: -1 }]).split('\r\n')[1],
  ).toBe(',0,-1');
});
