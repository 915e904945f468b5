import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';

/** Contents by path in the archive. */
export type ArchivedFiles = ReadonlyMap<string, Uint8Array>;

export const SUMS = 'SHA256SUMS';

/** Of every entry: the clock of the PC that packs must not show. Fields, as a zip holds local time without a zone. */
const PACKED_AT = new Date(1980, 0, 1);
/** As made on Unix, readable by all: the operating system that packs must not show either. */
const MADE_ON = 3;
const MODE = 0o100644 << 16;

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
  const entries: Zippable = {};
  for (const path of [...all.keys()].sort()) {
    entries[path] = [all.get(path) ?? new Uint8Array(), { mtime: PACKED_AT, os: MADE_ON, attrs: MODE, level: 9 }];
  }
  return zipSync(entries);
}

function sha256(contents: Uint8Array = new Uint8Array()): string {
  return createHash('sha256').update(contents).digest('hex');
}
