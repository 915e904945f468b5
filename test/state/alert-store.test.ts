import { describe, expect, it } from 'vitest';
import { NO_ALERTS, type AlertSettings } from '../../src/core/alerts/alert-settings.ts';
import type { RaisedAlert } from '../../src/core/alerts/alert-board.ts';
import { ok } from '../../src/core/result.ts';
import type { Site } from '../../src/core/site/site.ts';
import { createAlertStore } from '../../src/state/alert-store.ts';
import { aCamera, aShop, aSite, aZone, film } from './builders.ts';
import { aTally } from './ports/memory-ports.ts';

const zones = [aZone({ id: 4, name: 'Till', kind: 'queue' })];

async function watching(alerts: Partial<AlertSettings>, settings: Partial<Site> = {}) {
  const shop = aShop({ ...aSite([aCamera({ zones })]), alerts: { ...NO_ALERTS, ...alerts }, ...settings });
  const store = createAlertStore(shop.clock, shop.counting);
  const told: string[] = [];
  const stop = store.watch((raised: readonly RaisedAlert[]) => {
    told.push(...raised.map(({ watch }) => watch.key));
  });
  await shop.counting.start();
  const queueOf = async (people: number, seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) {
      shop.vision.see(aTally({ zonesNow: [people] }));
      await shop.clock.advance(1000);
    }
  };
  return { ...shop, store, told, stop, queueOf };
}

describe('a low coverage', () => {
  // The clock of the test begins at 10:00 in Tokyo.
  it.each([
    { opensAt: 540, told: ['coverage-low'] },
    { opensAt: 660, told: [] },
  ])('is told while the store is open alone: opens at minute $opensAt', async ({ opensAt, told }) => {
    const hours = { fromMinute: opensAt, toMinute: 1320 };
    const week = Array.from({ length: 7 }, () => hours);
    const calendar = { week, exceptions: [], holidays: false, notes: [] };
    const shop = await watching({ coverageBelow: 90 }, { calendar });
    const answer = shop.archive.today.bind(shop.archive);
    shop.archive.today = async () => {
      const today = await answer();
      return today.ok ? ok({ ...today.value, total: { ...today.value.total, coverage: 0.2 } }) : today;
    };
    await shop.queueOf(1, 120);
    expect(shop.told).toEqual(told);
  });
});

describe('alerts of the shop', () => {
  it('come after the queue has been long for ten seconds, once, and go when it is short', async () => {
    const shop = await watching({ queues: [{ zone: 4, length: 3, waitMinutes: null }] });
    await shop.queueOf(3, 9);
    expect(shop.store.raised.value).toEqual([]);
    await shop.queueOf(3, 60);
    expect(shop.store.raised.value).toMatchObject([{ value: 3, watch: { name: 'Till', limit: 3 } }]);
    expect(shop.told).toEqual(['queue-length:4']);
    await shop.queueOf(1, 30);
    expect(shop.store.raised.value).toEqual([]);
  });

  it('are shown and not told in quiet hours, on the clock of the shop', async () => {
    // The clock of the test begins at 10:00 in Tokyo.
    const quiet = { fromMinute: 600, toMinute: 610 };
    const shop = await watching({ quiet, queues: [{ zone: 4, length: 3, waitMinutes: null }] });
    await shop.queueOf(5, 60);
    expect(shop.store.raised.value).toHaveLength(1);
    expect(shop.store.isQuiet.value).toBe(true);
    expect(shop.told).toEqual([]);
    await shop.queueOf(5, 9 * 60 + 10);
    expect(shop.told).toEqual(['queue-length:4']);
  });

  it('are told again until somebody has seen them', async () => {
    const shop = await watching({ repeatMinutes: 1, queues: [{ zone: 4, length: 3, waitMinutes: null }] });
    await shop.queueOf(5, 140);
    expect(shop.told).toHaveLength(3);
    shop.store.dismiss('queue-length:4');
    await shop.queueOf(5, 140);
    expect(shop.told).toHaveLength(3);
    expect(shop.store.raised.value).toMatchObject([{ isSeen: true }]);
  });

  it('tell of a camera that has stopped', async () => {
    const shop = await watching({ cameraStoppedMinutes: 1 });
    await film(shop, 5000);
    await shop.clock.advance(50_000);
    expect(shop.told).toEqual([]);
    await shop.clock.advance(30_000);
    expect(shop.told).toEqual(['camera-stopped:1']);
  });

  it('end when the shop stops counting, and nobody looks after the end', async () => {
    const shop = await watching({ queues: [{ zone: 4, length: 3, waitMinutes: null }] });
    await shop.queueOf(5, 30);
    await shop.counting.stop();
    expect(shop.store.raised.value).toEqual([]);
    shop.stop();
    expect(shop.clock.running).toBe(0);
  });
});
