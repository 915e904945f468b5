import { describe, expect, it, test } from 'vitest';
import { aCrossing, aRecordingPc, aSetup, dump, valueOf } from './a-shop.ts';

async function aShopOf(people: number) {
  const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
  await pc.run(people, (atMs) => ({ events: [aCrossing(atMs - 300, 'in')] }));
  return pc;
}

describe('people counted by hand', () => {
  it('are the number in the store from then on; in and out stay as they were counted', async () => {
    const pc = await aShopOf(5);
    valueOf(await pc.archive.recount(2));
    await pc.run(1, (atMs) => ({ events: [aCrossing(atMs - 300, 'in')] }));
    const today = valueOf(await pc.archive.today());
    expect(today).toMatchObject({ in: 6, out: 0, occupancy: 3 });
    expect(today.total.occupancy).toMatchObject({ end: 3, recount: -3, max: 5 });
  });

  it('are in the journal with the number that they replaced', async () => {
    const pc = await aShopOf(5);
    valueOf(await pc.archive.recount(2));
    const [entry] = valueOf(await pc.archive.journal(1));
    expect(entry).toMatchObject({ code: 'recounted', numbers: [5, 2], texts: [] });
    expect(valueOf(await pc.archive.checkJournal('all')).brokenAt).toBeNull();
  });

  it('outlive a reload, and end with the business day', async () => {
    const pc = await aShopOf(5);
    valueOf(await pc.archive.recount(9));
    pc.reload();
    valueOf(await pc.archive.open('store'));
    valueOf(await pc.archive.startRecording(aSetup()));
    await pc.run(2);
    expect(valueOf(await pc.archive.today())).toMatchObject({
      occupancy: 9,
      total: { occupancy: { recount: 4 } },
    });
    pc.nowMs = Date.parse('2026-11-25T10:00:00+09:00');
    await pc.run(10);
    const tomorrow = valueOf(await pc.archive.today());
    expect(tomorrow.occupancy).toBe(0);
    expect(tomorrow.total.occupancy).not.toHaveProperty('recount');
  });

  it('leave no trace in slots where nobody recounted', async () => {
    const pc = await aShopOf(3);
    await pc.archive.tick();
    await pc.archive.stopRecording();
    const [slot] = (await dump(pc.factory, 'kazoe')).get('store_slot') ?? [];
    expect(slot).toBeDefined();
    expect(slot).not.toHaveProperty('recount');
  });

  test.each([-1, 1.5, 100_001, Number.NaN])(
    'are refused where they are no number of people: %s',
    async (people) => {
      const pc = await aShopOf(1);
      expect(await pc.archive.recount(people)).toMatchObject({
        ok: false,
        problem: { code: 'settings-invalid' },
      });
    },
  );

  it('are refused in a tab that only reads', async () => {
    const pc = await aShopOf(1);
    valueOf(await pc.archive.open('store', 'read'));
    expect(await pc.archive.recount(3)).toMatchObject({ ok: false, problem: { code: 'counting-elsewhere' } });
  });
});
