import { expect, test } from 'vitest';
import { ledgerHolds } from '../../src/contracts/tally.ts';

test.each([
  ['nothing has come yet', { received: 0, closed: 0, alive: 0 }, true],
  ['all are closed', { received: 9, closed: 9, alive: 0 }, true],
  ['one waits', { received: 9, closed: 8, alive: 1 }, true],
  ['two are left over', { received: 9, closed: 7, alive: 2 }, false],
  ['one is missing', { received: 9, closed: 8, alive: 0 }, false],
])('the account of the frames: %s', (_, counts, holds) => {
  expect(ledgerHolds({ analysed: 0, gated: 0, skipped: 0, ...counts })).toBe(holds);
});
