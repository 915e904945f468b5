import type { ChromiumProcess } from './chromium-process.ts';
import { processTree, scanMemory, type MemoryScan } from './scan-memory.ts';

/** Copies of planted frames in the processes of a browser at one moment. */
export interface MemorySample {
  readonly copies: number;
  /** Different frames in the process that has most of them. */
  readonly frames: number;
  /** Memory that was looked through. */
  readonly mb: number;
}

const MB = 2 ** 20;

/** Looks through the renderers of a browser, or through all of its processes. */
export function sampleMemory(browser: ChromiumProcess, kind: 'renderer' | 'any'): MemorySample {
  const scans = processTree(browser.pid)
    .filter((process) => kind === 'any' || process.kind === kind)
    .flatMap((process): MemoryScan[] => {
      const scan = scanMemory(process.pid, process.kind);
      return scan ? [scan] : [];
    });
  return {
    copies: scans.reduce((sum, { copies }) => sum + copies, 0),
    frames: Math.max(0, ...scans.map(({ frames }) => frames)),
    mb: Math.round(scans.reduce((sum, { bytes }) => sum + bytes, 0) / MB),
  };
}
