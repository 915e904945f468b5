import { describe, expect, it } from 'vitest';
import { aCamera, aLine, aLiveShop, aShop, aSite, aZone, codes, film, phase } from './builders.ts';
import { settle } from './ports/manual-clock.ts';
import { aTally } from './ports/memory-ports.ts';

describe('starting', () => {
  it('counts the demo store on a fresh profile, in a database of its own', async () => {
    const shop = aShop(null);
    await shop.counting.start();
    await film(shop, 500);
    expect(shop.archive.opened).toEqual([
      ['store', 'write'],
      ['demo', 'write'],
    ]);
    expect(shop.archive.recordings.at(-1)?.clock).toBe('tallies');
    expect(shop.counting.mode.value).toBe('demo');
    expect(shop.counting.status.value).toBe('counting');
    expect(shop.vision.setups.get(1)?.targetFps).toBeNull();
  });

  it('counts the shop where it has a camera', async () => {
    const shop = await aLiveShop();
    expect(shop.archive.opened).toEqual([['store', 'write']]);
    expect(shop.archive.recordings.at(-1)?.clock).toBe('wall');
    expect(shop.counting.status.value).toBe('counting');
    expect(shop.archive.gaps).toEqual([
      [1, 'connecting'],
      [1, null],
    ]);
  });

  it('says step by step what it waits for', async () => {
    const shop = aShop();
    const steps: string[] = [];
    shop.counting.state.subscribe((state) => steps.push(state.kind === 'starting' ? state.step : state.kind));
    await shop.counting.start();
    expect(steps).toEqual(['stopped', 'storage', 'engine', 'cameras', 'running']);
  });

  it('is not blocked by a start that broke', async () => {
    const shop = aShop();
    const missingFeatures = shop.platform.missingFeatures.bind(shop.platform);
    shop.platform.missingFeatures = () => {
      throw new Error('broken');
    };
    await expect(shop.counting.start()).rejects.toThrow('broken');
    shop.platform.missingFeatures = missingFeatures;
    await shop.counting.start();
    await film(shop, 500);
    expect(shop.counting.status.value).toBe('counting');
  });

  it('counts on in memory where nothing can be stored', async () => {
    const shop = aShop(null);
    shop.archive.problems.open = 'storage-unavailable';
    shop.archive.problems.readSite = 'storage-unavailable';
    await shop.counting.start();
    await film(shop, 500);
    expect(shop.counting.status.value).toBe('counting');
    expect(codes(shop)).toEqual(['storage-unavailable']);
  });

  it('does not start in a browser without what it needs', async () => {
    const shop = aShop();
    shop.platform.missing = ['VideoFrame'];
    await shop.counting.start();
    expect(shop.counting.status.value).toBe('stopped');
    expect(shop.problems.notices.value[0]?.problem).toEqual({
      code: 'browser-too-old',
      detail: { features: 'VideoFrame' },
    });
  });

  it('shows why the engine did not start, and starts when asked again', async () => {
    const shop = aShop();
    shop.vision.startProblem = { code: 'model-missing' };
    await shop.counting.start();
    expect(codes(shop)).toEqual(['model-missing']);
    shop.vision.startProblem = null;
    await shop.counting.start();
    await film(shop, 500);
    expect(codes(shop)).toEqual([]);
    expect(shop.counting.status.value).toBe('counting');
  });
});

describe('figures', () => {
  it('reach the archive in batches, each once', async () => {
    const shop = await aLiveShop();
    const before = shop.archive.recorded.length;
    await film(shop, 2000);
    await shop.clock.advance(300);
    expect(shop.archive.recorded.length - before).toBeGreaterThanOrEqual(20);
    expect(new Set(shop.archive.recorded.map(({ atMs }) => atMs)).size).toBe(shop.archive.recorded.length);
  });

  it('show a crossing within half a second', async () => {
    const shop = await aLiveShop();
    shop.vision.see(
      aTally({
        atMs: shop.clock.nowMs(),
        events: [{ kind: 'crossing', line: 0, direction: 'in', atMs: 0, startsParty: true, staff: false }],
      }),
    );
    await shop.clock.advance(500);
    expect(shop.counting.live.today.value?.in).toBe(1);
  });

  it('show who is in a zone while its camera is live, and nothing afterwards', async () => {
    const shop = await aLiveShop(
      aSite([aCamera({ zones: [aZone(), aZone({ id: 4, name: 'Till', kind: 'queue' })] })]),
    );
    expect(shop.counting.live.zonesNow.value.map(({ zone }) => zone.name)).toEqual(['Till', 'Shelf']);
    expect(shop.counting.live.zonesNow.value.map(({ people }) => people)).toEqual([null, 2]);
    await shop.clock.advance(4000);
    expect(shop.counting.live.zonesNow.value.map(({ people }) => people)).toEqual([null, null]);
  });

  it('leave staff zones out', async () => {
    const shop = await aLiveShop(aSite([aCamera({ zones: [aZone({ kind: 'staff' })] })]));
    expect(shop.counting.live.zonesNow.value).toEqual([]);
  });
});

