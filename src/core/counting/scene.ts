import type { PlaneMap } from '../calibration/plane-map.ts';
import type { Point, ScenePoint } from '../geometry/point.ts';

/** A counting line in scene units. `inward` points to the in side of each of its segments. */
export interface SceneLine {
  readonly points: readonly ScenePoint[];
  readonly inward: Point<'scene'>;
}

/** Double hysteresis of a zone, ms: enter after, leave after, bridge losses up to. */
export interface ZoneTiming {
  readonly enterMs: number;
  readonly leaveMs: number;
  readonly bridgeMs: number;
}

export type ZoneKind = 'area' | 'queue' | 'staff';

export interface SceneZone {
  readonly kind: ZoneKind;
  readonly polygon: readonly ScenePoint[];
  readonly timing: ZoneTiming;
}

/** What one camera counts. The index in each array is the entity's name in every `CountingEvent`. */
export interface Scene {
  readonly lines: readonly SceneLine[];
  readonly zones: readonly SceneZone[];
  /** Where a ground point lies on the floor, metres; null where the floor is not calibrated. */
  readonly toFloor: PlaneMap<'scene', 'floor'> | null;
}

/** Defaults of measures.md "Exact contracts"; every zone may override them. */
export const DEFAULT_ZONE_TIMING: ZoneTiming = { enterMs: 300, leaveMs: 1000, bridgeMs: 1000 };
