/** What a page did, as it is noted from its first script on. */
export interface TapNotes {
  /** Messages that held a row of numbers, and the longest of them. */
  rows: number;
  longestRow: number;
  /** Numbers of all rows, and those of them that are finer than the figures' grid. */
  numbers: number;
  tooFine: number;
  /** When the first and the last of them came, ms of the page's own time. */
  firstMs: number;
  lastMs: number;
  /** Other binary contents of messages, by kind and size. */
  readonly binaries: string[];
  /** Uses of what makes or sends a picture, by name. */
  readonly uses: string[];
}

/** Where the notes lie in the page. */
export const TAP = '__canaryNotes';

/** Steps of a unit in which the figures are told (written down anew, not taken from the app). */
export const STEPS = 4096;
