import fc from 'fast-check';
import type { TallyInterval } from '../../src/core/accuracy-check/tally-session.ts';
import { createRandom } from '../../src/core/simulation/random.ts';

/** Five minutes in which nobody came, unless told otherwise. */
export function anInterval(parts: Partial<TallyInterval> = {}): TallyInterval {
  return { manualIn: 0, manualOut: 0, systemIn: 0, systemOut: 0, ...parts };
}

/** So many intervals with these counts in both directions. */
export function alike(count: number, manual: number, system = manual): TallyInterval[] {
  return Array.from({ length: count }, () => ({
    manualIn: manual,
    manualOut: manual,
    systemIn: system,
    systemOut: system,
  }));
}

const people = fc.integer({ min: 0, max: 40 });

/** Counts of two who mostly agree. */
export const tallies: fc.Arbitrary<TallyInterval[]> = fc.array(
  fc
    .record({
      manualIn: people,
      manualOut: people,
      offIn: fc.integer({ min: -4, max: 4 }),
      offOut: fc.integer({ min: -4, max: 4 }),
    })
    .map(({ manualIn, manualOut, offIn, offOut }) => ({
      manualIn,
      manualOut,
      systemIn: Math.max(0, manualIn + offIn),
      systemOut: Math.max(0, manualOut + offOut),
    })),
  { minLength: 2, maxLength: 40 },
);

/** A door where the system misses and adds crossings with these probabilities; about 15 people an interval. */
export function simulated(options: {
  readonly seed: number;
  readonly intervals: number;
  readonly misses: number;
  readonly adds: number;
}): TallyInterval[] {
  const random = createRandom(options.seed);
  return Array.from({ length: options.intervals }, () => {
    const manual = Math.round(random.between(5, 25));
    let system = 0;
    for (let person = 0; person < manual; person++) {
      if (!random.chance(options.misses)) system += 1;
      if (random.chance(options.adds)) system += 1;
    }
    return anInterval({ manualIn: manual, systemIn: system });
  });
}
