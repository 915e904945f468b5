import { describe, expect, test } from 'vitest';
import { readArguments } from '../../../tools/backtest/arguments.ts';
import { InputError } from '../../../tools/mot-file.ts';

const NEEDED = ['--video', 'v.avi', '--scene', 's.json', '--out', 'o.json'];

describe('readArguments', () => {
  test('what is needed is enough', () => {
    expect(readArguments(NEEDED)).toEqual({
      video: 'v.avi',
      scene: 's.json',
      out: 'o.json',
      detections: null,
      tracks: null,
      backend: 'wasm',
      model: null,
      motionGate: true,
    });
  });

  test('all of it', () => {
    const more = [
      '--detections',
      'd.txt',
      '--tracks',
      't.txt',
      '--backend',
      'webgpu',
      '--model',
      'centernet',
      '--no-gate',
    ];
    expect(readArguments([...NEEDED, ...more])).toMatchObject({
      detections: 'd.txt',
      tracks: 't.txt',
      backend: 'webgpu',
      model: 'centernet',
      motionGate: false,
    });
  });

  test.each([
    { name: 'no video', args: NEEDED.slice(2), says: '--video' },
    { name: 'an unknown option', args: [...NEEDED, '--speed', '2'], says: '--speed' },
    {
      name: 'an unknown backend',
      args: [...NEEDED, '--backend', 'cuda'],
      says: 'wasm or webgpu, not "cuda"',
    },
    { name: 'an option without its value', args: [...NEEDED, '--model'], says: '--model' },
    { name: 'a stray word', args: [...NEEDED, 'clip.avi'], says: 'clip.avi' },
  ])('$name is refused in one sentence', ({ args, says }) => {
    expect(() => readArguments(args)).toThrow(InputError);
    expect(() => readArguments(args)).toThrow(says);
  });
});
