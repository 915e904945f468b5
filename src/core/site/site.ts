import type { AlertSettings } from '../alerts/alert-settings.ts';
import type { FloorPair } from '../calibration/floor-calibration.ts';
import type { ZoneKind, ZoneTiming } from '../counting/scene.ts';
import type { Box } from '../geometry/box.ts';
import type { OpeningCalendar } from '../time/opening-hours.ts';
import type { LeftOut } from '../measures/left-out-time.ts';
import type { FloorPoint, ImagePoint, Point } from '../geometry/point.ts';

/** `entrance`: in and out of the store. `passage`: inside it. `outside`: passers-by. */
export type LineKind = 'entrance' | 'passage' | 'outside';

/** 計測ライン. `id` is a positive integer, unique in the site and never given again. */
export interface Line {
  readonly id: number;
  readonly name: string;
  readonly kind: LineKind;
  /** Two or more points: a finite polyline. */
  readonly points: readonly ImagePoint[];
  /** A direction in picture fractions that points to the in side of every segment. */
  readonly inward: Point<'image'>;
}

/** What all zones have, wherever they are drawn. `id` as for lines; lines and zones share one numbering. */
export interface ZoneRule {
  readonly id: number;
  readonly name: string;
  readonly kind: ZoneKind;
  readonly timing: ZoneTiming;
}

/** ゾーン, drawn in the picture of a camera. */
export interface Zone extends ZoneRule {
  readonly polygon: readonly ImagePoint[];
}

/** A zone that is drawn on the floor. */
export interface FloorZone extends ZoneRule {
  /** Id of the camera that counts it: its floor is calibrated, and it sees some of the zone. */
  readonly owner: number;
  /** Metres on the plan. */
  readonly polygon: readonly FloorPoint[];
}

/** 図面: the store's floor as geometry. Metres; x to the right and y downwards from its upper left corner. */
export interface FloorPlan {
  readonly widthM: number;
  readonly depthM: number;
  /** Shelves, counters and walls, as rectangles in metres. */
  readonly fixtures: readonly Box[];
  /** Walls that are no rectangle, and the lines of a drawing. */
  readonly outlines: readonly PlanOutline[];
}

/** A line on the plan, open or closed: two corners or more, metres. */
export interface PlanOutline {
  readonly points: readonly FloorPoint[];
  readonly isClosed: boolean;
}

/** Where a camera's frames come from. Credentials are never part of it: they live in a store of their own. */
export type CameraSource =
  | { readonly kind: 'demo'; readonly seed: number }
  | { readonly kind: 'usb'; readonly deviceId: string }
  | { readonly kind: 'whep'; readonly url: string };

/** カメラ. `paused` cameras keep their history and are not opened. */
export interface Camera {
  readonly id: number;
  readonly name: string;
  readonly source: CameraSource;
  readonly paused: boolean;
  readonly lines: readonly Line[];
  readonly zones: readonly Zone[];
  /** Polygons overwritten before detection. */
  readonly masks: readonly (readonly ImagePoint[])[];
  /** 検出範囲: the part in which people are looked for, in fractions of the picture; null: all of it. */
  readonly region: Box | null;
  /** 床の目印: places on the floor, in the picture and in metres on the plan; null: the floor is not calibrated. */
  readonly calibration: readonly FloorPair[] | null;
}

export interface Store {
  readonly name: string;
  /** IANA name; slots and the business day follow it. */
  readonly timeZone: string;
  /** Minute of the local day at which the business day begins, 0–1439. */
  readonly dayStartsAtMinute: number;
  /** Months that figures are kept, 1–36. */
  readonly retentionMonths: number;
}

/** What the network is to run on: the fastest that the PC has, or one that the operator chose. */
export type EnginePreference = 'auto' | 'webgpu' | 'wasm-threads' | 'wasm';

/** 店舗: the operator's settings. Stored whole, exported and imported as JSON. */
export interface Site {
  readonly schemaVersion: 1;
  readonly store: Store;
  readonly cameras: readonly Camera[];
  /** Null: the store has no plan. Marks and floor zones do not need one. */
  readonly floor: FloorPlan | null;
  readonly floorZones: readonly FloorZone[];
  readonly engine: EnginePreference;
  readonly alerts: AlertSettings;
  /** Absent: nobody has filled it in. */
  readonly calendar?: OpeningCalendar;
  /** Times whose figures are not shown, earliest first; absent: none. */
  readonly leftOut?: readonly LeftOut[];
  /** The next id to be given to a camera, line or zone. Ids are never reused. */
  readonly nextId: number;
}
