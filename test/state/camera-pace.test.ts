import { describe, expect, it, test } from 'vitest';
import { NO_HEALTH, type CameraStatus } from '../../src/state/camera-status.ts';
import { FrameWork, NO_COST } from '../../src/state/frame-work.ts';
import { PaceWatch } from '../../src/state/pace-watch.ts';
import { shortfallOf } from '../../src/state/shortfall.ts';
import { aCamera, aLine, aLiveShop, aSite, type Shop } from './builders.ts';
import { aTally } from './ports/memory-ports.ts';

describe('what the frames cost', () => {
  it('is the mean over the frames on which the network ran, and over all for the rest', () => {
    const work = new FrameWork();
    for (let frame = 0; frame <= 10; frame++) {
      const still = frame > 5;
      const gated = Math.max(0, frame - 5);
      const frames = { received: frame, analysed: frame, gated, skipped: 0, closed: frame, alive: 0 };
      work.add(frame * 100, aTally({ frames, detectMs: still ? 0 : 60, otherMs: still ? 2 : 4 }));
    }
    const { detectMs, otherMs, sparedShare, engineShare } = work.at(1000);
    expect([detectMs, otherMs, sparedShare]).toEqual([60, 3, 0.5]);
    expect(engineShare).toBeCloseTo((5 * 64 + 5 * 2) / 1000, 6);
  });

  it('is forgotten after ten seconds, and with a new run', () => {
    const work = new FrameWork();
    work.add(0, aTally({ detectMs: 500 }));
    work.add(100, aTally({ detectMs: 500 }));
    work.add(10_500, aTally({ detectMs: 40 }));
    expect(work.at(10_500).detectMs).toBe(40);
    expect(work.at(30_000)).toEqual(NO_COST);
    work.add(30_000, aTally({}));
    work.reset();
    expect(work.at(30_000)).toEqual(NO_COST);
  });
});

describe('a camera', () => {
  /** Frames at `fps` from one second to another; returns what is said at the end. */
  const run = (watch: PaceWatch, from: { s: number; frames: number }, to: { s: number; fps: number }) => {
    let frames = from.frames;
    for (let atMs = from.s * 1000; atMs <= to.s * 1000; atMs += 1000 / to.fps) watch.add(atMs, frames++);
    return { behind: watch.isBehind(to.s * 1000, 10), frames };
  };

  test.each([
    { fps: 7, behind: true },
    { fps: 9, behind: false },
    { fps: 3, behind: true },
  ])('with $fps frames a second of 10 is behind: $behind', ({ fps, behind }) => {
    expect(run(new PaceWatch(), { s: 0, frames: 0 }, { s: 12, fps }).behind).toBe(behind);
  });

  it('is not behind before ten seconds, nor where every frame is wanted', () => {
    const watch = new PaceWatch();
    expect(run(watch, { s: 0, frames: 0 }, { s: 9, fps: 2 }).behind).toBe(false);
    run(watch, { s: 9, frames: 18 }, { s: 20, fps: 2 });
    expect(watch.isBehind(20_000, null)).toBe(false);
  });

  it('that trembles about the limit stays behind until it has clearly caught up', () => {
    const watch = new PaceWatch();
    const slow = run(watch, { s: 0, frames: 0 }, { s: 12, fps: 7.5 });
    const trembling = run(watch, { s: 12, frames: slow.frames }, { s: 24, fps: 8.5 });
    const well = run(watch, { s: 24, frames: trembling.frames }, { s: 36, fps: 10 });
    expect([slow.behind, trembling.behind, well.behind]).toEqual([true, true, false]);
  });
});

describe('why a camera is behind', () => {
  const aStatus = (given: {
    fps: number;
    engineShare: number;
    behind?: boolean;
    phase?: CameraStatus['phase'];
  }): CameraStatus => ({
    camera: { ...aCamera(), floorZones: [] },
    phase: given.phase ?? 'live',
    sinceMs: 0,
    problem: null,
    retryAtMs: null,
    wantedFps: 10,
    stats: null,
    picture: null,
    health: {
      ...NO_HEALTH,
      fps: given.fps,
      behind: given.behind ?? true,
      cost: { ...NO_COST, engineShare: given.engineShare },
    },
  });

  test.each([
    { shares: [0.5, 0.45], cause: 'engine' },
    { shares: [0.95], cause: 'engine' },
    { shares: [0.2], cause: 'camera' },
    { shares: [0.2, 0.3], cause: 'camera' },
  ])('with an engine that works $shares of the time is the $cause', ({ shares, cause }) => {
    const all = shares.map((engineShare) => aStatus({ fps: 6, engineShare }));
    expect(shortfallOf(all[0]!, all)).toEqual({ cause, unsure: false });
  });

  it('is told with a warning under four frames a second', () => {
    const status = aStatus({ fps: 3.9, engineShare: 1 });
    expect(shortfallOf(status, [status])).toEqual({ cause: 'engine', unsure: true });
  });

  it('is not asked where it keeps its pace or is not live', () => {
    for (const status of [
      aStatus({ fps: 6, engineShare: 1, behind: false }),
      aStatus({ fps: 0, engineShare: 0, phase: 'stalled' }),
    ]) {
      expect(shortfallOf(status, [status])).toBeNull();
    }
  });
});

describe('in a shop', () => {
  /** Counts of one camera come in at a rate, for a time. */
  async function filmAt(shop: Shop, fps: number, seconds: number): Promise<void> {
    for (let frame = 1; frame <= fps * seconds; frame++) {
      await shop.clock.advance(1000 / fps);
      const frames = { received: frame, analysed: frame, gated: 0, skipped: 0, closed: frame, alive: 0 };
      shop.vision.see(aTally({ frames, detectMs: 280, otherMs: 20 }));
    }
  }

  it('a camera knows what is wanted of it and that this PC cannot do it', async () => {
    const shop = await aLiveShop();
    await filmAt(shop, 3, 15);
    const [status] = shop.counting.cameras.value;
    expect(status?.wantedFps).toBe(10);
    expect(status?.health.fps).toBeCloseTo(3, 0);
    expect(shortfallOf(status!, shop.counting.cameras.value)).toEqual({ cause: 'engine', unsure: true });
  });

  it('the demo store wants every frame and is never behind', async () => {
    const shop = await aLiveShop(aSite([]));
    await filmAt(shop, 3, 15);
    const [status] = shop.counting.cameras.value;
    expect([status?.wantedFps, status?.health.behind]).toEqual([null, false]);
  });

  it('a camera with an entrance weighs double', async () => {
    const lines = [aLine({ id: 11, kind: 'passage' })];
    const till = aCamera({ id: 9, name: 'Till', lines, zones: [] });
    const shop = await aLiveShop(aSite([aCamera(), till]));
    expect([1, 9].map((camera) => shop.vision.setups.get(camera)?.weight)).toEqual([2, 1]);
  });
});
