import type { StreamStats } from '../../contracts/stream-stats.ts';
import type { Problem } from '../../core/result.ts';
import { lookAgain, NOTHING_YET, undecodedProblem } from '../../core/whep/undecoded.ts';

const LOOK_MS = 1000;

/** Looks until the first frame is decoded, and tells when data arrives that never becomes a picture. Returns the way to stop. */
export function watchDecoding(
  stats: () => Promise<StreamStats | null>,
  tell: (problem: Problem) => void,
): () => void {
  let since = NOTHING_YET;
  const look = async (): Promise<void> => {
    const now = await stats();
    if (!now?.network) return;
    if (now.framesDecoded > 0) {
      clearInterval(timer);
      return;
    }
    const atMs = performance.now();
    const { packetsReceived: packets, framesReceived } = now.network;
    since = lookAgain(since, { atMs, packets, framesReceived });
    const problem = undecodedProblem(since, atMs);
    if (problem) tell(problem);
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  return () => clearInterval(timer);
}
