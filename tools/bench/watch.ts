import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchBrowser } from './bench-browser.ts';
import type { CameraCount } from './browser/protocol.ts';
import type { ProcessTime } from './process-times.ts';

/** What happened in a stretch of real time. */
export interface Watched {
  readonly seconds: number;
  readonly cameras: readonly CameraCount[];
  /** Tasks of the page above 50 ms. */
  readonly longTasks: readonly number[];
  /** Processors' worth of time: 1 is one processor, all the time. Null where it cannot be read. */
  readonly load: Load | null;
}

/** `workers`: the part of the renderer's that its web workers took. */
export interface Load {
  readonly renderer: number;
  readonly workers: number;
  readonly others: number;
}

/** Watches the open cameras of an engine: first they settle, then everything is counted for `seconds`. */
export async function watch(
  browser: BenchBrowser,
  engine: string,
  times: { readonly settleS: number; readonly seconds: number },
): Promise<Watched> {
  const read = async () => {
    const [cameras, longTasks] = [
      await browser.call('takeCounts', engine),
      await browser.call('takeLongTasks'),
    ];
    return { cameras, longTasks, processes: await browser.processTimes(), at: performance.now() };
  };
  await sleep(times.settleS * 1000);
  const before = await read();
  await sleep(times.seconds * 1000);
  const { cameras, longTasks, processes, at } = await read();
  const seconds = (at - before.at) / 1000;
  return { seconds, cameras, longTasks, load: loadBetween(before.processes, processes, seconds) };
}

/** Processor time that was used between two readings, as a share of `seconds`. */
export function loadBetween(
  before: readonly ProcessTime[],
  after: readonly ProcessTime[],
  seconds: number,
): Load | null {
  if (after.length === 0) return null;
  const used = after.map(({ pid, kind, allS, workersS }) => {
    const earlier = before.find((process) => process.pid === pid);
    return { kind, allS: allS - (earlier?.allS ?? 0), workersS: workersS - (earlier?.workersS ?? 0) };
  });
  const share = (processes: typeof used, key: 'allS' | 'workersS') =>
    processes.reduce((sum, process) => sum + process[key], 0) / seconds;
  const renderers = used.filter(({ kind }) => kind === 'renderer');
  return {
    renderer: share(renderers, 'allS'),
    workers: share(renderers, 'workersS'),
    others: share(
      used.filter(({ kind }) => kind !== 'renderer'),
      'allS',
    ),
  };
}
