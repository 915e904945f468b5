import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { logContents, tableContents } from '../../../tools/canary/leveldb.ts';
import { decompressSnappy } from '../../../tools/canary/snappy.ts';

describe('Snappy', () => {
  test('literals and copies, one of which runs into itself', () => {
    // length 11; literal "abc"; copy of 4 from 3 back; literal "x"; copy of 3 from 1 back (two-byte offset)
    const packed = Buffer.from([11, 2 << 2, 0x61, 0x62, 0x63, 1, 3, 0, 0x78, (2 << 2) | 2, 1, 0]);
    expect(String(decompressSnappy(packed))).toBe('abcabcaxxxx');
  });

  test('a long literal', () => {
    const bytes = randomBytes(1000);
    const head = Buffer.from([0xe8, 0x07, 61 << 2, 999 & 255, 999 >> 8]);
    expect(decompressSnappy(Buffer.concat([head, bytes, randomBytes(9)]))).toEqual(bytes);
  });

  test('what is cut or broken gives what came before', () => {
    expect(String(decompressSnappy(Buffer.from([9, 2 << 2, 0x61, 0x62, 0x63, 1, 200])))).toBe('abc');
    expect(decompressSnappy(Buffer.from([]))).toBeNull();
  });
});

describe('LevelDB', () => {
  test('a record that runs over blocks of the log lies in one piece', () => {
    const value = randomBytes(50_000);
    const first = value.subarray(0, 32_768 - 7);
    const log = Buffer.concat([recordOf(first, 2), recordOf(value.subarray(first.length), 4)]);
    expect(logContents(log)).toEqual(value);
  });

  test('the blocks of a table are found through its index', () => {
    const block = Buffer.from('a block of values');
    const handle = Buffer.from([0, block.length]);
    const entry = Buffer.concat([Buffer.from([0, 1, handle.length, 0x6b]), handle]);
    const index = Buffer.concat([entry, Buffer.from([0, 0, 0, 0, 1, 0, 0, 0])]);
    const footer = Buffer.alloc(48);
    Buffer.from([0, 0, block.length + 5, index.length]).copy(footer);
    Buffer.from('57fb808b247547db', 'hex').copy(footer, 40);
    const trailer = Buffer.alloc(5);
    expect(tableContents(Buffer.concat([block, trailer, index, trailer, footer]))).toEqual(block);
    expect(tableContents(randomBytes(100))).toBeNull();
  });
});

function recordOf(data: Buffer, type: number): Buffer {
  const head = Buffer.alloc(7);
  head.writeUInt16LE(data.length, 4);
  head[6] = type;
  return Buffer.concat([head, data]);
}
