import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSite } from '../../../src/core/site/parse-site.ts';
import type { Camera, FloorPlan, FloorZone, Site } from '../../../src/core/site/site.ts';
import { demoFloorPlan, demoMarks } from '../../../src/core/simulation/demo-floor.ts';
import { someMarks } from '../../builders/floor-views.ts';
import { aCamera, aFloorZone, aLine, aSite, aZone } from '../../builders/site.ts';

const PLAN: FloorPlan = {
  widthM: 10,
  depthM: 8,
  fixtures: [{ left: 1, top: 1, right: 3, bottom: 1.4 }],
  outlines: [],
};

function aShop(floorZones: readonly FloorZone[] = [], camera: Partial<Camera> = {}): Site {
  return aSite({ cameras: [aCamera({ calibration: someMarks(), ...camera })], floor: PLAN, floorZones });
}

function refusalOf(value: unknown): string {
  const parsed = parseSite(value);
  if (parsed.ok) return 'accepted';
  return `${parsed.problem.detail?.['field']}: ${parsed.problem.detail?.['reason']}`;
}

test('marks, plan and zones on the floor come back as they were', () => {
  const site = aShop([aFloorZone(), aFloorZone({ id: 5, kind: 'queue' })]);
  expect(parseSite(structuredClone(site))).toEqual({ ok: true, value: site });
});

test('a plan from before it had lines has none', () => {
  const { widthM, depthM, fixtures } = PLAN;
  expect(parseSite({ ...aShop(), floor: { widthM, depthM, fixtures } })).toEqual({
    ok: true,
    value: aShop(),
  });
});

describe('lines of a plan', () => {
  const line = (corners: readonly (readonly [number, number])[]) => ({
    points: corners.map(([x, y]) => ({ x, y })),
    isClosed: false,
  });
  const wall = line([
    [0, 0],
    [10, 8],
  ]);
  test.each([
    ['come back as they were', [wall], 'accepted'],
    [
      'lie on the plan',
      [
        line([
          [0, 0],
          [10, 9],
        ]),
      ],
      'floor.outlines[0].points[1].y: range',
    ],
    ['have two corners', [line([[0, 0]])], 'floor.outlines[0].points: length'],
    ['have no more than 500', [line(Array(501).fill([1, 1]))], 'floor.outlines[0].points: length'],
    ['are no more than 500', Array(501).fill(wall), 'floor.outlines: length'],
    [
      'have no more than 5000 together',
      Array(11).fill(line(Array(499).fill([1, 1]))),
      'floor.outlines: length',
    ],
    ['hold nothing else', [{ ...wall, href: 'data:image/png,' }], 'floor.outlines[0].href: unknown-field'],
  ])('%s', (_, outlines, expected) => {
    expect(refusalOf({ ...aShop(), floor: { ...PLAN, outlines } })).toBe(expected);
  });
});

test('settings from before the floor: nothing is known of it', () => {
  const old: Record<string, unknown> = { ...aSite() };
  const camera: Record<string, unknown> = { ...aCamera() };
  delete old['floor'];
  delete old['floorZones'];
  delete camera['calibration'];
  expect(parseSite({ ...old, cameras: [camera] })).toEqual({ ok: true, value: aSite() });
});

test('the demo store is a valid shop with a calibrated camera', () => {
  const site = aSite({ cameras: [aCamera({ calibration: demoMarks() })], floor: demoFloorPlan() });
  expect(refusalOf(site)).toBe('accepted');
});

