import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBetterPlace } from '../../../src/core/placement/better-place.ts';
import { viewLine } from '../../../src/core/placement/line-findings.ts';
import {
  type PlacementWarning,
  warnAboutLine,
  warnAboutZone,
} from '../../../src/core/placement/placement-warnings.ts';
import { viewZone } from '../../../src/core/placement/zone-findings.ts';
import type { ScenePoint } from '../../../src/core/geometry/point.ts';
import { type Passer, trailsOf } from '../../builders/passers.ts';
import { ASPECT, aLine, aZone, type Itinerary, walkThrough } from '../../builders/walkers.ts';

/** Pixels of the network's input for one picture height. */
const INPUT_PIXELS = 256;

/** So many people who walk at slightly different heights of the picture, 0.2 picture heights a second. */
function people(
  count: number,
  walk: (y: number, index: number) => Itinerary,
  parts: Partial<Passer> = {},
): Passer[] {
  return Array.from({ length: count }, (_, index) => ({
    walk: walk(0.45 + 0.005 * (index % 20), index),
    ...parts,
  }));
}

const through = (y: number, from = 1.4, to = 0.2): Itinerary =>
  walkThrough(
    [
      { x: from, y },
      { x: to, y },
    ],
    0.2,
  );

/** Walks to x, stands there for a while and walks on. */
function pausing(y: number, x: number, forMs: number): Itinerary {
  const come = through(y, 1.4, x);
  const go = through(y, x, 0.2);
  const leftAtMs = (come.at(-1)?.atMs ?? 0) + forMs;
  return [...come, ...go.map(({ atMs, at }) => ({ atMs: leftAtMs + atMs, at }))];
}

const line = aLine();
const codesOf = (warnings: readonly PlacementWarning[]): readonly string[] =>
  warnings.map(({ code }) => code);
const warningsAt = (passers: readonly Passer[], at = line): readonly PlacementWarning[] =>
  warnAboutLine(viewLine(at, trailsOf(passers)).findings, INPUT_PIXELS);

describe('a line', () => {
  test('that people walk straight over is where it should be', () => {
    const passers = [...people(15, (y) => through(y)), ...people(15, (y) => through(y, 0.2, 1.4))];
    expect(warningsAt(passers)).toEqual([]);
    const { findings } = viewLine(line, trailsOf(passers));
    expect(findings).toMatchObject({ people: 30, crossings: 30, stops: 0, ends: 0, hidden: 0 });
    expect(findings.angleDegrees).toBeCloseTo(90, 6);
    expect(findings.height).toBeCloseTo(0.2, 9);
    expect(findBetterPlace(line, trailsOf(passers), ASPECT)).toBeNull();
  });

  test('is not judged by a few people', () => {
    expect(warningsAt(people(5, (y) => pausing(y, 0.8, 8000)))).toEqual([
      { code: 'too-few-to-judge', seen: 5, needed: 20 },
    ]);
    expect(findBetterPlace(line, trailsOf(people(5, (y) => pausing(y, 0.8, 8000))), ASPECT)).toBeNull();
  });

  test('that people stand on is warned of, and moved to where they walk', () => {
    const passers = people(30, (y) => pausing(y, 0.8, 6000));
    expect(warningsAt(passers)).toEqual([{ code: 'people-stop-here', share: 1, of: 30 }]);
    const better = findBetterPlace(line, trailsOf(passers), ASPECT)!;
    expect(Math.abs(better.shift)).toBeGreaterThanOrEqual(0.5);
    expect(better.now.stops).toBe(1);
    expect(better.then).toMatchObject({ stops: 0, crossings: 30 });
    expect(warningsAt(passers, better.line)).toEqual([]);
  });

  test('is warned of when people stand on it without crossing', () => {
    const turnBack = (y: number): Itinerary => [
      ...pausing(y, 0.82, 5000).slice(0, 2),
      { atMs: 8000, at: { x: 0.82, y } },
      { atMs: 12_000, at: { x: 1.4, y } },
    ];
    const passers = [...people(20, (y) => through(y)), ...people(10, turnBack)];
    expect(codesOf(warningsAt(passers))).toContain('people-stop-here');
  });

  test('beside which people come into view is warned of, and moved to where they are seen on both sides', () => {
    const passers = people(30, (y) => through(y, 0.86));
    expect(warningsAt(passers)).toEqual([{ code: 'paths-end-here', share: 1, of: 30 }]);
    const better = findBetterPlace(line, trailsOf(passers), ASPECT)!;
    expect(better.shift).toBeGreaterThan(0);
    expect(better.then).toMatchObject({ ends: 0, crossings: 30 });
  });

  test('beside which people disappear is warned of as well', () => {
    expect(codesOf(warningsAt(people(30, (y) => through(y, 1.4, 0.74))))).toEqual(['paths-end-here']);
  });

  test('that is crossed at a small angle is warned of: walking along it is not standing', () => {
    const slanted = (): Itinerary =>
      walkThrough(
        [
          { x: 1.02, y: 0.05 },
          { x: 0.58, y: 0.95 },
        ],
        0.2,
      );
    const [warning, ...others] = warningsAt(people(30, slanted));
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ code: 'small-angle', of: 30 });
    expect(warning?.code === 'small-angle' && warning.degrees).toBeCloseTo(26.05, 1);
  });

  test('where people are too small is warned of', () => {
    const [warning] = warningsAt(people(30, (y) => through(y), { height: 0.1 }));
    expect(warning).toMatchObject({ code: 'people-too-small', of: 30 });
    expect(warning?.code === 'people-too-small' && warning.pixels).toBeCloseTo(25.6, 6);
  });

  test.each([
    { name: 'hidden', parts: { hiddenMs: [2200, 3800] as const } },
    { name: 'hardly seen', parts: { score: 0.3 } },
  ])('where people are often $name is warned of', ({ parts }) => {
    expect(codesOf(warningsAt(people(30, (y) => through(y), parts)))).toEqual(['often-hidden']);
  });

  test('behind a pillar is moved out of it', () => {
    const passers = people(30, (y) => through(y), { hiddenMs: [2200, 3800] });
    const better = findBetterPlace(line, trailsOf(passers), ASPECT)!;
    expect(better.then.hidden).toBeLessThan(better.now.hidden! - 0.15);
    expect(better.then.crossings).toBe(30);
  });

  test('stays where it is when every other place is as bad', () => {
    const everywhere = (y: number): Itinerary =>
      [1.3, 1.1, 0.9, 0.7, 0.5, 0.3].flatMap((x, stop) => [
        { atMs: stop * 9000, at: { x, y } },
        { atMs: stop * 9000 + 7000, at: { x, y } },
      ]);
    expect(findBetterPlace(line, trailsOf(people(25, everywhere)), ASPECT)).toBeNull();
  });

  test('is not moved to where other people are counted', () => {
    // All who stop at the line turn back there; beyond, others pass.
    const back = (y: number): Itinerary => [
      ...pausing(y, 0.8, 0).slice(0, 2),
      { atMs: 9000, at: { x: 0.8, y } },
      { atMs: 12_000, at: { x: 1.4, y } },
    ];
    const others = people(30, (y) => through(y, 0.66, 0.1));
    const better = findBetterPlace(line, trailsOf([...people(30, back), ...others]), ASPECT);
    expect(better).toBeNull();
  });

  test('does not leave the picture', () => {
    const atEdge = aLine({
      points: [
        { x: 0.05, y: 0.2 },
        { x: 0.05, y: 0.9 },
      ],
    });
    const better = findBetterPlace(atEdge, trailsOf(people(30, (y) => pausing(y, 0.06, 6000))), ASPECT);
    expect(better === null || better.line.points.every(({ x }) => x >= 0)).toBe(true);
  });
});

