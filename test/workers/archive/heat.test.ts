import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { HeatMap } from '../../../src/contracts/archive.ts';
import type { HeatTally } from '../../../src/contracts/tally.ts';
import type { HeatStay } from '../../../src/core/counting/heat-counter.ts';
import type { HeatRecord } from '../../../src/core/measures/heat-record.ts';
import type { Site } from '../../../src/core/site/site.ts';
import { aRecordingPc, aSetup, aSite, DOOR_CAMERA, dump, valueOf, type TestPc } from './a-shop.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const OPENS = '2026-11-24T09:00:00+09:00';
const OPENS_MS = Date.parse(OPENS);
const NEXT_DAY_MS = Date.parse('2026-11-25T00:00:00+09:00');

function warmth(stays: readonly HeatStay[]): { heat: HeatTally } {
  return { heat: { columns: 2, rows: 2, floor: null, stays } };
}

const tenSeconds = (cell: number, isNew = true): HeatStay => ({ cell, ms: 10_000, isNew });

async function heatOnDisk(pc: TestPc): Promise<HeatRecord[]> {
  return (await dump(pc.factory, 'kazoe')).get('heat_slot') as HeatRecord[];
}

async function heatMap(pc: TestPc, fromMs = OPENS_MS, toMs = fromMs + 1): Promise<HeatMap> {
  return valueOf(await pc.archive.heat({ camera: DOOR_CAMERA, fromMs, toMs }));
}

/** The night passes. */
async function closeDay(pc: TestPc): Promise<void> {
  pc.nowMs = NEXT_DAY_MS + MINUTE_MS;
  await pc.archive.tick();
}

