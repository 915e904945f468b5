import { describe, expect, test } from 'vitest';
import { InputError, parseMotRows, rowsByFrame } from '../../tools/mot-file.ts';

test('rows are read with or without a score, and empty lines are passed over', () => {
  expect(parseMotRows('1,-1,10,20,30,60,0.9,-1,-1,-1\n\n3,4,1.5,2,3,4\r\n', 'd.txt')).toEqual([
    { frame: 1, id: -1, left: 10, top: 20, width: 30, height: 60, score: 0.9 },
    { frame: 3, id: 4, left: 1.5, top: 2, width: 3, height: 4, score: 1 },
  ]);
});

test('frames without a row are empty, not left out', () => {
  const rows = parseMotRows('1,-1,0,0,1,1,1\n3,-1,0,0,1,1,1', 'd.txt');
  expect(rowsByFrame(rows).map((frame) => frame.length)).toEqual([1, 0, 1]);
});

describe('a bad row is refused by name and line', () => {
  test.each([
    {
      name: 'too few values',
      text: '1,-1,10,20,30',
      message: 'needs frame, id, left, top, width and height',
    },
    { name: 'words', text: '1,-1,10,20,wide,60,0.9', message: 'must be a number' },
    { name: 'a gap between commas', text: '1,-1,10,,30,60,0.9', message: 'must be a number' },
    { name: 'frame 0', text: '0,-1,10,20,30,60,0.9', message: 'whole numbers from 1' },
    { name: 'half a frame', text: '1.5,-1,10,20,30,60,0.9', message: 'whole numbers from 1' },
    { name: 'a negative size', text: '1,-1,10,20,-30,60,0.9', message: 'cannot be negative' },
    { name: 'no table at all', text: '{"frames": []}', message: 'needs frame, id' },
  ])('$name', ({ text, message }) => {
    const read = (): unknown => parseMotRows(`1,-1,0,0,1,1,1\n${text}`, 'd.txt');
    expect(read).toThrow(InputError);
    expect(read).toThrow('d.txt:2: ');
    expect(read).toThrow(message);
  });
});
