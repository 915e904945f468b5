import { describe, expect, test } from 'vitest';
import type { KeptByOrigin } from '../../../tools/canary/browser/kept-by-origin.ts';
import { judgeInventory } from '../../../tools/canary/judge-inventory.ts';

const APP = { origin: 'http://localhost:1', shipped: new Map([['/index.html', 9]]) };
const SLOT = { slot: 29_400_000, line: 1, in: 3, out: 2, measured_s: 900 };

function kept(changes: Partial<KeptByOrigin>): KeptByOrigin {
  return { records: [], texts: [], cached: [], files: [], serviceWorkers: [], ...changes };
}

const inStore = (store: string, value: unknown, database = 'kazoe'): KeptByOrigin =>
  kept({ records: [{ database, store, value }] });

describe('what an origin keeps', () => {
  test('figures of slots, and the app’s own files, are as they should be', () => {
    const cached = [{ url: 'http://localhost:1/', bytes: 9 }];
    const verdict = judgeInventory({ ...inStore('line_slot', SLOT), cached }, APP);
    expect(verdict).toMatchObject({ records: 1, slots: 1, findings: [] });
  });

  test.each<[string, KeptByOrigin, string]>([
    ['an unknown database', inStore('kept', 1, 'frames'), 'frames/kept: an unknown database'],
    ['an unknown store', inStore('people', SLOT), 'kazoe/people: an unknown store'],
    ['an instant in a record', inStore('line_slot', { ...SLOT, at: 1.8e12 }), '.at is an instant (ms)'],
    ['a slot that is a minute', inStore('line_slot', { ...SLOT, slot: 29_400_001 }), 'no slot of a quarter'],
    ['a fraction', inStore('line_slot', { ...SLOT, in: 0.5 }), '.in is no whole number'],
    ['a long list', inStore('zone_slot', { ...SLOT, bands: Array(17).fill(0) }), '.bands is a list of 17'],
    ['something binary', inStore('site', { a: 'binary: Blob of 9 bytes' }), '.a is Blob of 9 bytes'],
    ['a long text', inStore('site', { a: 'x'.repeat(201) }), '.a is a text of 201'],
    ['a text beside', kept({ texts: ['localStorage picture'] }), 'localStorage picture is kept'],
    ['a file', kept({ files: ['/picture'] }), 'file /picture'],
    ['a foreign copy', kept({ cached: [{ url: 'http://localhost:1/p', bytes: 1 }] }), 'cached /p'],
    ['another length', kept({ cached: [{ url: 'http://localhost:1/', bytes: 8 }] }), 'cached /'],
  ])('%s is told', (_, inventory, told) => {
    expect(judgeInventory(inventory, APP).findings.join('; ')).toContain(told);
  });

  test('more records than the slots account for are told', () => {
    const records = Array.from({ length: 201 }, () => ({
      database: 'kazoe',
      store: 'line_slot',
      value: SLOT,
    }));
    expect(judgeInventory(kept({ records }), APP).findings).toEqual(['201 records in 1 slots']);
  });
});