describe('heat', () => {
  it('is on disk by the hour where k people came, and by the day where fewer did', async () => {
    const pc = await aRecordingPc(OPENS);
    await pc.run(
      7200,
      (atMs) => {
        const minute = (atMs - OPENS_MS) / MINUTE_MS;
        if (minute <= 5) return warmth([tenSeconds(0)]);
        return warmth(minute % 30 === 0 ? [tenSeconds(1), tenSeconds(1), tenSeconds(2)] : []);
      },
      60,
    );
    await pc.run(60, () => warmth([]), 10);
    const [first, second, ...more] = await heatOnDisk(pc);
    expect(more).toEqual([]);
    expect(second).toMatchObject({ length: 60, cells: [0, 0, 0, 0], measured_s: 3600 });
    expect([first]).toEqual([
      {
        slot: OPENS_MS / MINUTE_MS,
        camera: DOOR_CAMERA,
        length: 60,
        columns: 2,
        cell_m: 0,
        x_m: 0,
        y_m: 0,
        cells: [50, 0, 0, 0],
        measured_s: 3540,
        config_id: 1,
      },
    ]);
    await closeDay(pc);
    const [day] = (await heatOnDisk(pc)).filter(({ length }) => length === 1440);
    expect(day).toMatchObject({ cells: [0, 80, 0, 0], measured_s: 7260 });
    const map = await heatMap(pc);
    expect(map).toMatchObject({ lostS: 0, isCut: false, measuredS: 7260 });
    expect(map.heat?.cells).toEqual([50, 80, 0, 0]);
  });

  test('of the open day shows on the screen from k people on, and nothing of it is on disk', async () => {
    const pc = await aRecordingPc(OPENS);
    const shown = async (): Promise<readonly number[] | undefined> => (await heatMap(pc)).heat?.cells;
    await pc.run(240, () => warmth([tenSeconds(3)]), 60);
    expect(await shown()).toEqual([0, 0, 0, 0]);
    await pc.run(60, () => warmth([tenSeconds(3)]), 60);
    expect(await shown()).toEqual([0, 0, 0, 50]);
    expect(await heatOnDisk(pc)).toEqual([]);
  });

  test('that a reload lost is told as lost time of the day', async () => {
    const pc = await aRecordingPc(OPENS);
    await pc.run(1800, () => warmth([tenSeconds(3)]), 60);
    pc.reload();
    valueOf(await pc.archive.open('store'));
    valueOf(await pc.archive.startRecording(aSetup()));
    await pc.run(600, () => warmth([tenSeconds(1)]), 60);
    const open = await heatMap(pc);
    expect(open.heat?.cells).toEqual([0, 100, 0, 0]);
    expect(open.lostS).toBe(1800);
    await closeDay(pc);
    const closed = await heatMap(pc);
    expect(closed.heat?.cells).toEqual([0, 100, 0, 0]);
    expect(closed.lostS).toBe(1800);
  });

  test('of a day that another tab records is not taken for lost', async () => {
    const pc = await aRecordingPc(OPENS);
    await pc.run(600, () => warmth([tenSeconds(1)]), 60);
    const reader = pc.reload();
    valueOf(await reader.open('store', 'read'));
    expect(await heatMap(pc)).toEqual({ heat: null, measuredS: 0, lostS: 0, partS: 0, isCut: false });
  });

  test('of a camera that the site does not have, or on a grid that makes no sense, is not taken', async () => {
    const pc = await aRecordingPc(OPENS);
    await pc.run(600, () => ({ camera: 77, ...warmth([tenSeconds(1)]) }), 60);
    const wild = { heat: { columns: 1e6, rows: 1, floor: null, stays: [] } };
    const tallies = [{ ...wild, camera: DOOR_CAMERA }];
    await pc.run(60, () => tallies[0]!, 60);
    await closeDay(pc);
    expect(await heatOnDisk(pc)).toEqual([]);
    const codes = valueOf(await pc.archive.journal(5)).map(({ code }) => code);
    expect(codes).toContain('record-rejected');
  });

  it('takes one record an hour and one a day, of a length that people do not change', async () => {
    const lengths = await Promise.all(
      [5, 200].map(async (people) => {
        const pc = await aRecordingPc(OPENS);
        const crowd = Array.from({ length: people }, () => tenSeconds(1));
        await pc.run(3600, (atMs) => warmth(atMs === OPENS_MS + MINUTE_MS ? crowd : []), 60);
        await closeDay(pc);
        return (await heatOnDisk(pc)).map(({ length, cells }) => [length, cells.length]);
      }),
    );
    expect(lengths[0]).toEqual([
      [1440, 4],
      [60, 4],
      [60, 4],
    ]);
    expect(lengths[1]).toEqual(lengths[0]);
  });

  it('leaves out a time by whole hours and the day’s rest, and has it all again when it is taken back', async () => {
    const site = aSite('Asia/Tokyo');
    const pc = await aRecordingPc(OPENS, site);
    // Five come to cell 0 in each of three hours; three to cell 1, which are added up over the day.
    await pc.run(
      9000,
      (atMs) => {
        const minute = ((atMs - OPENS_MS) / MINUTE_MS) % 60;
        return warmth([
          ...(minute >= 1 && minute <= 5 ? [tenSeconds(0)] : []),
          ...(minute >= 1 && minute <= 3 ? [tenSeconds(1)] : []),
        ]);
      },
      60,
    );
    const shown = async (): Promise<Partial<HeatMap> & { cells?: readonly number[] }> => {
      const { heat, ...rest } = await heatMap(pc);
      return { ...rest, cells: heat?.cells ?? [] };
    };
    const open = await shown();
    expect(open.cells).toEqual([150, 90, 0, 0]);
    const leaveOut = async (leftOut: NonNullable<Site['leftOut']>): Promise<void> => {
      valueOf(await pc.archive.saveSite({ ...site, leftOut }));
    };
    const time = { fromMs: OPENS_MS + HOUR_MS, toMs: OPENS_MS + HOUR_MS + 900_000, reason: 'works' } as const;
    await leaveOut([{ ...time, camera: DOOR_CAMERA }]);
    // The third hour is still in memory, with what is held for the day.
    expect(await shown()).toEqual({
      cells: [50, 0, 0, 0],
      measuredS: 8100,
      lostS: 0,
      partS: 8100,
      isCut: false,
    });
    await closeDay(pc);
    expect(await shown()).toMatchObject({ cells: [100, 0, 0, 0], partS: 8100 });
    await leaveOut([{ ...time, camera: 77 }]);
    expect(await shown()).toMatchObject({ cells: [150, 90, 0, 0], partS: 0 });
    await leaveOut([]);
    expect(await shown()).toMatchObject({ cells: open.cells!, partS: 0, lostS: 0 });
  });

  it('goes with the other figures when its time is over', async () => {
    const site = aSite('Asia/Tokyo', { retentionMonths: 1 });
    const pc = await aRecordingPc(OPENS, site);
    await pc.run(600, () => warmth([tenSeconds(1)]), 60);
    await closeDay(pc);
    expect(await heatOnDisk(pc)).toHaveLength(2);
    pc.reload();
    pc.nowMs += 62 * 24 * HOUR_MS;
    valueOf(await pc.archive.open('store'));
    expect(await heatOnDisk(pc)).toEqual([]);
  });
});