test('a mirrored picture with a mirrored line gives the same findings and the same better place', () => {
  const mirror = ({ x, y }: ScenePoint): ScenePoint => ({ x: ASPECT - x, y });
  const pauses = fc.array(
    fc.record({ x: fc.integer({ min: 60, max: 100 }), forMs: fc.integer({ min: 0, max: 6000 }) }),
    {
      minLength: 20,
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(pauses, (stops) => {
      const passers = stops.map(({ x, forMs }, index) => ({
        walk: pausing(0.45 + 0.005 * (index % 20), x / 100 + 0.0033, forMs),
      }));
      const mirrored = passers.map(({ walk }) => ({
        walk: walk.map(({ atMs, at }) => ({ atMs, at: mirror(at) })),
      }));
      const other = { points: line.points.map(mirror), inward: { x: 1, y: 0 } };
      const [one, two] = [viewLine(line, trailsOf(passers)), viewLine(other, trailsOf(mirrored))];
      expect(two.findings.crossings).toBe(one.findings.crossings);
      expect(two.findings.stops).toBe(one.findings.stops);
      expect(two.findings.angleDegrees).toBeCloseTo(one.findings.angleDegrees!, 6);
      const shift = findBetterPlace(line, trailsOf(passers), ASPECT)?.shift;
      expect(findBetterPlace(other, trailsOf(mirrored), ASPECT)?.shift).toBe(shift);
    }),
    { numRuns: 15 },
  );
});

describe('a zone', () => {
  const zone = aZone();
  const warningsIn = (passers: readonly Passer[]): readonly PlacementWarning[] =>
    warnAboutZone(viewZone(zone, trailsOf(passers)), INPUT_PIXELS);

  test('that people come to, stay in and leave is where it should be', () => {
    expect(warningsIn(people(25, (y) => pausing(y, 0.8, 9000)))).toEqual([]);
  });

  test('is not judged by a few people', () => {
    expect(warningsIn(people(19, (y) => through(y)))).toEqual([
      { code: 'too-few-to-judge', seen: 19, needed: 20 },
    ]);
  });

  test('on whose edge people stand is warned of', () => {
    expect(warningsIn(people(25, (y) => pausing(y, 0.99, 9000)))).toEqual([
      { code: 'people-stop-here', share: 1, of: 25 },
    ]);
  });

  test('in which people are lost is warned of', () => {
    expect(warningsIn(people(25, (y) => through(y, 1.4, 0.8)))).toEqual([
      { code: 'paths-end-here', share: 1, of: 25 },
    ]);
  });

  test('in which people are hidden or small is warned of', () => {
    const passers = people(25, (y) => through(y), { hiddenMs: [2100, 3900], height: 0.1 });
    expect(codesOf(warningsIn(passers))).toEqual(['often-hidden', 'people-too-small']);
  });
});
