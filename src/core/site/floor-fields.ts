import { MOST_PAIRS, type FloorMaps, type FloorPair } from '../calibration/floor-calibration.ts';
import { judgeMarks } from '../calibration/floor-marks.ts';
import { shareInView, zonesOwnedBy } from '../calibration/floor-zone.ts';
import type { Box } from '../geometry/box.ts';
import type { FloorPoint } from '../geometry/point.ts';
import { signedArea } from '../geometry/polygon.ts';
import type { Field } from './field.ts';
import { MAX_CORNERS, MAX_ENTITIES } from './shape-fields.ts';
import type { Camera, FloorPlan, FloorZone, PlanOutline } from './site.ts';
import { readZoneRule, type ReadId } from './zone-rule-fields.ts';

/** Shelves, counters and walls that a plan may have. */
export const MAX_FIXTURES = 100;
/** Lines that a plan may have, the corners of each, and those of all together. */
export const MAX_OUTLINES = 500;
export const MAX_OUTLINE_POINTS = 500;
export const MAX_PLAN_POINTS = 5000;
/** Width and depth that a plan may have, metres. */
export const PLAN_SIZE_M = { least: 1, most: 200 } as const;
/** How far from the plan's corner anything may lie, metres: marks and zones may be out in the street. */
export const FARTHEST_M = 500;
/** Least width and depth of a rectangle on the plan, metres: a thin wall. */
export const LEAST_FIXTURE_M = 0.01;
/** Least area of a zone, m²: below it nobody can stand inside. */
export const LEAST_ZONE_M2 = 0.05;
/** Least share of a zone that its owner must see. */
export const LEAST_IN_VIEW = 0.05;

/** Marks that are a calibration; refused by the code of what is wrong with them. */
export function readMarks(marks: Field): readonly FloorPair[] {
  const pairs = marks.list({ most: MOST_PAIRS }).map((pair): FloorPair => {
    const { image, floor } = pair.object(['image', 'floor']);
    return { image: image.xy({ least: 0, most: 1 }), floor: readPlace(floor) };
  });
  const judged = judgeMarks(pairs);
  return judged.ok ? pairs : marks.refuse(judged.problem.code);
}

/** The plan; its rectangles and lines lie within it. Lines came later: without them there are none. */
export function readFloorPlan(plan: Field): FloorPlan {
  const fields = plan.object(['widthM', 'depthM', 'fixtures'], ['outlines']);
  const size = { widthM: fields.widthM.number(PLAN_SIZE_M), depthM: fields.depthM.number(PLAN_SIZE_M) };
  const fixtures = fields.fixtures.list({ most: MAX_FIXTURES });
  return {
    ...size,
    fixtures: fixtures.map((fixture) => readFixture(fixture, size)),
    outlines: fields.outlines ? readOutlines(fields.outlines, size) : [],
  };
}

type PlanSize = Pick<FloorPlan, 'widthM' | 'depthM'>;

function readOutlines(list: Field, { widthM, depthM }: PlanSize): readonly PlanOutline[] {
  const outlines = list.list({ most: MAX_OUTLINES }).map((outline): PlanOutline => {
    const { points, isClosed } = outline.object(['points', 'isClosed']);
    const corners = points.list({ least: 2, most: MAX_OUTLINE_POINTS }).map((corner) => {
      const { x, y } = corner.object(['x', 'y']);
      return { x: x.number({ least: 0, most: widthM }), y: y.number({ least: 0, most: depthM }) };
    });
    return { points: corners, isClosed: isClosed.boolean() };
  });
  const count = outlines.reduce((sum, { points }) => sum + points.length, 0);
  return count > MAX_PLAN_POINTS ? list.refuse('length') : outlines;
}

function readFixture(fixture: Field, { widthM, depthM }: PlanSize): Box {
  const fields = fixture.object(['left', 'top', 'right', 'bottom']);
  const across = { least: 0, most: widthM };
  const along = { least: 0, most: depthM };
  const box = {
    left: fields.left.number(across),
    top: fields.top.number(along),
    right: fields.right.number(across),
    bottom: fields.bottom.number(along),
  };
  if (Math.min(box.right - box.left, box.bottom - box.top) < LEAST_FIXTURE_M - 1e-9) {
    fixture.refuse('too-small');
  }
  return box;
}

/** What zones on the floor are checked against. */
export interface FloorContext {
  readonly cameras: readonly Camera[];
  readonly readId: ReadId;
}

/** Zones on the floor, each seen by the calibrated camera that owns it; no camera counts more than a tally carries. */
export function readFloorZones(list: Field, { cameras, readId }: FloorContext): readonly FloorZone[] {
  const mapsOf = new Map<number, FloorMaps | null>();
  for (const { id, calibration } of cameras) {
    const judged = calibration && judgeMarks(calibration);
    mapsOf.set(id, judged?.ok ? judged.value : null);
  }
  const zones = list.list({ most: MAX_ENTITIES }).map((zone) => readFloorZone(zone, mapsOf, readId));
  for (const camera of cameras) {
    const counted = camera.lines.length + camera.zones.length + zonesOwnedBy(camera.id, zones).length;
    if (counted > MAX_ENTITIES) list.refuse('length');
  }
  return zones;
}

function readFloorZone(
  zone: Field,
  mapsOf: ReadonlyMap<number, FloorMaps | null>,
  readId: ReadId,
): FloorZone {
  const fields = zone.object(['id', 'name', 'kind', 'polygon', 'timing', 'owner']);
  const owner = fields.owner.integer({ least: 1, most: Number.MAX_SAFE_INTEGER });
  if (!mapsOf.has(owner)) fields.owner.refuse('unknown-value');
  const maps = mapsOf.get(owner) ?? fields.owner.refuse('not-calibrated');
  const polygon = fields.polygon.list({ least: 3, most: MAX_CORNERS }).map(readPlace);
  if (Math.abs(signedArea(polygon)) < LEAST_ZONE_M2) fields.polygon.refuse('no-area');
  if (!(shareInView(polygon, maps) >= LEAST_IN_VIEW)) fields.polygon.refuse('out-of-view');
  return { ...readZoneRule(fields, readId), owner, polygon };
}

function readPlace(place: Field): FloorPoint {
  return place.xy({ least: -FARTHEST_M, most: FARTHEST_M });
}