describe('the status', () => {
  const two = aSite([aCamera(), aCamera({ id: 5, name: 'Till', lines: [], zones: [] })]);

  it('is partly missing while one camera of two is down', async () => {
    const shop = aShop(two);
    shop.cameras.problems.set(5, { code: 'camera-unreachable' });
    await shop.counting.start();
    await film(shop, 500);
    expect(shop.counting.status.value).toBe('partial');
  });

  it('does not count a paused camera', async () => {
    const shop = aShop(
      aSite([aCamera(), aCamera({ id: 5, name: 'Till', paused: true, lines: [], zones: [] })]),
    );
    await shop.counting.start();
    await film(shop, 500);
    expect(shop.counting.status.value).toBe('counting');
    expect(phase(shop, 1)).toBe('stopped');
    expect(shop.archive.gaps).toContainEqual([5, 'paused']);
  });

  it('is stopped when no camera is live', async () => {
    const shop = aShop();
    shop.cameras.problems.set(1, { code: 'camera-permission-denied' });
    await shop.counting.start();
    await settle();
    expect(shop.counting.status.value).toBe('stopped');
  });
});

describe('a second tab', () => {
  it('shows the figures of the first and takes over when it is gone', async () => {
    const shop = aShop();
    shop.tab.elsewhere = true;
    await shop.counting.start();
    expect(shop.counting.status.value).toBe('elsewhere');
    expect(shop.archive.opened).toEqual([['store', 'read']]);
    expect(shop.archive.recordings).toEqual([]);
    expect(shop.cameras.opened).toEqual([]);
    expect(shop.counting.live.today.value).not.toBeNull();
    expect(codes(shop)).toEqual(['counting-elsewhere']);
    shop.tab.leave();
    await settle();
    await film(shop, 500);
    expect(shop.counting.status.value).toBe('counting');
    expect(codes(shop)).toEqual([]);
  });

  it('never empties the demo store of the first', async () => {
    const shop = aShop(null);
    shop.tab.elsewhere = true;
    await shop.counting.start();
    expect(shop.archive.opened.every(([, access]) => access === 'read')).toBe(true);
  });
});

describe('a change of the site', () => {
  it('ends the demo with the first camera of the shop', async () => {
    const shop = aShop(null);
    await shop.counting.start();
    await film(shop, 500);
    await shop.settings.addCamera({
      name: 'Front',
      source: { kind: 'usb', deviceId: 'abc' },
      credential: null,
    });
    await shop.clock.advance(3000);
    await film(shop, 500);
    expect(shop.counting.mode.value).toBe('store');
    expect(shop.archive.stopped).toBe(1);
    expect(shop.archive.opened.at(-1)).toEqual(['store', 'write']);
    expect(shop.archive.recordings.at(-1)).toMatchObject({ clock: 'wall' });
    expect(shop.counting.status.value).toBe('counting');
  });

  it('does not interrupt a camera that is renamed', async () => {
    const shop = await aLiveShop();
    await shop.settings.renameCamera(1, 'Front door');
    await film(shop, 500);
    expect(shop.cameras.opened).toEqual([1]);
    expect(shop.counting.cameras.value[0]?.camera.name).toBe('Front door');
    expect(shop.archive.recordings.at(-1)?.site.cameras[0]?.name).toBe('Front door');
  });

  it('opens a camera anew that counts something else, after its last visits are recorded', async () => {
    const shop = await aLiveShop();
    const scene = { zones: [], masks: [], region: null };
    await shop.settings.setScene(1, { ...scene, lines: [aLine({ inward: { x: -1, y: 0 } })] });
    await shop.clock.advance(2000);
    await film(shop, 500);
    expect(shop.cameras.opened).toEqual([1, 1]);
    expect(shop.archive.recorded.some(({ ended }) => ended)).toBe(true);
    expect(shop.archive.recordings).toHaveLength(2);
    expect(shop.vision.setups.get(1)?.lines[0]?.inward).toEqual({ x: -1, y: 0 });
  });

  it('closes a camera that is paused and opens it when it is resumed', async () => {
    const shop = await aLiveShop();
    await shop.settings.pauseCamera(1, true);
    await shop.clock.advance(2000);
    expect(shop.cameras.open_.size).toBe(0);
    expect(phase(shop)).toBe('stopped');
    await shop.settings.pauseCamera(1, false);
    await shop.clock.advance(2000);
    await film(shop, 500);
    expect(phase(shop)).toBe('live');
  });

  it('follows the language in the names of the demo store without a stop', async () => {
    const shop = aShop(null);
    await shop.counting.start();
    await film(shop, 500);
    shop.demoCamera.value = { ...shop.demoCamera.value, name: 'デモカメラ' };
    await film(shop, 500);
    expect(shop.cameras.opened).toEqual([1]);
    expect(shop.counting.cameras.value[0]?.camera.name).toBe('デモカメラ');
  });
});

