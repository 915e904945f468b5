/** Something that an origin keeps, with binary contents replaced by their kind and size. */
export interface KeptRecord {
  readonly database: string;
  readonly store: string;
  readonly value: unknown;
}

/** Everything that an origin keeps in the browser. */
export interface KeptByOrigin {
  readonly records: readonly KeptRecord[];
  /** Entries of local and session storage, and cookies. */
  readonly texts: readonly string[];
  readonly cached: readonly { readonly url: string; readonly bytes: number }[];
  /** Files of the origin private file system. */
  readonly files: readonly string[];
  readonly serviceWorkers: readonly string[];
}

/** What stands in the inventory for something that is no plain data. */
export const BINARY_MARK = 'binary: ';

/** The function that a page is given to take its inventory. */
export const INVENTORY = '__canaryInventory';
