import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseCards } from '../../../tools/backtest/model-choice.ts';
import { readScene } from '../../../tools/backtest/read-scene.ts';
import { probeVideo } from '../../../tools/backtest/video.ts';
import { startProgram } from '../../../tools/backtest/programs.ts';
import { findProgram } from '../../../tools/chromium.ts';
import { InputError } from '../../../tools/mot-file.ts';

const SIZE = { width: 768, height: 576 };
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kazoe-backtest-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('scene files', () => {
  const line = (inward: readonly number[]) =>
    JSON.stringify({
      units: 'px',
      lines: [
        {
          id: 'a',
          points: [
            [1, 1],
            [1, 9],
          ],
          in: inward,
        },
      ],
    });

  test('a good one is read for the size of the picture', () => {
    const { lines } = readScene(file('good.json', line([-1, 0])), SIZE);
    expect(lines[0]?.points[1]).toEqual({ x: 1 / 768, y: 9 / 576 });
  });

  test.each([
    { name: 'not JSON', text: '{"lines":', says: 'is not JSON' },
    { name: 'no units', text: '{"lines":[]}', says: 'units is missing' },
    { name: 'a line along its own in', text: line([0, 1]), says: 'so it has no in side' },
    { name: 'a point outside', text: line([1]), says: 'lines[0].in' },
  ])('$name is said with its place', ({ text, says }) => {
    const path = file('bad.json', text);
    expect(() => readScene(path, SIZE)).toThrow(InputError);
    expect(() => readScene(path, SIZE)).toThrow(says);
    expect(() => readScene(path, SIZE)).toThrow(path);
  });

  test('a missing file is said', () => {
    expect(() => readScene(join(folder, 'none.json'), SIZE)).toThrow('none.json: cannot be read');
  });
});

describe('videos', () => {
  test('a missing file is said', async () => {
    await expect(probeVideo(join(folder, 'none.avi'))).rejects.toThrow('none.avi: no such video');
  });

  test.skipIf(!findProgram(['ffprobe']))('a file that is no video is said', async () => {
    await expect(probeVideo(file('text.avi', 'no video'))).rejects.toThrow(InputError);
  });

  test('a program that is not installed is said, with the way to get it', async () => {
    const path = process.env.PATH;
    process.env.PATH = folder;
    try {
      await expect(startProgram('ffmpeg', []).ended).rejects.toThrow('apt-get install ffmpeg');
    } finally {
      process.env.PATH = path;
    }
  });
});

describe('models', () => {
  test('an unknown name is said with those that exist', () => {
    expect(() => chooseCards('yolo')).toThrow(/no model "yolo"; there are nanodet-416x256/);
  });
});