/** Somebody in a cell, from a minute of a four-hour day on, gone before it ends. */
interface Guest {
  readonly minute: number;
  readonly cell: number;
  readonly minutes: number;
}

function staysAt(guests: readonly Guest[], atMs: number): HeatStay[] {
  const minute = Math.round((atMs - OPENS_MS) / MINUTE_MS);
  return guests
    .filter((guest) => minute >= guest.minute && minute < guest.minute + guest.minutes)
    .map((guest) => tenSeconds(guest.cell, minute === guest.minute));
}

/** What an all-knowing clerk has noted of an hour in a cell. */
function truth(guests: readonly Guest[], cell: number, hour: number): { people: number; seconds: number } {
  const minutes = Array.from({ length: 60 }, (_, index) => hour * 60 + index);
  const stays = minutes.flatMap((minute) => staysAt(guests, OPENS_MS + minute * MINUTE_MS));
  const here = stays.filter((stay) => stay.cell === cell);
  return { people: here.filter(({ isNew }) => isNew).length, seconds: here.length * 10 };
}

test('no value on disk is about fewer than k people, nor gives one away beside the others', async () => {
  const guest = fc.record({
    minute: fc.integer({ min: 1, max: 150 }),
    cell: fc.integer({ min: 0, max: 3 }),
    minutes: fc.integer({ min: 1, max: 90 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(guest, { minLength: 5, maxLength: 50 }), async (guests) => {
      const pc = await aRecordingPc(OPENS);
      await pc.run(4 * 3600, (atMs) => warmth(staysAt(guests, atMs)), 60);
      await closeDay(pc);
      const records = await heatOnDisk(pc);
      const day = records.find(({ length }) => length === 1440);
      const hours = records.filter(({ length }) => length === 60);
      for (const cell of [0, 1, 2, 3]) {
        const clerk = [0, 1, 2, 3].map((hour) => truth(guests, cell, hour));
        const told = clerk.map(
          (_, hour) => hours.find(({ slot }) => slot === OPENS_MS / MINUTE_MS + hour * 60)?.cells[cell] ?? 0,
        );
        expect(told).toEqual(clerk.map(({ people, seconds }) => (people >= 5 ? seconds : 0)));
        const held = clerk.filter(({ people, seconds }) => people < 5 && seconds > 0);
        const heldPeople = held.reduce((sum, { people }) => sum + people, 0);
        const merged = day?.cells[cell] ?? 0;
        // Only of two hours or more: whoever knows the rest of the day cannot take one of them out of the sum.
        const isMerged = merged > 0;
        expect(isMerged && (held.length < 2 || heldPeople < 5)).toBe(false);
        expect([0, held.reduce((sum, { seconds }) => sum + seconds, 0)]).toContain(merged);
      }
    }),
    { numRuns: 6 },
  );
});
