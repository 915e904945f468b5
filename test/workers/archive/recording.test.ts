import { describe, expect, it } from 'vitest';
import {
  aCrossing,
  aRecordingPc,
  aSetup,
  aVisit,
  DOOR,
  DOOR_CAMERA,
  dump,
  QUEUE,
  SHELF,
  valueOf,
} from './a-shop.ts';

describe('recording', () => {
  it('shows the crossings of the day so far, before any slot has closed', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(3, (atMs) => ({
      events: [aCrossing(atMs - 300, 'in'), aCrossing(atMs - 200, 'in', { line: 1 })],
    }));
    await pc.run(1, (atMs) => ({
      events: [aCrossing(atMs - 300, 'out'), aCrossing(atMs - 250, 'in', { staff: true })],
    }));
    const today = valueOf(await pc.archive.today());
    expect(today).toMatchObject({ in: 3, out: 1, occupancy: 2, drift: 0, passersby: 3 });
    expect(today.total.lines.find(({ line }) => line === DOOR)).toMatchObject({ in: 3, inRaw: 4 });
    expect(today.total.status).toBe('open');
    expect(today.total.coverage).toBe(1);
  });

  it('goes on with the plain totals of the open slot after a reload', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(60, (atMs) => ({ events: [aCrossing(atMs - 300, 'in')] }));
    await pc.archive.tick();
    pc.nowMs += 30_000;
    pc.reload();
    valueOf(await pc.archive.open('store'));
    valueOf(await pc.archive.startRecording(aSetup()));
    await pc.run(10, (atMs) => ({ events: [aCrossing(atMs - 300, 'in')] }));
    const today = valueOf(await pc.archive.today());
    expect(today.in).toBeGreaterThanOrEqual(60);
    expect(today.in).toBeLessThanOrEqual(70);
    expect(today.occupancy).toBe(today.in);
    const [camera] = today.total.cameras;
    expect(camera!.gapS['app-closed']).toBeGreaterThanOrEqual(30);
    expect(camera!.gapS['app-closed']).toBeLessThanOrEqual(41);
    expect(camera!.measuredS + camera!.gapS['app-closed']!).toBe(100);
  });

  it('knows the time of an update from a page that was closed', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(60);
    valueOf(await pc.archive.noteUpdate({ from: 'a'.repeat(64), to: 'b'.repeat(64), by: 'timetable' }));
    await pc.archive.noteGap(DOOR_CAMERA, 'paused'); // the camera is closed
    pc.nowMs += 1000;
    valueOf(await pc.archive.stopRecording());
    const [, noted] = valueOf(await pc.archive.journal(2));
    expect(noted).toMatchObject({ code: 'update-begun', texts: ['a'.repeat(16), 'b'.repeat(16)] });
    pc.nowMs += 20_000;
    pc.reload();
    valueOf(await pc.archive.open('store'));
    valueOf(await pc.archive.startRecording(aSetup()));
    await pc.run(9);
    const [camera] = valueOf(await pc.archive.today()).total.cameras;
    expect(camera).toMatchObject({ measuredS: 69, gapS: { 'app-update': 21 } });
  });

  it.each([
    { name: 'opened long after the update', awayS: 700 },
    { name: 'closed once more after it', awayS: 30, startsBetween: true },
  ])('holds the page for closed where it was $name', async ({ awayS, startsBetween = false }) => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(60);
    valueOf(await pc.archive.noteUpdate({ from: 'a', to: 'b', by: 'operator' }));
    valueOf(await pc.archive.stopRecording());
    if (startsBetween) {
      pc.reload();
      valueOf(await pc.archive.open('store'));
      valueOf(await pc.archive.startRecording(aSetup()));
      await pc.run(10);
    }
    pc.nowMs += awayS * 1000;
    pc.reload();
    valueOf(await pc.archive.open('store'));
    valueOf(await pc.archive.startRecording(aSetup()));
    await pc.run(1);
    const [camera] = valueOf(await pc.archive.today()).total.cameras;
    expect(camera?.gapS['app-closed']).toBeGreaterThanOrEqual(awayS);
    expect(camera?.gapS).not.toHaveProperty('app-update');
  });

  it('counts a stop that follows an update which did not come about as a pause again', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(60);
    valueOf(await pc.archive.noteUpdate({ from: 'a', to: 'b', by: 'operator' }));
    valueOf(await pc.archive.stopRecording());
    valueOf(await pc.archive.startRecording(aSetup()));
    await pc.run(10);
    valueOf(await pc.archive.stopRecording());
    await pc.run(30, () => null);
    const [camera] = valueOf(await pc.archive.today()).total.cameras;
    expect(camera).toMatchObject({ measuredS: 70, gapS: { paused: 30 } });
  });

  it('keeps how the picture looked last in each slot, and over a reload', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    const look = (sharpness: number) => ({ levels: [0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3], sharpness });
    await pc.run(30, (atMs) => ({ look: atMs % 10_000 === 0 ? look(atMs % 20_000 === 0 ? 9 : 11) : null }));
    await pc.archive.stopRecording();
    pc.reload();
    valueOf(await pc.archive.open('store'));
    valueOf(await pc.archive.startRecording(aSetup()));
    await pc.run(1000, () => ({}), 10);
    const slots = (await dump(pc.factory, 'kazoe')).get('coverage');
    expect(slots).toMatchObject([{ signature: [0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3], sharpness: 11 }, {}]);
    expect(slots?.[1]).not.toHaveProperty('signature');
  });

  it('writes detail of k visits at the end of its slot, and holds less', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    await pc.run(899, (atMs) =>
      atMs % 100_000 === 0
        ? {
            events: [
              ...aVisit(atMs, 20_000),
              ...(atMs % 300_000 === 0 ? aVisit(atMs, 4000, { zone: 1 }) : []),
            ],
          }
        : {},
    );
    await pc.run(10);
    const query = { fromMs: pc.nowMs - 1_000_000, toMs: pc.nowMs, intervalMinutes: 15 as const };
    const [slot] = valueOf(await pc.archive.history(query));
    expect(slot).toMatchObject({ status: 'measured' });
    expect(slot!.zones.find(({ zone }) => zone === SHELF)).toMatchObject({
      suppressed: false,
      visits: 8,
      personSeconds: 160,
    });
    expect(slot!.queues.find(({ zone }) => zone === QUEUE)).toMatchObject({
      suppressed: true,
      waitBands: null,
    });
  });
});
