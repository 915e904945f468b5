import { describe, expect, it, test } from 'vitest';
import { PARTS, readArguments } from '../../../tools/bench/arguments.ts';
import { InputError } from '../../../tools/mot-file.ts';

describe('arguments of the benchmark', () => {
  it('runs every part and writes no file when nothing is said', () => {
    expect(readArguments([])).toMatchObject({ parts: PARTS, json: null, memoryFrames: 600 });
  });

  it('keeps the order of the parts, whatever order they are named in', () => {
    expect(readArguments(['--only', 'memory,wasm']).parts).toEqual(['wasm', 'memory']);
  });

  it('takes a file and a number of frames', () => {
    expect(readArguments(['--json', 'out.json', '--frames', '10000'])).toMatchObject({
      json: 'out.json',
      memoryFrames: 10_000,
    });
  });

  it('measures more and longer when asked to', () => {
    const [short, long] = [readArguments([]), readArguments(['--long'])];
    expect(long.rounds).toBeGreaterThan(short.rounds);
    expect(long.windowS).toBeGreaterThan(short.windowS);
    expect(long.memoryFrames).toBe(short.memoryFrames);
  });

  test.each([
    ['an unknown part', ['--only', 'wasm,gpu'], /no part "gpu"/],
    ['an empty part', ['--only', ''], /no part ""/],
    ['frames that are no number', ['--frames', 'many'], /whole number/],
    ['no frames', ['--frames', '0'], /whole number/],
    ['half a frame', ['--frames', '1.5'], /whole number/],
    ['an unknown option', ['--fast'], /--fast/],
  ])('refuses %s and says how it is used', (_, args, reason) => {
    expect(() => readArguments(args)).toThrow(InputError);
    expect(() => readArguments(args)).toThrow(reason);
    expect(() => readArguments(args)).toThrow(/npm run bench/);
  });
});
