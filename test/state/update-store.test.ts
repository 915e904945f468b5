import { describe, expect, it, test } from 'vitest';
import type { Site } from '../../src/core/site/site.ts';
import { createAccuracyStore, type AccuracyStore } from '../../src/state/accuracy-store.ts';
import { createUpdateStore, type UpdateStore } from '../../src/state/update-store.ts';
import { aLiveShop, aShop, aSite, codes, film, type Shop } from './builders.ts';
import { aTally } from './ports/memory-ports.ts';
import { MemoryUpdate } from './ports/memory-update.ts';

const HOUR_MS = 3_600_000;
/** It is ten in the morning in Tokyo: a shop that closes in half an hour. */
const CLOSES_SOON: Site = {
  ...aSite(),
  calendar: {
    week: Array.from({ length: 7 }, () => ({ fromMinute: 60, toMinute: 630 })),
    exceptions: [],
    holidays: false,
    notes: [],
  },
};
/** It is four in the morning in Moscow. */
const WITHOUT_HOURS: Site = { ...aSite(), store: { ...aSite().store, timeZone: 'Europe/Moscow' } };

interface UpdatedShop extends Shop {
  readonly update: MemoryUpdate;
  readonly store: UpdateStore;
  readonly accuracy: AccuracyStore;
}

function withUpdates(shop: Shop): UpdatedShop {
  const update = new MemoryUpdate();
  const accuracy = createAccuracyStore({ ...shop, permit: shop.access.permit }, shop.counting.site);
  shop.counting.watch(accuracy.take);
  return {
    ...shop,
    update,
    accuracy,
    store: createUpdateStore({ ...shop, update, accuracy }, shop.counting),
  };
}

const at = (tokyo: string): number => Date.parse(`2026-11-24T${tokyo}+09:00`);
const until = ({ clock }: Shop, tokyo: string): Promise<void> => clock.advance(at(tokyo) - clock.nowMs());

describe('an update', () => {
  it('is looked for each hour', async () => {
    const { clock, update } = withUpdates(aShop());
    await clock.advance(3 * HOUR_MS);
    expect(update.checks).toBe(3);
  });

  it('waits for closing time: counting is stopped, noted, and the page loaded anew once', async () => {
    const shop = withUpdates(await aLiveShop(CLOSES_SOON));
    const { store, update, archive, platform, counting } = shop;
    expect(store.planned.value).toBeNull();
    update.arrive();
    expect(store.planned.value).toMatchObject({ kind: 'closed', fromMs: at('11:00:00') });
    await until(shop, '11:00:00');
    expect([counting.state.value.kind, platform.reloads]).toEqual(['running', 0]);
    await until(shop, '11:05:00');
    expect(archive.updates).toEqual([{ from: 'a'.repeat(64), to: 'b'.repeat(64), by: 'timetable' }]);
    expect(archive.stopped).toBe(1);
    expect([counting.state.value.kind, update.taken, platform.reloads]).toEqual(['stopped', 1, 1]);
  });

  it('waits until nobody has used the page for five minutes', async () => {
    const shop = withUpdates(await aLiveShop(CLOSES_SOON));
    shop.update.arrive();
    await until(shop, '10:59:00');
    shop.store.touch();
    await until(shop, '11:03:55');
    expect(shop.platform.reloads).toBe(0);
    await until(shop, '11:04:10');
    expect(shop.platform.reloads).toBe(1);
  });

  it('waits for a check that could not be kept yet', async () => {
    const shop = withUpdates(await aLiveShop(CLOSES_SOON));
    const { accuracy, platform } = shop;
    shop.archive.problems.saveCheck = 'storage-full';
    await film(shop, 200);
    expect(await accuracy.start(2)).toBe(true);
    accuracy.press('in');
    accuracy.end();
    await film(shop, 5000);
    expect(accuracy.isUnsaved.value).toBe(true);
    shop.update.arrive();
    await until(shop, '11:10:00');
    expect(platform.reloads).toBe(0);
    delete shop.archive.problems.saveCheck;
    await accuracy.keep();
    await until(shop, '11:10:10');
    expect(platform.reloads).toBe(1);
  });

  it('waits for nobody to be in view where the store says no hours', async () => {
    const shop = withUpdates(await aLiveShop(WITHOUT_HOURS));
    shop.update.arrive();
    expect(shop.store.planned.value).toMatchObject({ kind: 'quiet', fromMs: at('10:00:00') });
    await until(shop, '10:04:50');
    const people = [{ x: 0.5, y: 0.5 }] as never;
    shop.vision.see(aTally({ camera: 1, atMs: shop.clock.nowMs(), people }));
    await until(shop, '10:05:45');
    expect(shop.platform.reloads).toBe(0);
    await until(shop, '10:05:55');
    expect(shop.platform.reloads).toBe(1);
  });

  it('is applied at once when somebody asks', async () => {
    const { store, update, archive, platform } = withUpdates(await aLiveShop(CLOSES_SOON));
    update.arrive();
    await store.apply();
    expect(archive.updates).toMatchObject([{ by: 'operator' }]);
    expect([update.taken, platform.reloads]).toEqual([1, 1]);
  });

  it('that does not take over leaves the page as it is: counting goes on, and it is told', async () => {
    const shop = withUpdates(await aLiveShop(CLOSES_SOON));
    shop.update.takesOver = false;
    shop.update.arrive();
    await until(shop, '11:20:00');
    await film(shop, 1000);
    expect([shop.counting.state.value.kind, shop.platform.reloads]).toEqual(['running', 0]);
    expect(codes(shop)).toContain('update-failed');
    expect(shop.update.taken).toBe(1); // and is not tried again and again
  });

  it('that does not take over while counting is being started leaves it started', async () => {
    const shop = withUpdates(aShop(CLOSES_SOON));
    shop.update.takesOver = false;
    shop.update.arrive();
    const started = shop.counting.start();
    const applied = shop.store.apply();
    await Promise.all([started, applied]);
    expect([shop.archive.stopped, shop.counting.state.value.kind]).toEqual([1, 'running']);
  });

  it('leaves counting stopped where the operator had stopped it', async () => {
    const shop = withUpdates(await aLiveShop(CLOSES_SOON));
    await shop.counting.stop();
    shop.update.takesOver = false;
    shop.update.arrive();
    await shop.store.apply();
    expect(shop.counting.state.value.kind).toBe('stopped');
  });
});

test('a tab that does not count leaves the update to the one that does, and is loaded anew with it', async () => {
  const shop = withUpdates(aShop(CLOSES_SOON));
  shop.tab.elsewhere = true;
  await shop.counting.start();
  shop.update.arrive();
  expect(shop.store.isOther.value).toBe(true);
  await shop.store.apply();
  await until(shop, '11:20:00');
  expect([shop.update.taken, shop.platform.reloads]).toEqual([0, 0]);
  shop.update.replace();
  expect(shop.platform.reloads).toBe(1);
});
