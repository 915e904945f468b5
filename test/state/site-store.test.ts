import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../src/core/result.ts';
import type { Permit } from '../../src/state/access-store.ts';
import { createSiteStore } from '../../src/state/site-store.ts';
import { someMarks } from '../builders/floor-views.ts';
import { aFloorZone } from '../builders/site.ts';
import { aCamera, aLine, aSite, aZone } from './builders.ts';
import { MemoryArchive } from './ports/memory-archive.ts';

const free: Permit = () => Promise.resolve(ok(null));

async function aStore(site = aSite(), permit = free) {
  const archive = new MemoryArchive(site);
  const store = createSiteStore(archive, 'Asia/Tokyo', permit);
  await store.load();
  return { archive, store };
}

const ids = (camera: {
  readonly lines: readonly { id: number }[];
  readonly zones: readonly { id: number }[];
}) => [...camera.lines, ...camera.zones].map(({ id }) => id);

describe('the settings', () => {
  it('begin with the browser’s time zone and 13 months on a fresh profile', async () => {
    const store = createSiteStore(new MemoryArchive(null), 'Asia/Tokyo', free);
    await store.load();
    expect(store.site.value.store).toEqual({
      name: '',
      timeZone: 'Asia/Tokyo',
      dayStartsAtMinute: 0,
      retentionMonths: 13,
    });
    expect(store.hasCamera.value).toBe(false);
  });

  it('are saved whole, and what is refused changes nothing', async () => {
    const { archive, store } = await aStore();
    const before = store.site.value;
    const refused = await store.setStore({ ...before.store, retentionMonths: 99 });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'settings-invalid' } });
    expect(store.site.value).toBe(before);
    expect(archive.site).toBe(before);
    const saved = await store.setStore({ ...before.store, name: '青葉台' });
    expect(saved.ok).toBe(true);
    expect(archive.site?.store.name).toBe('青葉台');
  });

  it('give new cameras, lines and zones ids that were never used', async () => {
    const { store } = await aStore();
    await store.addCamera({ name: 'Till', source: { kind: 'usb', deviceId: 'x' }, credential: null });
    expect(store.site.value.cameras.map(({ id }) => id)).toEqual([1, 100]);
    await store.addToScene(100, {
      lines: [aLine(), aLine({ name: 'Second' })],
      zones: [aZone()],
      masks: [],
    });
    expect(ids(store.site.value.cameras[1]!)).toEqual([101, 102, 103]);
    await store.removeEntity(100, 103);
    await store.addToScene(100, { lines: [], zones: [aZone()], masks: [] });
    expect(ids(store.site.value.cameras[1]!)).toEqual([101, 102, 104]);
  });

  it('take a scene that was drawn anew as one change, and number what is new in it', async () => {
    const { store } = await aStore();
    const [camera] = store.site.value.cameras;
    const before = camera!;
    const kept = before.lines[0]!;
    const saved = await store.setScene(before.id, {
      lines: [{ ...kept, name: 'Front' }, aLine({ id: 0, name: 'Side' })],
      zones: [aZone({ id: 0 })],
      masks: [aZone().polygon],
      region: { left: 0.1, top: 0, right: 1, bottom: 1 },
    });
    expect(saved.ok).toBe(true);
    expect(ids(store.site.value.cameras[0]!)).toEqual([kept.id, 100, 101]);
    expect(store.site.value).toMatchObject({ nextId: 102, cameras: [{ region: { left: 0.1 } }] });
    expect(await store.setScene(99, before)).toMatchObject({ ok: false });
  });

  it('keep access data apart from the site, and store none of a camera that is refused', async () => {
    const { archive, store } = await aStore();
    const credential = { kind: 'basic', user: 'u', password: 'secret' } as const;
    const refused = await store.addCamera({
      name: 'Bad',
      source: { kind: 'whep', url: 'ftp://x' },
      credential,
    });
    expect(refused.ok).toBe(false);
    expect(archive.credentials.size).toBe(0);
    await store.addCamera({ name: 'Good', source: { kind: 'whep', url: 'http://gw/whep' }, credential });
    expect(archive.credentials.get(100)).toEqual(credential);
    expect(JSON.stringify(archive.site)).not.toContain('secret');
  });

  it('give a camera another connection: what it counts stays, old access data does not go to a new address', async () => {
    const { archive, store } = await aStore();
    const before = store.site.value.cameras[0];
    await store.setCredential(1, { kind: 'bearer', token: 'old' });
    expect((await store.setConnection(1, { kind: 'whep', url: 'ftp://x' }, null)).ok).toBe(false);
    expect(archive.credentials.get(1)).toEqual({ kind: 'bearer', token: 'old' });
    const source = { kind: 'whep', url: 'http://other/whep' } as const;
    await store.setConnection(1, source, null);
    expect(store.site.value.cameras[0]).toEqual({ ...before, source });
    expect(archive.credentials.has(1)).toBe(false);
    expect(await store.setConnection(77, source, null)).toMatchObject({ ok: false });
  });

  it('refuse to change a camera that is not there', async () => {
    const { store } = await aStore();
    expect(await store.renameCamera(77, 'x')).toMatchObject({ ok: false });
    expect(await store.addToScene(77, { lines: [], zones: [], masks: [] })).toMatchObject({ ok: false });
    expect(await store.deleteCamera(77)).toMatchObject({ ok: false });
    expect(await store.removeEntity(77, 2)).toMatchObject({ ok: false });
  });
});

