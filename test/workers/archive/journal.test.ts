import { describe, expect, it } from 'vitest';
import { hashOf, NO_HASH } from '../../../workers/archive/journal.ts';
import type { JournalRecord } from '../../../workers/archive/schema.ts';
import { Archive } from '../../../workers/archive/archive.ts';
import type { TestPc } from './a-shop.ts';
import { aRecordingPc, aSetup, aSite, dump, valueOf } from './a-shop.ts';

async function recordsOf(pc: TestPc): Promise<JournalRecord[]> {
  return (await dump(pc.factory, 'kazoe')).get('journal') as JournalRecord[];
}

describe('the journal', () => {
  it('is a chain: each entry names the hash of the one before, and its own covers all it says', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    valueOf(await pc.archive.saveCredential(1, { kind: 'bearer', token: 'TOP-SECRET' }));
    valueOf(await pc.archive.stopRecording());
    const records = await recordsOf(pc);
    expect(records.map(({ code }) => code)).toEqual([
      'purged',
      'settings-changed',
      'recording-started',
      'credential-changed',
      'recording-stopped',
    ]);
    let prev = NO_HASH;
    for (const [index, record] of records.entries()) {
      expect(record.sequence).toBe(index + 1);
      expect(record.prev).toBe(prev);
      expect(record.hash).toBe(await hashOf(record));
      expect(await hashOf({ ...record, at_s: record.at_s + 1 })).not.toBe(record.hash);
      prev = record.hash;
    }
  });

  it('stays a chain when two tabs write at once', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    const other = new Archive({ factory: pc.factory, nowMs: () => pc.nowMs });
    valueOf(await other.open('store', 'read'));
    await Promise.all([pc.archive, other].map((archive) => archive.saveSite(aSite('Asia/Seoul'))));
    const records = await recordsOf(pc);
    expect(records).toHaveLength(5);
    records.slice(1).forEach((record, index) => expect(record.prev).toBe(records[index]!.hash));
  });

  it('tells the newest first, as many as asked for', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    const entries = valueOf(await pc.archive.journal(2));
    expect(entries.map(({ code }) => code)).toEqual(['recording-started', 'settings-changed']);
    expect(entries[0]).toEqual({
      sequence: 3,
      atMs: pc.nowMs,
      code: 'recording-started',
      numbers: [1],
      texts: [],
    });
  });
});

describe('a check of the journal', () => {
  it('follows the whole chain and names its head', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    valueOf(await pc.archive.noteSelfCheck(7, 0));
    const records = await recordsOf(pc);
    expect(valueOf(await pc.archive.checkJournal('all'))).toEqual({
      entries: 4,
      head: records.at(-1)!.hash,
      brokenAt: null,
    });
    expect(records.at(-1)).toMatchObject({ code: 'self-checked', role: 'system', numbers: [7, 0] });
  });

  it.each([
    ['changed', 2, (store: IDBObjectStore, record: JournalRecord) => store.put({ ...record, numbers: [9] })],
    ['taken out', 3, (store: IDBObjectStore, record: JournalRecord) => store.delete(record.sequence)],
  ])('tells where an entry was %s', async (_, brokenAt, tamper) => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = pc.factory.open('kazoe');
      request.onsuccess = () => resolve(request.result);
    });
    const [, second] = await recordsOf(pc);
    const store = database.transaction('journal', 'readwrite').objectStore('journal');
    tamper(store, second!);
    database.close();
    expect(valueOf(await pc.archive.checkJournal('all'))).toMatchObject({ brokenAt });
  });

  it('can be made outside: the export holds every entry as it is stored', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    const file = valueOf(await pc.archive.exportJournal());
    expect(file.name).toBe('kazoe-journal-2026-11-24.json');
    expect(JSON.parse(file.text)).toEqual({ journal: await recordsOf(pc) });
  });
});

describe('credentials', () => {
  it('are kept apart: in no export, journal or inventory value, and gone when removed', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    const credential = { kind: 'basic', user: 'USER-SECRET', password: 'PASSWORD-SECRET' } as const;
    valueOf(await pc.archive.saveCredential(1, credential));
    await pc.run(1000);
    expect(valueOf(await pc.reload().readCredential(1))).toEqual(credential);
    valueOf(await pc.archive.open('store'));
    valueOf(await pc.archive.startRecording(aSetup()));
    const shown = JSON.stringify([
      await pc.archive.exportCsv({
        fromMs: pc.nowMs - 1e7,
        toMs: pc.nowMs,
        intervalMinutes: 15,
        profile: 'in-house',
        recipient: 'a',
        purpose: 'b',
      }),
      await pc.archive.journal(100),
      await pc.archive.inventory('all'),
      await pc.archive.today(),
      await pc.archive.readSite(),
    ]);
    expect(shown).not.toContain('SECRET');
    const stores = await dump(pc.factory, 'kazoe');
    for (const [store, records] of stores) {
      if (store !== 'credentials') expect(JSON.stringify(records), store).not.toContain('SECRET');
    }
    valueOf(await pc.archive.saveCredential(1, null));
    expect(valueOf(await pc.archive.readCredential(1))).toBeNull();
    expect((await dump(pc.factory, 'kazoe')).get('credentials')).toEqual([]);
  });
});
