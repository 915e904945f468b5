import { describe, expect, it } from 'vitest';
import type { PeriodChecks } from '../../../src/contracts/accuracy.ts';
import type { Site } from '../../../src/core/site/site.ts';
import { aRecordingPc, aSetup, aSite, DOOR, SHELF, valueOf, type TestPc } from './a-shop.ts';

const DAY_MS = 86_400_000;
const NOON = '2026-11-24T12:00:00+09:00';

async function checkedPc(): Promise<TestPc> {
  const pc = await aRecordingPc(NOON);
  const interval = { manualIn: 60, manualOut: 3, systemIn: 59, systemOut: 3 };
  const intervals = [interval, interval, interval, interval];
  const times = { startedAtMs: pc.nowMs - 1_200_000, endedAtMs: pc.nowMs };
  valueOf(await pc.archive.saveCheck({ line: DOOR, ...times, intervals }));
  return pc;
}

const dayAfter = (pc: TestPc, days: number) => ({
  fromMs: pc.nowMs + days * DAY_MS,
  toMs: pc.nowMs + (days + 1) * DAY_MS,
});

const doorOf = ({ lines }: PeriodChecks) => lines.find(({ line }) => line === DOOR);

/** The shop with its first line or its shelf somewhere else. */
function moved(id: number): Site {
  const site = aSite();
  const lower = <P extends { readonly y: number }>(point: P): P => ({ ...point, y: point.y + 0.1 });
  const cameras = site.cameras.map((camera) => ({
    ...camera,
    lines: camera.lines.map((line) => (line.id === id ? { ...line, points: line.points.map(lower) } : line)),
    zones: camera.zones.map((zone) =>
      zone.id === id ? { ...zone, polygon: zone.polygon.map(lower) } : zone,
    ),
  }));
  return { ...site, cameras };
}

describe('what the checks say of a period', () => {
  it.each([
    { name: 'the day of the check', days: -0.5, holds: true },
    { name: 'a day 80 days before it', days: -80, holds: true },
    { name: 'a day 80 days after it', days: 80, holds: true },
    { name: 'a day 100 days before it', days: -100, holds: false },
    { name: 'a day 100 days after it', days: 100, holds: false },
  ])('$name: $holds', async ({ days, holds }) => {
    const pc = await checkedPc();
    const door = doorOf(valueOf(await pc.archive.checksAbout(dayAfter(pc, days))));
    expect(door?.in !== null).toBe(holds);
    expect(door?.checkedAtMs).toBe(holds ? pc.nowMs : null);
    expect(door?.out).toBeNull(); // 12 people are too few
  });

  it('is of now where no period is asked for', async () => {
    const pc = await checkedPc();
    expect(doorOf(valueOf(await pc.archive.checksAbout(null)))?.in?.manual).toBe(240);
    pc.nowMs += 100 * DAY_MS;
    expect(doorOf(valueOf(await pc.archive.checksAbout(null)))?.in).toBeNull();
  });

  it('holds for the configurations with the same lines, whatever the zones were', async () => {
    const pc = await checkedPc();
    valueOf(await pc.archive.startRecording(aSetup(moved(SHELF))));
    const afterZone = valueOf(await pc.archive.checksAbout(null));
    expect(afterZone.configIds).toEqual([1, 2]);
    expect(doorOf(afterZone)?.in).not.toBeNull();
    valueOf(await pc.archive.startRecording(aSetup(moved(DOOR))));
    const afterLine = valueOf(await pc.archive.checksAbout(null));
    expect(afterLine.configIds).toEqual([3]);
    expect(doorOf(afterLine)?.in).toBeNull();
  });

  it('is nothing before anything is recorded', async () => {
    const pc = await checkedPc();
    pc.reload();
    valueOf(await pc.archive.open('store'));
    expect(valueOf(await pc.archive.checksAbout(null))).toEqual({ lines: [], configIds: [] });
  });
});

describe('the configurations', () => {
  it('tell what figures were counted with', async () => {
    const pc = await checkedPc();
    valueOf(await pc.archive.startRecording(aSetup(moved(SHELF))));
    const [first, second] = valueOf(await pc.archive.configurations());
    expect(first).toMatchObject({ configId: 1, modelSha256: 'a'.repeat(64) });
    expect(second?.configId).toBe(2);
    expect(second?.linesSha256).toBe(first?.linesSha256);
    expect(second?.zonesSha256).not.toBe(first?.zonesSha256);
  });
});
