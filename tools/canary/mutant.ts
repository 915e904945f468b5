import type { Check } from './findings.ts';
import type { Patch } from './patch.ts';

/** The app with a leak, and the check that must find it. */
export interface Mutant {
  readonly name: string;
  readonly leak: string;
  readonly expected: Check;
  readonly patches: readonly Patch[];
  /** Served with a policy that lets it talk to everybody. */
  readonly isPolicyOpen?: boolean;
  /** Leaks only while the set-up picture is open. */
  readonly opensPreview?: boolean;
}
