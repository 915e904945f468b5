import { expect, test } from 'vitest';
import { NOTHING_TRIED, ofSomethingTried } from '../../../tools/canary/findings.ts';
import { tryBuilds } from '../../../tools/canary/try-builds.ts';

test('a void run is told and tried once more; void twice is a failure', async () => {
  const voids: string[] = [];
  const jobs = ['no-such-leak', 'nor-this-one'].map((name) => ({ name, seconds: 1 }));
  const rows = tryBuilds(jobs, { atOnce: 1, onVoid: (name, why) => voids.push(`${name}: ${why}`) });
  const row = await rows.get('no-such-leak');
  expect(row).toMatchObject({ passed: false, found: ['void twice: Error: no such mutant: no-such-leak'] });
  expect(await rows.get('nor-this-one')).toMatchObject({ passed: false });
  expect(voids).toEqual([
    'no-such-leak: Error: no such mutant: no-such-leak',
    'nor-this-one: Error: no such mutant: nor-this-one',
  ]);
});

test('where nothing could be tried, no leak was found', () => {
  const told = [`no figures reached the page: ${NOTHING_TRIED}`, 'a row of 262144 numbers'];
  expect(ofSomethingTried(told)).toEqual(['a row of 262144 numbers']);
});
