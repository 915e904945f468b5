import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BacktestReport } from '../../tools/backtest/report.ts';
import { findProgram } from '../../tools/chromium.ts';

const program = fileURLToPath(new URL('../../tools/backtest/backtest.ts', import.meta.url));
const hasFfmpeg = findProgram(['ffmpeg']) !== null;
const FRAMES = 9;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kazoe backtest '));
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

function backtest(...args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', program, ...args], { encoding: 'utf8' });
}

/** A clip of uneven frame times and odd sides: the fifth frame is missing. */
function makeClip(): void {
  const input = ['-f', 'lavfi', '-i', `testsrc2=size=321x241:rate=10`];
  const frames = ['-vf', "select='not(eq(n,4))'", '-fps_mode', 'passthrough', '-frames:v', `${FRAMES}`];
  const made = spawnSync('ffmpeg', ['-v', 'error', ...input, ...frames, '-c:v', 'ffv1', at('clip.mkv')]);
  if (made.status !== 0) throw new Error(made.stderr.toString());
}

describe.skipIf(!hasFfmpeg)(`npm run backtest${hasFfmpeg ? '' : ' (skipped: no ffmpeg)'}`, () => {
  test('analyses every frame at the time of the file, alike in every run', () => {
    makeClip();
    writeFileSync(
      at('scene.json'),
      JSON.stringify({
        units: 'unit',
        lines: [
          {
            id: 'middle',
            points: [
              [0.5, 0],
              [0.5, 1],
            ],
            in: [1, 0],
          },
        ],
        zones: [
          {
            id: 'left',
            polygon: [
              [0, 0],
              [0.5, 0],
              [0.5, 1],
              [0, 1],
            ],
          },
        ],
      }),
    );
    const reports = ['a', 'b'].map((name) => {
      const files = ['--out', at(`${name}.json`), '--detections', at(`${name}.txt`), '--tracks', at('t.txt')];
      const run = backtest('--video', at('clip.mkv'), '--scene', at('scene.json'), ...files);
      expect(run.stderr + run.stdout).toContain(`${FRAMES} frames with nanodet-512x384`);
      return JSON.parse(readFileSync(at(`${name}.json`), 'utf8')) as BacktestReport;
    });
    const [first, second] = reports;
    expect(first).toMatchObject({ frames: FRAMES, duration_ms: 1000, lines: { middle: { in: 0, out: 0 } } });
    expect({ ...second, timing: null }).toEqual({ ...first, timing: null });
    expect(readFileSync(at('b.txt'), 'utf8')).toBe(readFileSync(at('a.txt'), 'utf8'));
  });

  test.each([
    {
      name: 'a video that is not there',
      args: ['--video', 'none.avi', '--scene', 'none.json'],
      says: 'none.avi: no such',
    },
    { name: 'no scene', args: ['--video', 'none.avi'], says: '--scene' },
  ])('$name ends with one sentence and status 2', ({ args, says }) => {
    const { status, stderr } = backtest(...args, '--out', at('x.json'));
    expect(stderr).toContain(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
  });
});
