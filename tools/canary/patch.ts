/** A change of one place in one source file. */
export interface Patch {
  /** From the root of the checkout. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly replace: string;
}
