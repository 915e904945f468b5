import { zipSync } from 'fflate';

/** A zip of files by name, all dated `atMs`. */
export function zipFiles(
  files: readonly (readonly [string, Uint8Array<ArrayBuffer>])[],
  atMs: number,
): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(files), { mtime: atMs, level: 6 });
}
