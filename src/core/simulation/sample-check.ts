import type { TallyInterval } from '../accuracy-check/tally-session.ts';
import { createRandom } from './random.ts';
import { poisson } from './sample-visitors.ts';

/** Three hours of counting at the door on a Saturday: enough for an error to be told. */
const INTERVALS = 36;
const MEAN = 9;
const MISSED = 0.02;

/** What somebody counted beside the system at the sample's entrance; the system missed about two of a hundred. */
export function sampleCheck(seed: number): readonly TallyInterval[] {
  const random = createRandom(seed + 1);
  const seen = (manual: number): number => {
    let count = 0;
    for (let person = 0; person < manual; person += 1) count += random.chance(MISSED) ? 0 : 1;
    return count;
  };
  return Array.from({ length: INTERVALS }, () => {
    const [manualIn, manualOut] = [poisson(MEAN, random), poisson(MEAN, random)];
    return { manualIn, manualOut, systemIn: seen(manualIn), systemOut: seen(manualOut) };
  });
}
