import { rmSync } from 'node:fs';
import { buildMutant } from './build-mutant.ts';
import type { Finding } from './findings.ts';
import type { Mutant } from './mutant.ts';
import { runCanary, type CanaryOptions } from './run-canary.ts';

/** How the canary took a mutant. */
export interface MutantVerdict {
  /** The check that had to find it did. */
  readonly isCaught: boolean;
  readonly findings: readonly Finding[];
}

/** Builds a mutant, looks with the check that must find it, no longer than until it has, and removes it. */
export async function tryMutant(
  mutant: Mutant,
  options: Omit<CanaryOptions, 'dist' | 'until' | 'opensPreview'>,
): Promise<MutantVerdict> {
  options.onStep('building');
  const dist = await buildMutant(mutant);
  try {
    const { findings } = await runCanary({
      ...options,
      dist,
      until: mutant.expected,
      opensPreview: mutant.opensPreview ?? false,
    });
    return { isCaught: findings.some(({ check }) => check === mutant.expected), findings };
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}
