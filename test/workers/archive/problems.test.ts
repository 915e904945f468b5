import { describe, expect, it, test } from 'vitest';
import { Archive } from '../../../workers/archive/archive.ts';
import { aCrossing, aRecordingPc, aSetup, aSite, aTally, dump, TestPc, valueOf, DOOR } from './a-shop.ts';
import { aFullDisk, aRefusingFactory } from './failing-factory.ts';

const START = '2026-11-24T10:00:00+09:00';

test.each([
  ['has no IndexedDB', undefined],
  ['refuses it', aRefusingFactory()],
])('a private window that %s is told so, and counting goes on in memory', async (_, factory) => {
  const pc = new TestPc(START);
  pc.archive = new Archive({ factory, nowMs: () => pc.nowMs });
  expect(await pc.archive.open('store')).toEqual({ ok: false, problem: { code: 'storage-unavailable' } });
  expect(await pc.archive.readSite()).toMatchObject({ ok: false, problem: { code: 'storage-unavailable' } });
  valueOf(await pc.archive.startRecording(aSetup()));
  await pc.run(1000, (atMs) => ({ events: [aCrossing(atMs - 300, 'in')] }));
  expect(await pc.archive.record([aTally(pc.nowMs)])).toEqual({ ok: true, value: null });
  expect(valueOf(await pc.archive.today())).toMatchObject({ in: 1000, occupancy: 1000 });
  const slots = valueOf(
    await pc.archive.history({ fromMs: pc.nowMs - 1_800_000, toMs: pc.nowMs, intervalMinutes: 15 }),
  );
  expect(slots.reduce((sum, { lines }) => sum + lines.find(({ line }) => line === DOOR)!.in, 0)).toBe(1000);
});

describe('a full disk', () => {
  it('is told, loses nothing that is counted meanwhile, and is caught up with', async () => {
    const pc = await aRecordingPc(START);
    const disk = aFullDisk(pc.factory);
    pc.archive = new Archive({ factory: disk.factory, nowMs: () => pc.nowMs });
    valueOf(await pc.archive.open('store'));
    valueOf(await pc.archive.startRecording(aSetup()));
    await pc.run(20);
    disk.setFull(true);
    await pc.run(1000, (atMs) => ({ events: [aCrossing(atMs - 300, 'in')] }));
    expect(await pc.archive.record([aTally(pc.nowMs)])).toMatchObject({
      ok: false,
      problem: { code: 'storage-full' },
    });
    expect(valueOf(await pc.archive.today()).in).toBe(1000);
    expect(await pc.archive.saveSite(aSite('Asia/Seoul'))).toMatchObject({
      ok: false,
      problem: { code: 'storage-full' },
    });
    disk.setFull(false);
    await pc.run(20);
    const lines = (await dump(pc.factory, 'kazoe')).get('line_slot') as { line: number; in: number }[];
    expect(lines.filter(({ line }) => line === DOOR).reduce((sum, record) => sum + record.in, 0)).toBe(1000);
    const entries = valueOf(await pc.archive.journal(5));
    expect(entries.some(({ code, numbers }) => code === 'storage-full' && numbers[0]! > 0)).toBe(true);
  });
});

describe('figures that make no sense', () => {
  test.each([
    ['a time that is no number', { atMs: Number.NaN }],
    ['a time far ahead', { atMs: Date.parse(START) + 86_400_000 }],
    ['measured time that runs backwards', { measuredFromMs: Date.parse(START) + 60_000 }],
    ['an event years ago', { events: [aCrossing(0, 'in')] }],
  ])('are refused: %s', async (_, changes) => {
    const pc = await aRecordingPc(START);
    await pc.run(2);
    const refused = await pc.archive.record([
      aTally(pc.nowMs, changes),
      aTally(pc.nowMs, { events: [aCrossing(pc.nowMs, 'in')] }),
    ]);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'record-rejected' } });
    expect(valueOf(await pc.archive.today()).in).toBe(1);
    await pc.archive.tick();
    expect(valueOf(await pc.archive.journal(1))[0]).toMatchObject({ code: 'record-rejected', numbers: [1] });
  });
});

describe('the demo store', () => {
  it('begins empty each time and never touches the figures of the shop', async () => {
    const pc = await aRecordingPc(START);
    await pc.run(30, (atMs) => ({ events: [aCrossing(atMs - 300, 'in')] }));
    valueOf(await pc.archive.stopRecording());
    const before = await dump(pc.factory, 'kazoe');
    const demo = aSetup(aSite(), 'tallies');
    for (let round = 0; round < 2; round += 1) {
      valueOf(await pc.archive.open('demo'));
      valueOf(await pc.archive.startRecording(demo));
      expect(valueOf(await pc.archive.today()).in).toBe(0);
      let atMs = Date.parse('2026-11-24T09:00:00+09:00');
      for (let step = 0; step < 1000; step += 1) {
        atMs += 2000;
        await pc.archive.record([
          aTally(atMs, { measuredFromMs: atMs - 2000, events: [aCrossing(atMs - 300, 'in')] }),
        ]);
      }
      expect(valueOf(await pc.archive.today())).toMatchObject({ in: 1000, nowMs: atMs });
      expect(valueOf(await pc.archive.readSite())!.store.timeZone).toBe('Asia/Tokyo');
    }
    expect(await dump(pc.factory, 'kazoe')).toEqual(before);
    const slots = (await dump(pc.factory, 'kazoe-demo')).get('line_slot') as { line: number; in: number }[];
    expect(slots.filter(({ line }) => line === DOOR).map(({ in: entered }) => entered)).toEqual([450, 450]);
  });

  it('goes on in time when it is opened anew after fast-forward', async () => {
    const pc = new TestPc(START);
    valueOf(await pc.archive.open('demo'));
    valueOf(await pc.archive.startRecording(aSetup(aSite(), 'tallies')));
    const record = (atMs: number): Promise<unknown> =>
      pc.archive.record([aTally(atMs, { events: [aCrossing(atMs - 100, 'in')] })]);
    for (let second = 1; second <= 100; second += 1) await record(pc.nowMs + second * 1000);
    for (let second = 1; second <= 50; second += 1) await record(pc.nowMs - 3_600_000 + second * 1000);
    const today = valueOf(await pc.archive.today());
    expect(today).toMatchObject({ in: 150, nowMs: pc.nowMs + 150_000 });
    expect(today.total.cameras[0]).toMatchObject({ measuredS: 150 });
  });
});

