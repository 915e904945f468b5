import { describe, expect, it, test } from 'vitest';
import { bytesOfPicture, outputRate } from '../../../src/core/review/worker-output.ts';

describe('what leaves the vision worker', () => {
  it('is told by second and by message', () => {
    const from = { atMs: 1000, bytes: 500, messages: 2 };
    expect(outputRate(from, { atMs: 3000, bytes: 2500, messages: 12 })).toEqual({
      bytesPerSecond: 1000,
      bytesPerMessage: 200,
    });
  });

  it('is nothing while no message came', () => {
    const from = { atMs: 1000, bytes: 500, messages: 2 };
    expect(outputRate(from, { ...from, atMs: 2000 })).toEqual({ bytesPerSecond: 0, bytesPerMessage: 0 });
  });

  test.each([
    ['no time passed', { atMs: 1000, bytes: 900, messages: 9 }],
    ['the clock went back', { atMs: 400, bytes: 900, messages: 9 }],
    ['the worker began anew', { atMs: 2000, bytes: 100, messages: 9 }],
    ['its messages began anew', { atMs: 2000, bytes: 900, messages: 1 }],
  ])('is not known where %s', (_, to) => {
    expect(outputRate({ atMs: 1000, bytes: 500, messages: 2 }, to)).toBeNull();
  });

  test.each([
    [1280, 720, 1_382_400],
    [2, 2, 6],
    [3, 3, 17],
    [1, 1, 3],
  ])('stands beside a picture of %i × %i, which has %i bytes', (width, height, bytes) => {
    expect(bytesOfPicture(width, height)).toBe(bytes);
  });
});
