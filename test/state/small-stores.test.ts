import { signal } from '@preact/signals-core';
import { describe, expect, it, test } from 'vitest';
import { createCameraSetupStore } from '../../src/state/camera-setup-store.ts';
import { createPreferencesStore, preferencesFrom } from '../../src/state/preferences-store.ts';
import { createPrivacyStore } from '../../src/state/privacy-store.ts';
import { createStorageLook } from '../../src/state/storage-look.ts';
import { compareWithTruth } from '../../src/state/truth-comparison.ts';
import { aCamera, aLine, aSite, aZone } from './builders.ts';
import { ManualClock, settle } from './ports/manual-clock.ts';
import { anInterval, MemoryArchive } from './ports/memory-archive.ts';
import { MemoryCameras, MemoryPlatform, MemoryWatch } from './ports/memory-ports.ts';

describe('preferences', () => {
  test.each([
    ['lang=en&theme=dark&backend=wasm', ['ja'], { language: 'en', theme: 'dark', backend: 'wasm' }],
    ['', ['ja-JP', 'en'], { language: 'ja', theme: 'system', backend: 'auto' }],
    ['', ['en-GB'], { language: 'en', theme: 'system', backend: 'auto' }],
    ['', ['fr', 'ja'], { language: 'ja', theme: 'system', backend: 'auto' }],
    ['', ['fr'], { language: 'en', theme: 'system', backend: 'auto' }],
    ['', [], { language: 'ja', theme: 'system', backend: 'auto' }],
    ['lang=xx&theme=<b>&backend=cuda', ['ja'], { language: 'ja', theme: 'system', backend: 'auto' }],
  ])('of the address “%s” and the browser %j', (query, browser, expected) => {
    expect(preferencesFrom(new URLSearchParams(query), browser)).toEqual(expected);
  });

  it('change one at a time', () => {
    const store = createPreferencesStore({ language: 'ja', theme: 'system', backend: 'auto' });
    store.set({ theme: 'dark' });
    expect([store.language.value, store.theme.value, store.backend.value]).toEqual(['ja', 'dark', 'auto']);
  });
});

describe('camera origins', () => {
  it('are asked for as the site changes, and a reload is offered where one is needed', async () => {
    const platform = new MemoryPlatform();
    platform.origins = 'reload-needed';
    const site = signal(aSite([]));
    const store = createCameraSetupStore(
      { cameras: new MemoryCameras(), archive: new MemoryArchive(), clock: new ManualClock(), platform },
      site,
    );
    await settle();
    expect(store.origins.value).toBe('allowed');
    site.value = aSite([aCamera({ source: { kind: 'whep', url: 'http://192.168.1.2:8889/a/whep' } })]);
    await settle();
    expect(platform.asked).toEqual(['http://192.168.1.2:8889']);
    expect(store.origins.value).toBe('reload-needed');
    store.reload();
    expect(platform.reloads).toBe(1);
  });
});

describe('the truth of the demo store', () => {
  it('stands beside what was counted, and visits under k are not told', () => {
    const site = aSite([
      aCamera({
        lines: [aLine(), aLine({ id: 10, kind: 'outside' })],
        zones: [aZone(), aZone({ id: 4, kind: 'staff' }), aZone({ id: 5, name: 'Till', kind: 'queue' })],
      }),
    ]);
    const zone = { measuredS: 1, lostS: 0, dwellBands: null, dwellMedianS: null, dwellP90S: null };
    const today = {
      dayFromMs: 0,
      nowMs: 1,
      in: 9,
      out: 8,
      occupancy: 1,
      drift: 0,
      passersby: 20,
      total: anInterval({
        zones: [
          { ...zone, zone: 3, suppressed: false, visits: 12, personSeconds: 1, occupancyMax: 1 },
          { ...zone, zone: 5, suppressed: true, visits: null, personSeconds: null, occupancyMax: null },
        ],
      }),
    };
    const visits = (n: number) => ({
      visits: n,
      personSeconds: 0,
      dwellSeconds: 0,
      longestDwellSeconds: 0,
      peopleNow: 0,
      peopleMost: 0,
    });
    const truth = {
      simulatedMs: 1,
      lines: [
        { in: 10, out: 8 },
        { in: 11, out: 10 },
      ],
      zones: [visits(13), visits(99), visits(3)],
    };
    expect(compareWithTruth(site, today, truth)).toEqual([
      { figure: 'in', zone: null, counted: 9, exact: 10 },
      { figure: 'out', zone: null, counted: 8, exact: 8 },
      { figure: 'passersby', zone: null, counted: 20, exact: 21 },
      { figure: 'visits', zone: 'Shelf', counted: 12, exact: 13 },
      { figure: 'visits', zone: 'Till', counted: null, exact: 3 },
    ]);
    expect(compareWithTruth(site, null, truth)).toEqual([]);
  });
});

describe('what the reviewer reads', () => {
  it('is the inventory and the journal of the running archive', async () => {
    const archive = new MemoryArchive();
    archive.places = [{ place: 'kazoe/line_slot', records: 2, fields: ['in'], bytes: 90, foreign: 0 }];
    archive.entries = [{ sequence: 1, atMs: 5, code: 'purged', numbers: [3], texts: [] }];
    const clock = new ManualClock();
    const look = createStorageLook(archive, clock);
    const vision = new MemoryWatch(clock);
    const store = createPrivacyStore({ archive, clock, platform: new MemoryPlatform(), vision, look });
    expect(store.stored.value).toBeNull();
    await store.refresh();
    expect(store.stored.value?.places).toEqual(archive.places);
    expect(store.journal.value).toEqual(archive.entries);
    expect(store.problem.value).toBeNull();
    expect(store.modelSha256()).toBe('ab'.repeat(32));
    expect(store.output.value).toBeNull();
    const stop = store.follow();
    await clock.advance(5000);
    expect(store.output.value).toEqual({ bytesPerSecond: 1000, bytesPerMessage: 200 });
    stop();
    expect(clock.running).toBe(0);
  });

  it('is walked through once for all who ask at the same time', async () => {
    const archive = new MemoryArchive();
    const look = createStorageLook(archive, new ManualClock());
    await Promise.all([look.take('all'), look.take('all'), look.take('share')]);
    expect(archive.walks).toEqual(['all']);
    await look.take('all');
    expect(archive.walks).toEqual(['all', 'all']);
  });

  it('is walked through whole after a share that was under way, where that was asked for', async () => {
    const archive = new MemoryArchive();
    const look = createStorageLook(archive, new ManualClock());
    await Promise.all([look.take('share'), look.take('all')]);
    expect(archive.walks).toEqual(['share', 'all']);
  });
});