describe('a second tab', () => {
  it('reads what the first one stored, and may neither record, purge nor empty', async () => {
    const pc = await aRecordingPc(START);
    await pc.run(60, (atMs) => ({ events: [aCrossing(atMs - 300, 'in')] }));
    const other = new Archive({ factory: pc.factory, nowMs: () => pc.nowMs });
    valueOf(await other.open('store', 'read'));
    const today = valueOf(await other.today());
    expect(today.in).toBeGreaterThanOrEqual(50);
    expect(today.occupancy).toBe(today.in);
    expect(today.total.coverage).toBe(1);
    expect(await other.startRecording(aSetup())).toMatchObject({
      ok: false,
      problem: { code: 'counting-elsewhere' },
    });
    expect(valueOf(await other.readSite())).toEqual(aSite());
  });

  it('sees the demo store in its own time and leaves it alone', async () => {
    const pc = new TestPc(START);
    valueOf(await pc.archive.open('demo'));
    valueOf(await pc.archive.startRecording(aSetup(aSite(), 'tallies')));
    const atMs = Date.parse('2026-11-24T18:00:10+09:00');
    await pc.archive.record([aTally(atMs, { events: [aCrossing(atMs - 300, 'in')] })]);
    await pc.archive.tick();
    const other = new Archive({ factory: pc.factory, nowMs: () => pc.nowMs });
    valueOf(await other.open('demo', 'read'));
    expect(valueOf(await other.today())).toMatchObject({ in: 1, occupancy: 1 });
    expect(valueOf(await pc.archive.today()).in).toBe(1);
  });
});

describe('settings', () => {
  it('are null on a fresh profile, and come back as they were saved', async () => {
    const pc = new TestPc(START);
    valueOf(await pc.archive.open('store'));
    expect(valueOf(await pc.archive.readSite())).toBeNull();
    valueOf(await pc.archive.saveSite(aSite()));
    expect(valueOf(await pc.reload().readSite())).toEqual(aSite());
  });

  it('that are not a site are refused and nothing is stored', async () => {
    const pc = new TestPc(START);
    valueOf(await pc.archive.open('store'));
    const bad = { ...aSite(), store: { ...aSite().store, thumbnail: 'data:image/png;base64,AAAA' } };
    expect(await pc.archive.saveSite(bad)).toMatchObject({
      ok: false,
      problem: { code: 'settings-invalid' },
    });
    expect(valueOf(await pc.archive.readSite())).toBeNull();
  });

  it('begin a new configuration when a line is moved or a region set, and none when it is renamed', async () => {
    const pc = await aRecordingPc(START);
    const site = aSite();
    const [camera] = site.cameras;
    const withLine = (changes: object): typeof site => ({
      ...site,
      cameras: [
        {
          ...camera!,
          lines: camera!.lines.map((line) => (line.id === DOOR ? { ...line, ...changes } : line)),
        },
      ],
    });
    expect(valueOf(await pc.archive.startRecording(aSetup(withLine({ name: 'Front door' })))).configId).toBe(
      1,
    );
    expect(
      valueOf(await pc.archive.startRecording(aSetup(withLine({ inward: { x: 0, y: 1 } })))).configId,
    ).toBe(2);
    expect(valueOf(await pc.archive.startRecording(aSetup(site))).configId).toBe(1);
    const part = { ...camera!, region: { left: 0, top: 0, right: 1, bottom: 0.5 } };
    expect(valueOf(await pc.archive.startRecording(aSetup({ ...site, cameras: [part] }))).configId).toBe(3);
  });

  it('changed while counting keep what was counted', async () => {
    const pc = await aRecordingPc(START);
    await pc.run(30, (atMs) => ({ events: [aCrossing(atMs - 300, 'in')] }));
    const site = aSite();
    valueOf(await pc.archive.startRecording(aSetup({ ...site, store: { ...site.store, name: 'Renamed' } })));
    await pc.run(30, (atMs) => ({ events: [aCrossing(atMs - 300, 'in')] }));
    const today = valueOf(await pc.archive.today());
    expect(today.in).toBe(60);
    expect(today.total.cameras[0]).toMatchObject({ measuredS: 60, gapS: {} });
  });
});