describe('marks are refused by what is wrong with them', () => {
  const marks = someMarks();
  test.each([
    { name: 'three', given: marks.slice(0, 3), reason: 'calibration: too-few-pairs' },
    { name: 'seventeen', given: Array(17).fill(marks[0]), reason: 'calibration: length' },
    { name: 'one place four times', given: Array(4).fill(marks[0]), reason: 'calibration: pairs-on-a-line' },
    {
      name: 'a mirrored floor',
      given: marks.map(({ image, floor }) => ({ image, floor: { x: floor.x, y: -floor.y } })),
      reason: 'calibration: mirrored',
    },
    {
      name: 'centimetres',
      given: marks.map(({ image, floor }) => ({ image, floor: { x: floor.x * 50, y: floor.y * 50 } })),
      reason: 'calibration: scale-implausible',
    },
    {
      name: 'a place in another town',
      given: marks.map(({ image, floor }) => ({ image, floor: { x: floor.x + 1000, y: floor.y } })),
      reason: 'calibration[0].floor.x: range',
    },
    {
      name: 'a place outside the picture',
      given: [{ image: { x: 1.1, y: 0.5 }, floor: { x: 0, y: 0 } }, ...marks],
      reason: 'calibration[0].image.x: range',
    },
  ])('$name', ({ given, reason }) => {
    expect(refusalOf(aShop([], { calibration: given }))).toBe(`cameras[0].${reason}`);
  });
});

describe('a plan is refused', () => {
  test.each<[string, FloorPlan, string]>([
    ['of no width', { ...PLAN, widthM: 0 }, 'floor.widthM: range'],
    ['of a whole town', { ...PLAN, depthM: 201 }, 'floor.depthM: range'],
    [
      'with a shelf beyond its wall',
      { ...PLAN, fixtures: [{ left: 1, top: 1, right: 11, bottom: 2 }] },
      'floor.fixtures[0].right: range',
    ],
    [
      'with a shelf without depth',
      { ...PLAN, fixtures: [{ left: 1, top: 2, right: 3, bottom: 2 }] },
      'floor.fixtures[0]: too-small',
    ],
    [
      'with too many shelves',
      { ...PLAN, fixtures: Array(101).fill(PLAN.fixtures[0]) },
      'floor.fixtures: length',
    ],
  ])('%s', (_, floor, refusal) => {
    expect(refusalOf(aSite({ floor }))).toBe(refusal);
  });
});

describe('a zone on the floor is refused', () => {
  const far = [
    { x: 100, y: 100 },
    { x: 101, y: 100 },
    { x: 101, y: 101 },
  ];
  test.each<[string, Site, string]>([
    ['whose owner is no camera', aShop([aFloorZone({ owner: 2 })]), 'floorZones[0].owner: unknown-value'],
    [
      'whose owner lost its marks',
      aShop([aFloorZone()], { calibration: null }),
      'floorZones[0].owner: not-calibrated',
    ],
    [
      'that its owner does not see',
      aShop([aFloorZone({ polygon: far })]),
      'floorZones[0].polygon: out-of-view',
    ],
    [
      'without an area',
      aShop([aFloorZone({ polygon: [0, 1, 2].map((x) => ({ x, y: x })) })]),
      'floorZones[0].polygon: no-area',
    ],
    ['with the id of a line', aShop([aFloorZone({ id: 2 })]), 'floorZones[0].id: duplicate'],
    ['of another kind', aShop([aFloorZone({ kind: 'door' as never })]), 'floorZones[0].kind: unknown-value'],
    [
      'with which a camera counts more than a tally carries',
      {
        ...aShop([aFloorZone()], {
          lines: [aLine()],
          zones: Array.from({ length: 63 }, (_, index) => aZone({ id: 100 + index })),
        }),
        nextId: 999,
      },
      'floorZones: length',
    ],
  ])('%s', (_, site, refusal) => {
    expect(refusalOf(site)).toBe(refusal);
  });
});

test('whatever is said of the floor, it is a site or a problem, and what is accepted is accepted again', () => {
  const marks = fc.oneof(fc.anything(), fc.constant(someMarks()), fc.array(fc.constantFrom(...someMarks())));
  const zones = fc.oneof(fc.anything(), fc.array(fc.oneof(fc.anything(), fc.constant(aFloorZone()))));
  const plans = fc.oneof(fc.anything(), fc.constant(PLAN));
  fc.assert(
    fc.property(marks, zones, plans, (calibration, floorZones, floor) => {
      const site = { ...aSite(), cameras: [{ ...aCamera(), calibration }], floorZones, floor };
      const parsed = parseSite(site);
      if (parsed.ok) expect(parseSite(parsed.value)).toEqual(parsed);
      else expect(parsed.problem.code).toBe('settings-invalid');
    }),
  );
});
