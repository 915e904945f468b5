import { describe, expect, it } from 'vitest';
import type { Site } from '../../../src/core/site/site.ts';
import {
  aCrossing,
  aRecordingPc,
  aSetup,
  aSite,
  aVisit,
  DOOR,
  DOOR_CAMERA,
  dump,
  QUEUE,
  SHELF,
  STREET,
  valueOf,
  type TestPc,
} from './a-shop.ts';

const START = '2026-11-24T07:00:00+09:00';
const DAY_MS = 86_400_000;
const site = aSite('Asia/Tokyo');

function without(...ids: readonly number[]): Site {
  const isKept = ({ id }: { readonly id: number }): boolean => !ids.includes(id);
  const cameras = site.cameras.filter(isKept).map((camera) => ({
    ...camera,
    lines: camera.lines.filter(isKept),
    zones: camera.zones.filter(isKept),
  }));
  return { ...site, cameras };
}

/** Somebody comes in, passes by, stays at the shelf, then waits, and spends time in the grid. */
const busy = (atMs: number) => ({
  events: [
    aCrossing(atMs - 400, 'in'),
    aCrossing(atMs - 300, 'in', { line: 1 }),
    ...aVisit(atMs - 200, 20_000),
    ...aVisit(atMs - 100, 9_000, { zone: 1 }),
    { kind: 'flow', from: 0, to: 1, atMs: atMs - 150, staff: false } as const,
  ],
  heat: { columns: 2, rows: 1, floor: null, stays: [{ cell: 0, ms: 10_000, isNew: true }] },
});

/** Two hours and a half that were counted, the first days packed by now where `days` went by; then some more. */
async function aBusyShop(days: number): Promise<TestPc> {
  const pc = await aRecordingPc(START, site);
  valueOf(await pc.archive.saveSite(site));
  await pc.run(9000, busy, 60);
  if (days === 0) return pc;
  pc.nowMs += days * DAY_MS;
  await pc.archive.tick();
  for (let turn = 0; turn < 3; turn += 1) await pc.archive.tick();
  const packed = (await dump(pc.factory, 'kazoe')).get('day_block') as { kind: string }[];
  expect(packed.map(({ kind }) => kind)).toContain('flows');
  await pc.run(1000, busy, 60);
  return pc;
}

/** How often each id stands in a record of the profile, packed days read by the archive itself. */
async function traces(pc: TestPc): Promise<{ lines: number[]; zones: number[]; cameras: number[] }> {
  const span = { fromMs: Date.parse(START) - DAY_MS, toMs: pc.nowMs + DAY_MS };
  const days = valueOf(await pc.archive.history({ ...span, intervalMinutes: 1440 }));
  const ids = (all: readonly number[]): number[] => [...new Set(all)].sort((a, b) => a - b);
  return {
    lines: ids(days.flatMap(({ lines }) => lines.filter((each) => each.in > 0).map(({ line }) => line))),
    zones: ids(days.flatMap(({ zones }) => zones.filter((each) => each.visits).map(({ zone }) => zone))),
    cameras: ids(days.flatMap(({ cameras }) => cameras.map(({ camera }) => camera))),
  };
}

describe.each([
  { name: 'of today, with what is still in memory', days: 0 },
  { name: 'of days that are packed', days: 5 },
])('history that is removed, $name', ({ days }) => {
  it('of a line is gone for good, and nothing else is', async () => {
    const pc = await aBusyShop(days);
    const before = await traces(pc);
    valueOf(await pc.archive.saveSite(without(STREET)));
    const { removed } = valueOf(await pc.archive.removeHistory([STREET]));
    expect(removed).toBeGreaterThan(5);
    await pc.run(2000, () => ({}), 60);
    expect(await traces(pc)).toEqual({ ...before, lines: [DOOR] });
    const [note] = valueOf(await pc.archive.journal(20)).filter(({ code }) => code === 'history-removed');
    expect(note?.numbers).toEqual([removed, 1, STREET]);
    // A day that was packed and what it comes to still fit each other.
    expect(valueOf(await pc.archive.inventory('all')).places.filter(({ foreign }) => foreign > 0)).toEqual(
      [],
    );
    expect(valueOf(await pc.archive.checkJournal('all')).brokenAt).toBeNull();
    pc.reload();
    valueOf(await pc.archive.open('store'));
    valueOf(await pc.archive.saveSite(site));
    expect((await traces(pc)).lines).toEqual([DOOR]);
  });

  it('of a zone takes its moves along', async () => {
    const pc = await aBusyShop(days);
    const fromMs = Date.parse(START);
    const moves = async () => valueOf(await pc.archive.flows({ fromMs, toMs: fromMs + 1 }));
    expect(await moves()).toMatchObject([{ from: SHELF, to: QUEUE }]);
    valueOf(await pc.archive.saveSite(without(SHELF)));
    valueOf(await pc.archive.removeHistory([SHELF]));
    await pc.run(5 * 3600, () => ({}), 60);
    valueOf(await pc.archive.saveSite(site));
    expect(await moves()).toEqual([]);
    expect((await traces(pc)).zones).toEqual([QUEUE]);
  });

  it('of a camera with all that it counts leaves no record but those of the store', async () => {
    const pc = await aBusyShop(days);
    valueOf(await pc.archive.saveSite({ ...site, cameras: [] }));
    const ids = [
      DOOR_CAMERA,
      ...site.cameras.flatMap(({ lines, zones }) => [...lines, ...zones].map(({ id }) => id)),
    ];
    valueOf(await pc.archive.removeHistory(ids));
    await pc.run(2000, () => ({}), 60);
    const stores = await dump(pc.factory, 'kazoe');
    for (const store of [
      'line_slot',
      'zone_slot',
      'queue_slot',
      'flow_slot',
      'heat_slot',
      'coverage',
      'tally',
    ] as const) {
      expect(stores.get(store), store).toEqual([]);
    }
    const kinds = (stores.get('day_block') as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds.every((kind) => kind === 'store')).toBe(true);
  });
});

describe('history that is not removed', () => {
  it('is that of what the site still has', async () => {
    const pc = await aBusyShop(0);
    const refused = await pc.archive.removeHistory([STREET, DOOR]);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'settings-invalid' } });
    expect((await traces(pc)).lines).toEqual([DOOR, STREET]);
  });

  it('is that of a tab that does not count: the other one would write on', async () => {
    const pc = await aBusyShop(0);
    valueOf(await pc.archive.saveSite(without(STREET)));
    pc.reload();
    valueOf(await pc.archive.open('store', 'read'));
    const refused = await pc.archive.removeHistory([STREET]);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'counting-elsewhere' } });
  });

  it('goes on with the lines that are left, from the next second on', async () => {
    const pc = await aBusyShop(0);
    valueOf(await pc.archive.saveSite(without(STREET)));
    valueOf(await pc.archive.removeHistory([STREET]));
    valueOf(await pc.archive.startRecording(aSetup(without(STREET))));
    const before = valueOf(await pc.archive.today()).in;
    await pc.run(120, (atMs) => ({ events: [aCrossing(atMs - 300, 'in')] }), 60);
    expect(valueOf(await pc.archive.today()).in).toBe(before + 2);
  });
});
