/** From when a queue is too long; null: no alert. */
export interface QueueAlert {
  /** Id of a queue zone. One that is gone is of no effect. */
  readonly zone: number;
  /** People waiting, 1–999. */
  readonly length: number | null;
  /** Expected wait, minutes, 1–120. */
  readonly waitMinutes: number | null;
}

/** Times of day in which alerts are shown and make no sound; over midnight where `from` is the later one. */
export interface QuietHours {
  /** Minutes of the local day, 0–1439. */
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** 知らせ: what the operator wants to be told, and how. Null: not that. */
export interface AlertSettings {
  /** 上限人数: people in the store, 1–100000; also shown beside the occupancy. */
  readonly occupancyLimit: number | null;
  readonly queues: readonly QueueAlert[];
  /** A camera that has not been measured for so many minutes, 1–60. */
  readonly cameraStoppedMinutes: number | null;
  /** The day's coverage under so many percent, 1–100. */
  readonly coverageBelow: number | null;
  /** An alert that stays is told again after so many minutes, 1–120. */
  readonly repeatMinutes: number | null;
  readonly sound: boolean;
  /** By a notification of the system, as far as the browser is allowed to. */
  readonly notify: boolean;
  readonly quiet: QuietHours | null;
}

/** Nothing is told: what was true before there were alerts. */
export const NO_ALERTS: AlertSettings = {
  occupancyLimit: null,
  queues: [],
  cameraStoppedMinutes: null,
  coverageBelow: null,
  repeatMinutes: null,
  sound: false,
  notify: false,
  quiet: null,
};
