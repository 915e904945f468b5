import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { findRows } from './find-rows.ts';

/** Copies of planted frames in the memory of one process. */
export interface MemoryScan {
  readonly pid: number;
  /** `renderer`, `browser` … */
  readonly kind: string;
  readonly bytes: number;
  /** Planted rows, by the form in which they lie. */
  readonly rows: Readonly<Record<string, number>>;
  /** Copies of whole frames: the most often found row. */
  readonly copies: number;
  /** Different frames. */
  readonly frames: number;
}

/** Regions of this kind are no memory that a page's data can lie in. */
const NOT_DATA = /^(\/.*\.(so|pak|bin|dat)(\.\d+)*|\/usr\/.*|\[vvar\]|\[vdso\]|\[vsyscall\])$/;
/** Read in pieces of this size, which overlap by the longest row. */
const PIECE = 2 * 2 ** 20;
const OVERLAP = 2048;
const PAGE = 4096;
/** Bytes of `/proc/PID/pagemap` for a page; the two highest bits say that the page is in memory or swapped out. */
const PAGE_ENTRY = 8;
const IS_THERE = 0xc0;

interface Region {
  readonly from: number;
  readonly to: number;
}

/** Every process below `root` and itself, with the kind that Chromium gave it. Empty where there is no `/proc`. */
export function processTree(root: number): { readonly pid: number; readonly kind: string }[] {
  const parents = new Map<number, number>();
  for (const name of readdirIfThere('/proc')) {
    const [, parent] = /^PPid:\s+(\d+)$/m.exec(readIfThere(`/proc/${name}/status`)) ?? [];
    if (/^\d+$/.test(name) && parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isBelow = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
      if (at === root) return true;
    }
    return false;
  };
  return [...parents.keys()].filter(isBelow).map((pid) => {
    const command = readIfThere(`/proc/${pid}/cmdline`);
    return { pid, kind: /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser' };
  });
}

/** Looks for planted rows in a running process; null where its memory cannot be read (gone, or not ours). */
export function scanMemory(pid: number, kind: string): MemoryScan | null {
  const files: number[] = [];
  try {
    for (const name of ['mem', 'pagemap']) files.push(openSync(`/proc/${pid}/${name}`, 'r'));
    const [memory = -1, pageMap = -1] = files;
    return scanRegions({ memory, pageMap }, { pid, kind, regions: regionsOf(pid) });
  } catch {
    return null;
  } finally {
    for (const file of files) closeSync(file);
  }
}

interface ProcessFiles {
  readonly memory: number;
  readonly pageMap: number;
}

interface Process {
  readonly pid: number;
  readonly kind: string;
  readonly regions: readonly Region[];
}

function scanRegions({ memory, pageMap }: ProcessFiles, { pid, kind, regions }: Process): MemoryScan {
  const rows: Record<string, number> = {};
  const byRow = new Map<string, number>();
  const frames = new Set<number>();
  const piece = Buffer.alloc(PIECE + OVERLAP);
  let bytes = 0;
  for (const { from, to } of regions) {
    for (let at = from; at < to; at += PIECE) {
      if (!isAnythingThere(pageMap, at)) continue;
      const length = readPiece(memory, piece, { from: at, to: Math.min(to, at + PIECE + OVERLAP) });
      bytes += Math.min(length, PIECE);
      const view = piece.subarray(0, length);
      for (const { needle, at: hit } of findRows(view)) {
        if (hit >= PIECE) continue; // belongs to the next piece
        rows[needle.form] = (rows[needle.form] ?? 0) + 1;
        const mark = needle.read(view, hit);
        if (!mark) continue;
        frames.add(mark.frame);
        const key = `${needle.form} ${mark.row}`;
        byRow.set(key, (byRow.get(key) ?? 0) + 1);
      }
    }
  }
  return { pid, kind, bytes, rows, copies: Math.max(0, ...byRow.values()), frames: frames.size };
}

/** Most of what a browser reserves was never touched. */
function isAnythingThere(pageMap: number, from: number): boolean {
  const entries = Buffer.alloc((PIECE / PAGE) * PAGE_ENTRY);
  const length = readPiece(pageMap, entries, {
    from: (from / PAGE) * PAGE_ENTRY,
    to: (from / PAGE) * PAGE_ENTRY + entries.length,
  });
  for (let at = PAGE_ENTRY - 1; at < length; at += PAGE_ENTRY) if ((entries[at] ?? 0) & IS_THERE) return true;
  return false;
}

function readPiece(file: number, piece: Buffer, { from, to }: Region): number {
  try {
    return readSync(file, piece, 0, to - from, from);
  } catch {
    return 0; // unmapped since it was listed
  }
}

/** Readable regions with something in them (`/proc/PID/smaps`). */
function regionsOf(pid: number): Region[] {
  const regions: Region[] = [];
  let open: Region | null = null;
  for (const line of readIfThere(`/proc/${pid}/smaps`).split('\n')) {
    const [, from, to, name] = /^([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+\s*(.*)$/.exec(line) ?? [];
    if (from !== undefined && to !== undefined) {
      open = NOT_DATA.test(name ?? '') ? null : { from: parseInt(from, 16), to: parseInt(to, 16) };
    } else if (/^[0-9a-f]+-[0-9a-f]+ /.test(line)) open = null;
    else if (open && /^Rss:\s+[1-9]/.test(line)) regions.push(open);
  }
  return regions;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process ended
  }
}

function readdirIfThere(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return []; // no such file system
  }
}
