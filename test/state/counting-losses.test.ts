import { describe, expect, it, test } from 'vitest';
import type { ProblemCode } from '../../src/core/result.ts';
import { aCamera, aLiveShop, aShop, aSite, codes, film, phase } from './builders.ts';
import { settle } from './ports/manual-clock.ts';

describe('a camera', () => {
  it('that sends nothing for three seconds is stalled, then opened again', async () => {
    const shop = await aLiveShop();
    await shop.clock.advance(3300);
    expect(phase(shop)).toBe('stalled');
    expect(codes(shop)).toEqual(['camera-stalled']);
    expect(shop.archive.gaps.at(-1)).toEqual([1, 'stalled']);
    await shop.clock.advance(3000);
    expect(shop.cameras.opened).toEqual([1, 1]);
    await film(shop, 500);
    expect(phase(shop)).toBe('live');
    expect(codes(shop)).toEqual([]);
    expect(shop.archive.gaps.at(-1)).toEqual([1, null]);
  });

  it('whose stream ends is opened again after a short wait', async () => {
    const shop = await aLiveShop();
    shop.cameras.end(1, { code: 'camera-ended' });
    await settle();
    expect(phase(shop)).toBe('reconnecting');
    await shop.clock.advance(1000);
    expect(shop.cameras.opened).toEqual([1, 1]);
  });

  it('that cannot be reached is tried ever more slowly, and from the start after a steady run', async () => {
    const shop = aShop();
    shop.cameras.problems.set(1, { code: 'camera-unreachable' });
    const open = shop.cameras.open.bind(shop.cameras);
    const triedAtMs: number[] = [];
    const beganMs = shop.clock.nowMs();
    shop.cameras.open = (camera) => {
      triedAtMs.push(shop.clock.nowMs() - beganMs);
      return open(camera);
    };
    await shop.counting.start();
    await shop.clock.advance(60_000);
    const waits = triedAtMs.slice(1).map((atMs, index) => atMs - (triedAtMs[index] ?? 0));
    expect(waits.slice(0, 6)).toEqual([500, 1000, 2000, 4000, 6000, 6000]);
    shop.cameras.problems.clear();
    await shop.clock.advance(16_000);
    await film(shop, 11_000);
    shop.cameras.end(1, { code: 'camera-ended' });
    await settle();
    const lostMs = shop.clock.nowMs() - beganMs;
    await shop.clock.advance(1000);
    expect((triedAtMs.at(-1) ?? 0) - lostMs).toBeLessThanOrEqual(750);
  });

  test.each<ProblemCode>(['camera-permission-denied', 'camera-origin-not-allowed'])(
    'with %s waits for a person',
    async (code) => {
      const shop = aShop();
      shop.cameras.problems.set(1, { code });
      await shop.counting.start();
      await shop.clock.advance(600_000);
      expect(phase(shop)).toBe('needs-attention');
      shop.cameras.problems.clear();
      shop.counting.retryCamera(1);
      await film(shop, 300);
      expect(phase(shop)).toBe('live');
    },
  );

  test.each<ProblemCode>(['camera-credentials-refused', 'camera-codec-unsupported'])(
    'with %s is tried each minute',
    async (code) => {
      const shop = aShop();
      shop.cameras.problems.set(1, { code });
      await shop.counting.start();
      await shop.clock.advance(59_000);
      shop.cameras.problems.clear();
      expect(shop.cameras.opened).toEqual([]);
      await shop.clock.advance(2000);
      expect(shop.cameras.opened).toEqual([1]);
    },
  );

  it('gets its access data, and no other camera does', async () => {
    const shop = aShop(
      aSite([
        aCamera({ id: 1, source: { kind: 'whep', url: 'http://gw/whep' } }),
        aCamera({ id: 5, name: 'Cable', lines: [], zones: [] }),
      ]),
    );
    shop.archive.credentials.set(1, { kind: 'bearer', token: 'x' });
    shop.archive.credentials.set(5, { kind: 'bearer', token: 'y' });
    const given: unknown[] = [];
    const open = shop.cameras.open.bind(shop.cameras);
    shop.cameras.open = (camera, credential?: unknown) => {
      given.push([camera.id, credential]);
      return open(camera);
    };
    await shop.counting.start();
    await settle();
    expect(given).toContainEqual([1, { kind: 'bearer', token: 'x' }]);
    expect(given).toContainEqual([5, null]);
  });

  it('that is late after it was given up is closed at once', async () => {
    const shop = aShop();
    const open = shop.cameras.open.bind(shop.cameras);
    let answer: () => void = () => undefined;
    shop.cameras.open = async (camera) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return open(camera);
    };
    await shop.counting.start();
    await settle();
    const stopped = shop.counting.stop();
    await shop.clock.advance(2000);
    await stopped;
    answer();
    await settle();
    expect(shop.cameras.open_.size).toBe(0);
  });
});

describe('the vision worker', () => {
  it('takes its cameras with it and brings them back', async () => {
    const shop = await aLiveShop();
    shop.vision.listener?.failed({ code: 'vision-worker-failed' });
    expect(phase(shop)).toBe('reconnecting');
    expect(shop.archive.gaps.at(-1)).toEqual([1, 'engine-restart']);
    expect(codes(shop)).toEqual(['vision-worker-failed']);
    expect(shop.cameras.open_.size).toBe(0);
    shop.vision.listener?.restarted(shop.vision.report);
    await film(shop, 500);
    expect(phase(shop)).toBe('live');
    expect(codes(shop)).toEqual([]);
  });
});

describe('the archive worker', () => {
  it('is replaced after it died, and told anew what is measured', async () => {
    const shop = await aLiveShop();
    shop.archive.problems.record = 'archive-worker-failed';
    await film(shop, 1000);
    expect(codes(shop)).toEqual(['archive-worker-failed']);
    delete shop.archive.problems.record;
    const told = shop.archive.gaps.length;
    await film(shop, 7000);
    expect(shop.archive.opened.at(-1)).toEqual(['store', 'write']);
    expect(shop.archive.recordings.length).toBeGreaterThan(1);
    expect(codes(shop)).toEqual([]);
    expect(shop.archive.gaps.slice(told)).toContainEqual([1, null]);
  });

  it('does not stop the counting with a full disk', async () => {
    const shop = await aLiveShop();
    shop.archive.problems.record = 'storage-full';
    await film(shop, 1000);
    expect(codes(shop)).toEqual(['storage-full']);
    expect(shop.counting.status.value).toBe('counting');
  });
});
