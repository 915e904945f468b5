import type { CanaryFigures } from './run-canary.ts';

/** The name of the app as it is built, among the names of its leaking copies. */
export const PRODUCT = 'product';

/** One build that is to be tried. */
export interface Job {
  /** `PRODUCT`, or the name of a mutant. */
  readonly name: string;
  /** How long the product is counted before its slot ends, s. */
  readonly seconds: number;
}

/** How one build fared. */
export interface Row {
  readonly name: string;
  readonly passed: boolean;
  /** The check that must find something; `nothing` for the product. */
  readonly expected: string;
  readonly found: readonly string[];
  readonly seconds: number;
  readonly figures: CanaryFigures | null;
}

/** What the process that tries builds tells: a step, and in the end either a row or why the run says nothing. */
export type Report =
  | { readonly step: string }
  | { readonly row: Row }
  | {
      /** A browser that did not start, a click that was waited for in vain … */
      readonly void: string;
    };
