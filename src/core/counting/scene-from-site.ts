import type { FloorMaps, FloorPair } from '../calibration/floor-calibration.ts';
import { floorMapsOf } from '../calibration/floor-marks.ts';
import { zoneInScene } from '../calibration/floor-zone.ts';
import type { Point } from '../geometry/point.ts';
import { toScene } from '../geometry/point.ts';
import type { FloorZone, Line, Zone } from '../site/site.ts';
import type { Scene, SceneZone } from './scene.ts';

/** The floor as a camera knows it: its marks, and the zones on the floor that it counts. */
export interface CameraFloor {
  readonly marks: readonly FloorPair[];
  readonly zones: readonly Pick<FloorZone, 'kind' | 'polygon' | 'timing'>[];
}

/** The part of a camera, or of its set-up for the worker, that says what is counted. */
export interface CountedPart {
  readonly lines: readonly Pick<Line, 'points' | 'inward'>[];
  readonly zones: readonly Pick<Zone, 'kind' | 'polygon' | 'timing'>[];
  /** Null: the floor is not calibrated. */
  readonly floor: CameraFloor | null;
}

/**
 * What a camera counts, in scene units; `aspect` is the picture's width ÷ height. Indices follow the camera's own
 * order, the zones on the floor after those of the picture.
 */
export function sceneOf(camera: CountedPart, aspect: number): Scene {
  const maps = camera.floor && floorMapsOf(camera.floor.marks, aspect);
  return {
    lines: camera.lines.map(({ points, inward }) => ({
      points: points.map((point) => toScene(point, aspect)),
      inward: { x: inward.x * aspect, y: inward.y },
    })),
    zones: [
      ...camera.zones.map(({ kind, polygon, timing }) => ({
        kind,
        polygon: polygon.map((point) => toScene(point, aspect)),
        timing,
      })),
      ...(camera.floor && maps ? floorZonesOf(camera.floor, maps) : []),
    ],
    toFloor: maps?.toFloor ?? null,
  };
}

function floorZonesOf({ zones }: CameraFloor, maps: FloorMaps): readonly SceneZone[] {
  return zones.map((zone) => ({ kind: zone.kind, polygon: zoneInScene(zone, maps), timing: zone.timing }));
}

/**
 * Indices of the segments of a line for which `inward` names no side: it is parallel to them (within about half a
 * degree), or one of the two has no length. Segment n joins points n and n + 1. Any space will do.
 */
export function segmentsWithoutSide<S extends string>(
  points: readonly Point<S>[],
  inward: Point<NoInfer<S>>,
): readonly number[] {
  const bad: number[] = [];
  points.forEach((b, index) => {
    const a = points[index - 1];
    if (!a) return;
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const product = Math.hypot(dx, dy) * Math.hypot(inward.x, inward.y);
    if (product === 0 || Math.abs(dx * inward.y - dy * inward.x) <= LEAST_SINE * product) bad.push(index - 1);
  });
  return bad;
}

const LEAST_SINE = 0.01;
