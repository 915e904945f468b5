import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { thirdPartyNotices } from '../../tools/notices.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the notices that are served name the installed versions (else run: npx tsx tools/notices.ts)', () => {
  const served = readFileSync(`${root}/public/third-party-notices.txt`, 'utf8');
  expect(served).toBe(thirdPartyNotices(root));
});
