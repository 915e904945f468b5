import { describe, expect, it } from 'vitest';
import type { Site } from '../../../src/core/site/site.ts';
import { siteShape } from '../../../workers/archive/site-shape.ts';
import { someMarks } from '../../builders/floor-views.ts';
import { aFloorZone } from '../../builders/site.ts';
import {
  aRecordingPc,
  aSetup,
  aSite,
  aVisit,
  DOOR,
  DOOR_CAMERA,
  dump,
  SHELF,
  valueOf,
  type TestPc,
} from './a-shop.ts';

const TABLE = 7;
const MORNING = '2026-11-24T10:00:00+09:00';

/** The shop with a calibrated camera and a zone on its floor, the fourth that the camera counts. */
function floorSite(changes: { marksShiftM?: number; zone?: Parameters<typeof aFloorZone>[0] } = {}): Site {
  const site = aSite();
  const marks = someMarks().map(({ image, floor }) => ({
    image,
    floor: { x: floor.x + (changes.marksShiftM ?? 0), y: floor.y },
  }));
  return {
    ...site,
    cameras: site.cameras.map((camera) => ({ ...camera, calibration: marks })),
    floorZones: [aFloorZone({ id: TABLE, owner: DOOR_CAMERA, ...changes.zone })],
    nextId: 8,
  };
}

interface Digests {
  readonly lines_sha256: string;
  readonly zones_sha256: string;
  readonly calibration_sha256: string;
}

/** Which digests change when one shop becomes the other. */
async function changed(from: Site, to: Site): Promise<readonly string[]> {
  const pc = await aRecordingPc(MORNING, from);
  valueOf(await pc.archive.startRecording(aSetup(to)));
  const [before, after] = (await dump(pc.factory, 'kazoe')).get('configuration') as Digests[];
  if (!before || !after) return [];
  const names = ['lines_sha256', 'zones_sha256', 'calibration_sha256'] as const;
  return names.filter((name) => before[name] !== after[name]);
}

describe('a zone on the floor', () => {
  async function visited(): Promise<TestPc> {
    const pc = await aRecordingPc(MORNING, floorSite());
    const visits = (atMs: number) =>
      [0, 1, 2, 3, 4, 5].flatMap((index) => aVisit(atMs - 1000 * index, 20_000, { zone: 3 }));
    await pc.run(915, (atMs) => (atMs % 900_000 === 60_000 ? { events: visits(atMs) } : {}), 15);
    return pc;
  }
  const span = { fromMs: Date.parse(MORNING), toMs: Date.parse(MORNING) + 900_000 };

  it('has its figures today and in the history, like any zone', async () => {
    const pc = await visited();
    const [slot] = valueOf(await pc.archive.history({ ...span, intervalMinutes: 15 }));
    expect(slot?.zones.find(({ zone }) => zone === TABLE)).toMatchObject({ visits: 6, personSeconds: 120 });
    expect(slot?.zones.find(({ zone }) => zone === SHELF)).toMatchObject({ suppressed: true });
    const today = valueOf(await pc.archive.today());
    expect(today.total.zones.find(({ zone }) => zone === TABLE)).toMatchObject({ visits: 6 });
  });

  it('is exported under its name', async () => {
    const pc = await visited();
    const query = { intervalMinutes: 15, profile: 'in-house', recipient: '本部', purpose: '月次' } as const;
    const { text } = valueOf(await pc.archive.exportCsv({ ...query, ...span }));
    const row = text.split('\r\n').find((line) => line.includes(`,zone,${TABLE},table,`));
    expect(row).toContain('2026-11-24T10:00:00+09:00');
  });

  it('survives in the settings as it is', async () => {
    const pc = await aRecordingPc(MORNING, floorSite());
    expect(valueOf(await pc.archive.readSite())).toEqual(floorSite());
  });
});

describe('the configuration', () => {
  const plain = aSite();
  const calibrated: Site = { ...floorSite(), floorZones: [] };

  it.each([
    { name: 'a calibration', from: plain, to: calibrated, digests: ['calibration_sha256'] },
    {
      name: 'a zone on the floor',
      from: calibrated,
      to: floorSite(),
      digests: ['zones_sha256', 'calibration_sha256'],
    },
    {
      name: 'marks that are moved under a zone',
      from: floorSite(),
      to: floorSite({ marksShiftM: 0.2 }),
      digests: ['zones_sha256', 'calibration_sha256'],
    },
    { name: 'a new name', from: floorSite(), to: floorSite({ zone: { name: 'sofa' } }), digests: [] },
    {
      name: 'a plan',
      from: floorSite(),
      to: { ...floorSite(), floor: { widthM: 9, depthM: 9, fixtures: [], outlines: [] } },
      digests: [],
    },
  ])('changes with $name: $digests', async ({ from, to, digests }) => {
    expect(await changed(from, to)).toEqual(digests);
  });
});

describe('a check of the accuracy', () => {
  it('outlives marks and zones: who crosses a line does not depend on them', async () => {
    const pc = await aRecordingPc(MORNING);
    const interval = { manualIn: 60, manualOut: 3, systemIn: 59, systemOut: 3 };
    const check = { line: DOOR, startedAtMs: pc.nowMs - 300_000, endedAtMs: pc.nowMs, intervals: [interval] };
    valueOf(await pc.archive.saveCheck(check));
    valueOf(await pc.archive.startRecording(aSetup(floorSite())));
    const door = valueOf(await pc.archive.accuracy()).find(({ line }) => line === DOOR);
    expect(door).toMatchObject({ checks: 1, expired: null });
  });
});

describe('the write gate lets of a plan pass', () => {
  const line = {
    points: [
      { x: 0, y: 0 },
      { x: 3, y: 4.25 },
    ],
    isClosed: false,
  };
  const withPlan = (outlines: unknown): unknown => ({
    ...floorSite(),
    floor: { widthM: 9, depthM: 9, fixtures: [], outlines },
  });

  it('numbers, also of a plan from before it had lines', () => {
    expect(siteShape.check(withPlan([line]))).toBeNull();
    expect(siteShape.check({ ...floorSite(), floor: { widthM: 9, depthM: 9, fixtures: [] } })).toBeNull();
  });

  it.each([
    ['text', [{ ...line, text: 'staff' }]],
    ['a drawing', ['<svg/>']],
    ['a picture', new Uint8Array(9)],
    ['bytes for corners', [{ points: new Float64Array(4), isClosed: false }]],
    ['one corner', [{ ...line, points: line.points.slice(1) }]],
    ['more lines than a plan has', Array(501).fill(line)],
  ])('not %s', (_, outlines) => {
    expect(siteShape.check(withPlan(outlines))).toMatch(/^floor\.outlines/);
  });
});
