import { describe, expect, it } from 'vitest';
import { aCrossing, aRecordingPc, aVisit, dump, valueOf, type TestPc } from './a-shop.ts';

const HOUR_S = 3600;
const DAY_MS = 86_400_000;
const MINUTES = [15, 60, 1440] as const;

/** Three hours that were counted, and the PC as it is so many days later. */
async function shopAfter(days: number): Promise<{ pc: TestPc; query: Query }> {
  const pc = await aRecordingPc('2026-11-24T07:30:00+09:00');
  await pc.run(
    3 * HOUR_S,
    (atMs) => ({
      events: [aCrossing(atMs, 'in'), ...aVisit(atMs, 20_000), ...aVisit(atMs, 9_000, { zone: 1 })],
    }),
    60,
  );
  const query = { fromMs: pc.nowMs - DAY_MS, toMs: pc.nowMs + DAY_MS };
  pc.nowMs += days * DAY_MS;
  valueOf(await pc.archive.stopRecording());
  return { pc, query };
}

interface Query {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Of the three hours; the days after them are open on one side and over on the other. */
async function figures(pc: TestPc, { fromMs, toMs }: Query): Promise<unknown> {
  const all = await Promise.all(
    MINUTES.map((intervalMinutes) => pc.archive.history({ fromMs, toMs, intervalMinutes })),
  );
  return all.map((each) => valueOf(each).filter(({ lines }) => lines.some((line) => line.in > 0)));
}

describe('days that are over', () => {
  it('are packed by and by, and every figure stays what it was', async () => {
    const { pc, query } = await shopAfter(5);
    await pc.archive.tick();
    const unpacked = await figures(pc, query);
    pc.reload();
    valueOf(await pc.archive.open('store'));
    for (let turn = 0; turn < 3; turn += 1) await pc.archive.tick();
    const stores = await dump(pc.factory, 'kazoe');
    expect(stores.get('day_block')?.length).toBeGreaterThan(3);
    expect(
      stores.get('line_slot')?.some((record) => (record as { slot: number }).slot * 60_000 < query.toMs),
    ).toBe(false);
    expect(await figures(pc, query)).toEqual(unpacked);
  });

  it('are known to the inventory: no block is foreign', async () => {
    const { pc } = await shopAfter(5);
    for (let turn = 0; turn < 3; turn += 1) await pc.archive.tick();
    const places = valueOf(await pc.archive.inventory('all')).places;
    expect(places.find(({ place }) => place === 'kazoe/day_block')?.records).toBeGreaterThan(3);
    expect(places.filter(({ foreign }) => foreign > 0)).toEqual([]);
  });

  it('stay as they are with a record that differs from the schema, for the self-check to find', async () => {
    const { pc } = await shopAfter(5);
    pc.reload();
    await plant(pc);
    valueOf(await pc.archive.open('store'));
    for (let turn = 0; turn < 3; turn += 1) await pc.archive.tick();
    const lines = valueOf(await pc.archive.inventory('all')).places.find(
      ({ place }) => place === 'kazoe/line_slot',
    );
    expect(lines?.foreign).toBe(1);
  });

  it('are purged with the rest, a day of UTC cut where the business day begins', async () => {
    const { pc, query } = await shopAfter(5);
    pc.reload();
    valueOf(await pc.archive.open('store'));
    for (let turn = 0; turn < 3; turn += 1) await pc.archive.tick();
    pc.nowMs = Date.parse('2027-12-24T12:00:00+09:00'); // 13 months after the morning that was counted
    pc.reload();
    valueOf(await pc.archive.open('store'));
    expect(await figures(pc, query)).not.toEqual([[], [], []]);
    pc.nowMs += DAY_MS;
    pc.reload();
    expect(valueOf(await pc.archive.open('store')).purged).toBeGreaterThan(10);
    expect(await figures(pc, query)).toEqual([[], [], []]);
  });
});

/** A record that somebody put there beside the gate. */
async function plant(pc: TestPc): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = pc.factory.open('kazoe');
    opening.onerror = () => reject(new Error('closed'));
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('line_slot', 'readwrite');
      transaction.objectStore('line_slot').put({ slot: 29_664_000, line: 99, note: 'who it was' });
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
