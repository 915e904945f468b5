import { readFileSync, readdirSync } from 'node:fs';

/** Processor time of one process since it began, s: all of it, and that of its web workers. */
export interface ProcessTime {
  readonly pid: number;
  /** `browser`, `renderer`, `GPU` … as Chromium names it. */
  readonly kind: string;
  readonly allS: number;
  readonly workersS: number;
}

/** Linux counts processor time in hundredths of a second (`USER_HZ`). */
const TICKS_PER_S = 100;
/** Position of user and system time after the program's name in `/proc/PID/stat`. */
const USER = 11;
const SYSTEM = 12;
const WORKER_THREAD = 'DedicatedWorker';

/** Reads `/proc`. Null where there is none, or the process is gone. */
export function readProcessTime(pid: number, kind: string): ProcessTime | null {
  try {
    const threads = readdirSync(`/proc/${pid}/task`).map((thread) =>
      readStat(`/proc/${pid}/task/${thread}/stat`),
    );
    const workers = threads.filter(({ name }) => name.startsWith(WORKER_THREAD));
    const workersS = workers.reduce((sum, { seconds }) => sum + seconds, 0);
    return { pid, kind, allS: readStat(`/proc/${pid}/stat`).seconds, workersS };
  } catch {
    return null;
  }
}

/** Most memory that a process ever held, MB; null without `/proc`. */
export function peakMemoryMb(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

/** Name and processor time in the text of a `stat` file; the name may hold anything, brackets included. */
export function parseStat(text: string): { readonly name: string; readonly seconds: number } {
  const end = text.lastIndexOf(')');
  const fields = text.slice(end + 2).split(' ');
  const ticks = Number(fields[USER]) + Number(fields[SYSTEM]);
  return { name: text.slice(text.indexOf('(') + 1, end), seconds: ticks / TICKS_PER_S };
}

function readStat(path: string): { readonly name: string; readonly seconds: number } {
  return parseStat(readFileSync(path, 'utf8'));
}
