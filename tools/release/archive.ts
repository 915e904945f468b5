import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';

/** Contents by path in the archive. */
export type ArchivedFiles = ReadonlyMap<string, Uint8Array>;

export const SUMS = 'SHA256SUMS';

/** As made on Unix, readable by all: the operating system that packs must not show either. */
const MADE_ON = 3;
const MODE = 0o100644 << 16;
const DAYS = 6000;
const SECONDS = 3600;

/**
 * A zip of the files and of `SHA256SUMS` over all of them, in the format of `sha256sum`. The same files make the same
 * bytes, whatever their order.
 */
export function packRelease(files: ArchivedFiles): Uint8Array {
  const sums = [...files.keys()]
    .sort()
    .map((path) => `${sha256(files.get(path))}  ${path}\n`)
    .join('');
  const all = new Map([...files, [SUMS, new TextEncoder().encode(sums)]]);
  const mtime = dateOf(sha256(all.get(SUMS)));
  const entries: Zippable = {};
  for (const path of [...all.keys()].sort()) {
    entries[path] = [all.get(path) ?? new Uint8Array(), { mtime, os: MADE_ON, attrs: MODE, level: 9 }];
  }
  return zipSync(entries);
}

/**
 * A date in the past for all entries, made from what is packed: the clock of the PC that packs must not show, and web
 * servers tell by date and length alone whether a file has changed, so that a release must not have the date of another.
 * At noon, as a zip holds local time and no zone changes its clocks then.
 */
function dateOf(digest: string): Date {
  const number = Number.parseInt(digest.slice(0, 12), 16);
  const [day, second] = [number % DAYS, Math.floor(number / DAYS) % SECONDS];
  return new Date(1990, 0, 1 + day, 12, 0, second - (second % 2));
}

function sha256(contents: Uint8Array = new Uint8Array()): string {
  return createHash('sha256').update(contents).digest('hex');
}