describe('stopping', () => {
  it('by the operator has the page loaded anew once all is written; any other stop does not', async () => {
    const shop = await aLiveShop();
    await shop.counting.stop();
    expect(shop.platform.reloadsStopped).toBe(0);
    await shop.counting.start();
    await shop.counting.halt();
    expect(shop.counting.state.value).toEqual({ kind: 'stopped' });
    expect(shop.platform.reloadsStopped).toBe(1);
  });

  it('lasts over a reload: settings and figures are there, no camera is opened, until it is started', async () => {
    const shop = aShop();
    await shop.counting.openStopped();
    await shop.clock.advance(1000);
    expect(shop.counting.state.value).toEqual({ kind: 'stopped' });
    expect(shop.counting.live.today.value).not.toBeNull();
    expect(shop.counting.cameras.value).toEqual([]);
    await shop.counting.start();
    await film(shop, 500);
    expect(shop.counting.status.value).toBe('counting');
  });

  it('closes every camera, records the rest and leaves no timer', async () => {
    const shop = await aLiveShop();
    const stopped = shop.counting.stop();
    await shop.clock.advance(2000);
    await stopped;
    expect(shop.cameras.open_.size).toBe(0);
    expect(shop.vision.setups.size).toBe(0);
    expect(shop.archive.stopped).toBe(1);
    expect(shop.clock.running).toBe(0);
    expect(shop.counting.status.value).toBe('stopped');
  });

  it('gives the engine back when the page goes', async () => {
    const shop = await aLiveShop();
    const closed = shop.counting.close();
    await shop.clock.advance(2000);
    await closed;
    expect(shop.vision.closed).toBe(true);
  });

  it('can be followed by a start', async () => {
    const shop = await aLiveShop();
    const stopped = shop.counting.stop();
    await shop.clock.advance(2000);
    await stopped;
    await shop.counting.start();
    await film(shop, 500);
    expect(shop.counting.status.value).toBe('counting');
  });
});

describe('the demo store', () => {
  it('shows no time of day before its first frame: its clock is not the PC’s', async () => {
    const shop = aShop(null);
    await shop.counting.start();
    await shop.clock.advance(2000);
    expect(shop.counting.live.today.value).toBeNull();
    await film(shop, 2000);
    expect(shop.counting.live.today.value).not.toBeNull();
  });

  it('begins its figures anew when it begins anew itself', async () => {
    const shop = aShop(null);
    await shop.counting.start();
    await film(shop, 500);
    shop.cameras.end(1, { code: 'camera-ended' });
    await shop.clock.advance(1000);
    await film(shop, 500);
    expect(shop.archive.opened.filter(([database]) => database === 'demo')).toHaveLength(2);
    expect(shop.archive.recordings).toHaveLength(2);
    expect(shop.counting.status.value).toBe('counting');
  });

  it('changes its speed and tells the truth once a second', async () => {
    const shop = aShop(null);
    await shop.counting.start();
    await shop.counting.setSpeed('fast-forward');
    expect(shop.demo.speed).toBe('fast-forward');
    shop.demo.exact = { simulatedMs: 1000, lines: [{ in: 3, out: 1 }], zones: [] };
    await film(shop, 1500);
    expect(shop.counting.live.truth.value?.lines[0]?.in).toBe(3);
  });
});