describe('a deletion', () => {
  it('of a line can be undone', async () => {
    const { store } = await aStore();
    await store.removeEntity(1, 2);
    expect(store.site.value.cameras[0]?.lines).toEqual([]);
    expect(store.removed.value?.names).toEqual(['Door']);
    await store.removed.value?.undo();
    expect(store.site.value.cameras[0]?.lines).toEqual([aLine()]);
    expect(store.removed.value).toBeNull();
  });

  it('of a camera can be undone, with its place and its access data', async () => {
    const two = aSite([
      aCamera({ source: { kind: 'whep', url: 'http://gw/whep' } }),
      aCamera({ id: 50, name: 'Second', lines: [], zones: [] }),
    ]);
    const { archive, store } = await aStore(two);
    archive.credentials.set(1, { kind: 'bearer', token: 't' });
    await store.deleteCamera(1);
    expect(archive.credentials.size).toBe(0);
    await store.removed.value?.undo();
    expect(store.site.value.cameras.map(({ id }) => id)).toEqual([1, 50]);
    expect(archive.credentials.get(1)).toEqual({ kind: 'bearer', token: 't' });
  });

  it('of what was drawn away offers the same; what goes on under its name as a new series was not deleted', async () => {
    const { archive, store } = await aStore(aSite([aCamera({ zones: [aZone({ id: 3, name: 'Shelf' })] })]));
    const [camera] = store.site.value.cameras;
    const { masks, region } = camera!;
    await store.setScene(1, { lines: [aLine({ id: 0 })], zones: [], masks, region });
    expect(store.removed.value?.names).toEqual(['Shelf']);
    await store.removed.value?.removeHistory();
    expect(archive.historyRemoved).toEqual([[3]]);
    expect(store.removed.value).toBeNull();
  });

  it('of a camera lets go of the records of all that it counted, for whoever may erase', async () => {
    const asked: string[] = [];
    const { archive, store } = await aStore(aSite([aCamera()]), (permission) => {
      asked.push(permission);
      return Promise.resolve(permission === 'erase' ? failed('not-permitted') : ok(null));
    });
    await store.deleteCamera(1);
    expect(await store.removed.value?.removeHistory()).toMatchObject({ ok: false });
    expect(asked).toContain('erase');
    expect(archive.historyRemoved).toEqual([]);
    expect(store.removed.value?.names).toHaveLength(1);
  });

  it('can no longer be undone after another change', async () => {
    const { store } = await aStore();
    await store.removeEntity(1, 2);
    await store.renameCamera(1, 'Other');
    expect(store.removed.value).toBeNull();
  });
});

describe('the floor', () => {
  const calibrated = () => aSite([aCamera({ calibration: someMarks() })]);
  const PLAN = { widthM: 8, depthM: 6, fixtures: [], outlines: [] };
  const aTable = () => [aFloorZone({ id: 0 })];

  it('takes marks, a plan and zones, which get ids of their own', async () => {
    const { archive, store } = await aStore();
    expect((await store.setMarks(1, someMarks())).ok).toBe(true);
    expect((await store.setFloorPlan(PLAN)).ok).toBe(true);
    expect((await store.setDrawnFloor({ ...PLAN, widthM: 9 }, aTable())).ok).toBe(true);
    expect(store.site.value.floor?.widthM).toBe(9);
    expect(store.site.value.floorZones).toEqual([aFloorZone({ id: 100 })]);
    await store.setDrawnFloor(PLAN, [aFloorZone({ id: 100, name: 'Sofa' })]);
    expect(archive.site?.floorZones).toEqual([aFloorZone({ id: 100, name: 'Sofa' })]);
    expect(archive.site?.nextId).toBe(101);
  });

  it('refuses marks that are no calibration, and keeps those it had', async () => {
    const { store } = await aStore(calibrated());
    const refused = await store.setMarks(1, someMarks().slice(0, 3));
    expect(refused).toMatchObject({ ok: false, problem: { detail: { reason: 'too-few-pairs' } } });
    expect(store.site.value).toEqual(calibrated());
  });

  it('keeps the marks of a camera that counts a zone there: the zone would be lost without a word', async () => {
    const { store } = await aStore(calibrated());
    await store.setDrawnFloor(PLAN, aTable());
    const refused = await store.setMarks(1, null);
    expect(refused).toMatchObject({ ok: false, problem: { detail: { reason: 'not-calibrated' } } });
    await store.removeFloorZone(100);
    expect((await store.setMarks(1, null)).ok).toBe(true);
  });

  it('gives a removed zone back', async () => {
    const { store } = await aStore(calibrated());
    await store.setDrawnFloor(PLAN, aTable());
    await store.removeFloorZone(100);
    expect(store.site.value.floorZones).toEqual([]);
    expect(store.removed.value?.names).toEqual(['table']);
    await store.removed.value?.undo();
    expect(store.site.value.floorZones).toEqual([aFloorZone({ id: 100 })]);
  });

  it('loses the zones of a camera that is deleted, says so, and gives them back with it', async () => {
    const { store } = await aStore(calibrated());
    await store.setDrawnFloor(PLAN, aTable());
    await store.deleteCamera(1);
    expect(store.site.value.floorZones).toEqual([]);
    expect(store.removed.value?.floorZones).toEqual(['table']);
    await store.removed.value?.undo();
    expect(store.site.value.floorZones).toEqual([aFloorZone({ id: 100 })]);
  });
});
