import { describe, expect, it } from 'vitest';
import type { Direction } from '../../src/core/counting/counting-event.ts';
import { createAccuracyStore, type AccuracyStore } from '../../src/state/accuracy-store.ts';
import { aLiveShop, film, type Shop } from './builders.ts';
import { settle } from './ports/manual-clock.ts';
import { aTally } from './ports/memory-ports.ts';

const LINE = 2;

interface Checked extends Shop {
  readonly accuracy: AccuracyStore;
}

async function aCheckedShop(): Promise<Checked> {
  const shop = await aLiveShop();
  const accuracy = createAccuracyStore({ ...shop, permit: shop.access.permit }, shop.counting.site);
  shop.counting.watch(accuracy.take);
  await film(shop, 200);
  return { ...shop, accuracy };
}

/** The system counts somebody now. */
function cross({ vision, clock }: Shop, direction: Direction, line = 0): void {
  const atMs = clock.nowMs();
  vision.see(
    aTally({
      atMs,
      measuredFromMs: atMs - 100,
      events: [{ kind: 'crossing', line, direction, atMs, startsParty: true, staff: false }],
    }),
  );
}

describe('an accuracy check', () => {
  it('counts by hand while the system counts unseen, and keeps both', async () => {
    const shop = await aCheckedShop();
    expect(await shop.accuracy.start(LINE)).toBe(true);
    for (const direction of ['in', 'in', 'out'] as const) {
      shop.accuracy.press(direction);
      cross(shop, direction);
      await film(shop, 500);
    }
    cross(shop, 'in');
    expect(shop.accuracy.running.value).toMatchObject({ in: 2, out: 1, isEnding: false });
    expect(JSON.stringify(shop.accuracy.running.value)).not.toContain('system');
    await film(shop, 500);
    shop.accuracy.end();
    await film(shop, 5000);
    expect(shop.accuracy.running.value).toBeNull();
    expect(shop.archive.checks).toHaveLength(1);
    expect(shop.archive.checks[0]).toMatchObject({
      line: LINE,
      intervals: [{ manualIn: 2, manualOut: 1, systemIn: 3, systemOut: 1 }],
    });
  });

  it('takes the last key back', async () => {
    const shop = await aCheckedShop();
    await shop.accuracy.start(LINE);
    shop.accuracy.press('in');
    shop.accuracy.press('out');
    shop.accuracy.undo();
    expect(shop.accuracy.running.value).toMatchObject({ in: 1, out: 0, canUndo: true });
  });

  it('counts nothing that happens after its end, and waits for what is still becoming known', async () => {
    const shop = await aCheckedShop();
    await shop.accuracy.start(LINE);
    shop.accuracy.press('in');
    await film(shop, 1000);
    const endedAtMs = shop.clock.nowMs();
    shop.accuracy.end();
    shop.accuracy.press('in');
    expect(shop.accuracy.running.value).toMatchObject({ in: 1, isEnding: true });
    await film(shop, 1000);
    shop.vision.see(
      aTally({
        atMs: shop.clock.nowMs(),
        measuredFromMs: shop.clock.nowMs() - 100,
        events: [
          {
            kind: 'crossing',
            line: 0,
            direction: 'in',
            atMs: endedAtMs - 200,
            startsParty: true,
            staff: false,
          },
          {
            kind: 'crossing',
            line: 0,
            direction: 'in',
            atMs: endedAtMs + 200,
            startsParty: true,
            staff: false,
          },
        ],
      }),
    );
    await film(shop, 5000);
    expect(shop.archive.checks[0]?.intervals).toEqual([
      { manualIn: 1, manualOut: 0, systemIn: 1, systemOut: 0 },
    ]);
  });

  it('leaves the minutes out in which the camera was not measured', async () => {
    const shop = await aCheckedShop();
    await shop.accuracy.start(LINE);
    shop.accuracy.press('in');
    await shop.clock.advance(4000);
    await film(shop, 300);
    shop.accuracy.end();
    await film(shop, 5000);
    expect(shop.archive.checks[0]?.intervals).toEqual([]);
  });

  it('ends on its own when the camera stands still', async () => {
    const shop = await aCheckedShop();
    await shop.accuracy.start(LINE);
    shop.accuracy.press('in');
    shop.accuracy.end();
    await shop.clock.advance(16_000);
    expect(shop.accuracy.running.value).toBeNull();
    expect(shop.archive.checks).toHaveLength(1);
  });

  it('is thrown away, and says so, when its line is changed meanwhile', async () => {
    const shop = await aCheckedShop();
    await shop.accuracy.start(LINE);
    shop.accuracy.press('in');
    const [camera] = shop.counting.site.value.cameras;
    await shop.settings.removeEntity(camera!.id, LINE);
    await film(shop, 500);
    expect(shop.accuracy.running.value).toBeNull();
    expect(shop.accuracy.problem.value).toEqual({ code: 'check-empty' });
    expect(shop.archive.checks).toEqual([]);
  });

  it('does not begin at a line that is not measured', async () => {
    const shop = await aCheckedShop();
    expect(await shop.accuracy.start(99)).toBe(false);
    const other = createAccuracyStore({ ...shop, permit: shop.access.permit }, shop.counting.site);
    expect(await other.start(LINE)).toBe(false);
  });

  it('tells when it could not be kept', async () => {
    const shop = await aCheckedShop();
    shop.archive.problems.saveCheck = 'storage-full';
    await shop.accuracy.start(LINE);
    shop.accuracy.end();
    await film(shop, 5000);
    expect(shop.accuracy.problem.value).toEqual({ code: 'storage-full' });
    expect(shop.accuracy.isUnsaved.value).toBe(true);
    delete shop.archive.problems.saveCheck;
    await shop.accuracy.keep();
    expect([shop.accuracy.isUnsaved.value, shop.accuracy.problem.value]).toEqual([false, null]);
    expect(shop.archive.checks).toHaveLength(1);
  });

  describe('once there is a PIN', () => {
    const PIN = '284917';
    async function aGuardedShop(): Promise<Checked> {
      const shop = await aCheckedShop();
      await shop.access.setPin('manager', PIN);
      return shop;
    }

    it('begins with the manager’s, and not without', async () => {
      const shop = await aGuardedShop();
      const refused = shop.accuracy.start(LINE);
      await settle();
      expect(shop.access.asked.value).toBe('change');
      shop.access.cancel();
      expect(await refused).toBe(false);
      expect(shop.accuracy.problem.value).toMatchObject({ code: 'not-permitted' });
      const begun = shop.accuracy.start(LINE);
      await settle();
      await shop.access.signIn(PIN, 'change');
      expect(await begun).toBe(true);
      expect(shop.accuracy.problem.value).toBeNull();
    });

    it('is kept with it, and not lost where it was not given', async () => {
      const shop = await aGuardedShop();
      await shop.access.signIn(PIN, 'change');
      await shop.accuracy.start(LINE);
      shop.accuracy.press('in');
      shop.access.signOut();
      shop.accuracy.end();
      await film(shop, 5000);
      expect(shop.access.asked.value).toBe('change');
      shop.access.cancel();
      await settle();
      expect(shop.archive.checks).toEqual([]);
      expect(shop.accuracy.isUnsaved.value).toBe(true);
      expect(await shop.accuracy.start(LINE)).toBe(false); // not over the one that waits
      const kept = shop.accuracy.keep();
      await settle();
      await shop.access.signIn(PIN, 'change');
      await kept;
      expect(shop.archive.checks).toHaveLength(1);
      expect(shop.accuracy.isUnsaved.value).toBe(false);
    });
  });
});
