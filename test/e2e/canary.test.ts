import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { MUTANTS } from '../../tools/canary/mutants.ts';
import { PRODUCT, type Row } from '../../tools/canary/row.ts';
import { tryBuilds } from '../../tools/canary/try-builds.ts';
import { findProgram } from '../../tools/chromium.ts';

const canRun = findProgram(['ffmpeg']) !== null && existsSync('/proc/self/pagemap');
if (!canRun) console.log('No ffmpeg or no /proc here: the canary is skipped.');

/** Long enough for people to be counted and for memory to show whether it grows. */
const COUNT_S = 10;
/** Much of a run is waiting, so more than the cores of a small machine. */
const AT_ONCE = 3;

describe.skipIf(!canRun)('planted frames', { retry: 0 }, () => {
  let rows: ReadonlyMap<string, Promise<Row>>;

  beforeAll(() => {
    const names = [PRODUCT, ...MUTANTS.map(({ name }) => name)];
    rows = tryBuilds(
      names.map((name) => ({ name, seconds: COUNT_S })),
      {
        atOnce: AT_ONCE,
        onVoid: (name, why) => console.log(`Canary: ${name} is tried once more, its run was void: ${why}`),
      },
    );
  });

  test('leave nothing behind when the app has counted them', async () => {
    const row = await rows.get(PRODUCT);
    console.log('Canary:', row?.figures);
    expect(row).toMatchObject({ found: [], passed: true });
  });

  test.each(MUTANTS)('are found where $leak', async ({ name, expected }) => {
    const row = await rows.get(name);
    console.log(`Canary: ${name}, ${expected}, ${row?.seconds} s: ${row?.found.join('; ').slice(0, 200)}`);
    expect(row).toMatchObject({ expected, passed: true });
  });
});
