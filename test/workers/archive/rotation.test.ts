import { beforeEach, describe, expect, it } from 'vitest';
import type { DayBlock } from '../../../src/core/measures/day-block.ts';
import type { JournalRecord } from '../../../workers/archive/schema.ts';
import { aSite, dump, valueOf } from './a-shop.ts';
import { packDays, putBeside, shopOf, type Shop } from './packed-shop.ts';

/** A day of hourly checks. */
const HOURS = 24;

let shop: Shop;

beforeEach(async () => {
  shop = await shopOf(aSite(), '2026-11-02T12:00:00Z', 8);
  await packDays(shop);
});

async function foreignPlaces(scope: 'all' | 'share'): Promise<readonly string[]> {
  const { places } = valueOf(await shop.pc.archive.inventory(scope));
  return places.filter(({ foreign }) => foreign > 0).map(({ place }) => place);
}

async function recordsOf<T>(store: 'day_block' | 'journal'): Promise<T[]> {
  return ((await dump(shop.pc.factory, 'kazoe')).get(store) ?? []) as T[];
}

describe('a walk by shares', () => {
  it('takes everything at first, then less, and tells the same of what is stored', async () => {
    const { archive } = shop.pc;
    const first = valueOf(await archive.inventory('share'));
    const second = valueOf(await archive.inventory('share'));
    const whole = valueOf(await archive.inventory('all'));
    const records = whole.places.reduce((sum, place) => sum + place.records, 0);
    expect([first.lookedAt, whole.lookedAt]).toEqual([records, records]);
    expect(second.lookedAt).toBeLessThan(records);
    expect(second.places).toEqual(whole.places);
    expect(first.places).toEqual(whole.places);
  });

  it('finds what was put among the older days within a day, and does not forget it', async () => {
    const [block] = await recordsOf<DayBlock>('day_block');
    await foreignPlaces('all');
    await putBeside(shop.pc, 'day_block', { ...block, rows: [...block!.rows, 1] });
    const found: boolean[] = [];
    for (let hour = 0; hour < HOURS; hour += 1) {
      found.push((await foreignPlaces('share')).includes('kazoe/day_block'));
    }
    expect(found.at(-1)).toBe(true);
    expect(found.indexOf(true)).toBe(found.lastIndexOf(false) + 1);
  });

  it('finds what was put among the newest records, or where no day should be, at once', async () => {
    await foreignPlaces('all');
    const slot = Math.floor(shop.pc.nowMs / 900_000) * 15;
    await putBeside(shop.pc, 'line_slot', { slot, line: 2, note: 'who it was' });
    await putBeside(shop.pc, 'day_total', { day: -0.5, note: 'who it was' });
    expect(await foreignPlaces('share')).toEqual(['kazoe/day_total', 'kazoe/line_slot']);
  });

  it('says when it was last through with all', async () => {
    const { archive } = shop.pc;
    const startMs = valueOf(await archive.inventory('all')).wholeAtMs;
    expect(startMs).toBe(shop.pc.nowMs);
    const ends = new Set<number | null>();
    for (let hour = 0; hour < HOURS; hour += 1) {
      shop.pc.nowMs += 3_600_000;
      ends.add(valueOf(await archive.inventory('share')).wholeAtMs);
    }
    expect(ends.size).toBeGreaterThan(1);
  });

  it('forgets days that were purged', async () => {
    await foreignPlaces('all');
    shop.pc.nowMs = Date.parse('2028-02-01T12:00:00+09:00');
    valueOf(await shop.pc.archive.open('store'));
    const { places } = valueOf(await shop.pc.archive.inventory('share'));
    expect(places.find(({ place }) => place === 'kazoe/day_block')).toMatchObject({ records: 0, bytes: 0 });
  });
});

describe('the journal by shares', () => {
  const brokenAt = async (scope: 'all' | 'share'): Promise<number | null> =>
    valueOf(await shop.pc.archive.checkJournal(scope)).brokenAt;

  beforeEach(async () => {
    for (let entry = 0; entry < 40; entry += 1) valueOf(await shop.pc.archive.noteSelfCheck(6, 0));
  });

  it('follows new entries at once, and older ones within a day', async () => {
    expect(await brokenAt('share')).toBe(null);
    valueOf(await shop.pc.archive.noteSelfCheck(6, 0));
    expect(valueOf(await shop.pc.archive.checkJournal('share')).entries).toBe(
      (await recordsOf<JournalRecord>('journal')).length,
    );
    const old = (await recordsOf<JournalRecord>('journal'))[7]!;
    await putBeside(shop.pc, 'journal', { ...old, numbers: [5, 1] });
    const found: (number | null)[] = [];
    for (let hour = 0; hour < HOURS; hour += 1) found.push(await brokenAt('share'));
    expect(found).toContain(old.sequence);
    // What is broken is not forgotten at the next check.
    expect(found.at(-1)).toBe(old.sequence);
  });

  it('tells at once that the newest known entry was written anew', async () => {
    expect(await brokenAt('share')).toBe(null);
    const newest = (await recordsOf<JournalRecord>('journal')).at(-1)!;
    await putBeside(shop.pc, 'journal', { ...newest, hash: 'a'.repeat(64) });
    expect(await brokenAt('share')).toBe(newest.sequence);
  });
});
