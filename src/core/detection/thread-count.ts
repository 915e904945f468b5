/** More threads than these shorten a run by little and take the PC from everything else that it does. */
const MOST_THREADS = 4;

/** Threads for the network on a PC of so many processors: one processor is left to the browser. At least 1. */
export function threadCount(processors: number): number {
  return Math.max(1, Math.min(MOST_THREADS, Math.floor(processors) - 1));
}
