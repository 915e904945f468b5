/** What a page did, as it is noted from its first script on. */
export interface TapNotes {
  /** Messages that held a row of numbers, and the longest of them. */
  rows: number;
  longestRow: number;
  /** Other binary contents of messages, by kind and size. */
  readonly binaries: string[];
  /** Uses of what makes or sends a picture, by name. */
  readonly uses: string[];
}

/** Where the notes lie in the page. */
export const TAP = '__canaryNotes';
