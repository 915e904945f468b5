import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { InputError, parseMotRows, writeMotFile } from '../../tools/mot-file.ts';
import { parseTrackOptions } from '../../tools/track-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'track with space-'));
const detections = join(folder, 'det.txt');
const out = join(folder, 'out.txt');
const steps = Array.from(
  { length: 20 },
  (_, index) => `${index + 1},-1,${100 + 5 * index},200,40,100,0.9,-1,-1,-1`,
);
writeFileSync(detections, steps.join('\n'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function track(...parameters: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tools/track.ts', ...parameters],
    {
      encoding: 'utf8',
    },
  );
  return { status, said: stdout + stderr };
}

test('one walker becomes one track, reported from the frame in which it is believed', () => {
  const result = track('--detections', detections, '--out', out, '--fps', '10', '--size', '640x480');
  expect(result).toMatchObject({ status: 0 });
  const rows = parseMotRows(readFileSync(out, 'utf8'), 'out.txt');
  expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
  expect(rows[0]?.frame).toBe(2);
  expect(rows.at(-1)?.frame).toBe(20);
  expect(Math.abs((rows.at(-1)?.left ?? 0) - 195)).toBeLessThan(3);
});

test('a missing file ends the program with one sentence', () => {
  const missing = join(folder, 'none.txt');
  const result = track('--detections', missing, '--out', out, '--fps', '10', '--size', '640x480');
  expect(result).toEqual({ status: 2, said: `${missing}: cannot be read\n` });
});

test('a folder that is not there cannot be written to', () => {
  expect(() => {
    writeMotFile(join(folder, 'none', 'out.txt'), []);
  }).toThrow('cannot be written');
});

describe('options', () => {
  const good = ['--detections', 'det.txt', '--out', 'out.txt', '--fps', '25', '--size', '640x480'];
  const but = (option: string, value: string): readonly string[] =>
    good.map((part, index) => (good[index - 1] === option ? value : part));

  test('are read', () => {
    const footage = { fps: 25, width: 640, height: 480 };
    expect(parseTrackOptions(good)).toEqual({ detections: 'det.txt', out: 'out.txt', footage });
  });

  test.each([
    { name: 'none at all', args: [], says: 'Usage: npm run track' },
    { name: 'an unknown one', args: [...good, '--speed', '3'], says: "Unknown option '--speed'" },
    { name: 'a rate of 0', args: but('--fps', '0'), says: '--fps must be a number above 0' },
    { name: 'a rate in words', args: but('--fps', 'fast'), says: '--fps must be a number above 0' },
    { name: 'a size in words', args: but('--size', 'large'), says: '--size must look like 768x576' },
    { name: 'a size of nothing', args: but('--size', '0x480'), says: '--size must look like 768x576' },
  ])('$name: refused with the usage', ({ args, says }) => {
    const parse = (): unknown => parseTrackOptions(args);
    expect(parse).toThrow(InputError);
    expect(parse).toThrow(says);
    expect(parse).toThrow('Usage: npm run track');
  });
});
