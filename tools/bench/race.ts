import type { FrameTime } from './browser/protocol.ts';
import type { Competitor } from './competitors.ts';
import { spreadOf } from './statistics.ts';
import type { Spread } from './statistics.ts';

/** How a competitor did: times of a whole frame and its halves, ms. */
export interface Standing extends Omit<Competitor, 'run'> {
  readonly frameMs: Spread;
  readonly networkMs: number;
  readonly restMs: number;
}

const WARM_UP_ROUNDS = 2;
/** Threads of a runtime look for more work for a while before they sleep: not on the next one's time. */
const REST_MS = 30;

/**
 * Lets everybody do one frame in turn, round after round, so that whatever else the machine does meets all alike. Each
 * round begins with another one.
 */
export async function race(competitors: readonly Competitor[], rounds: number): Promise<readonly Standing[]> {
  const times = competitors.map((): FrameTime[] => []);
  for (let round = 0; round < rounds + WARM_UP_ROUNDS; round++) {
    for (let turn = 0; turn < competitors.length; turn++) {
      const at = (turn + round) % competitors.length;
      const time = await competitors[at]?.run(round);
      if (time && round >= WARM_UP_ROUNDS) times[at]?.push(time);
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
    }
  }
  return competitors.map(({ kind, wanted, input, threads }, at) => ({
    ...{ kind, wanted, input, threads },
    ...standingOf(times[at] ?? []),
  }));
}

/** Whoever found nobody in footage full of people did not do the work. */
function standingOf(times: readonly FrameTime[]) {
  if (times.every(({ people }) => people === 0)) throw new Error('a competitor found nobody');
  return {
    frameMs: spreadOf(times.map(({ detectMs, otherMs }) => detectMs + otherMs)),
    networkMs: spreadOf(times.map(({ detectMs }) => detectMs)).median,
    restMs: spreadOf(times.map(({ otherMs }) => otherMs)).median,
  };
}
