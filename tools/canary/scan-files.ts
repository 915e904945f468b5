import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { decodePicture } from './decode-picture.ts';
import { base64Runs, findTraces, pictureStarts, positionsOf } from './find-in-bytes.ts';
import { logContents, tableContents } from './leveldb.ts';
import { decompressSnappy } from './snappy.ts';

/** What lies in the folders of a browser. */
export interface FileScan {
  readonly files: number;
  readonly bytes: number;
  /** Places where a coded picture might have begun, and was not one of ours or the browser's. */
  readonly candidates: number;
  readonly findings: readonly string[];
}

/** Folders of a profile in which an origin, and nobody else, keeps things. */
export const OF_THE_ORIGIN =
  /(^|\/)(IndexedDB|Local Storage|Session Storage|CacheStorage|File System|WebStorage|blob_storage|databases)\//;
/** Blink's mark before a value that it compressed (`idb_value_wrapping.cc`: 0xFF, 0x11, 0x02). */
const COMPRESSED_VALUE = Buffer.from('ff1102', 'hex');
/** So many compressed values and pictures of a file are looked into; a leak of frames shows in the first. */
const MOST_VALUES = 200;
const MOST_PICTURES = 60;
/** Bytes by which a picture that belongs to the app is known. */
const KNOWN_BYTES = 96;

/**
 * Looks through every file below `folders`, or given as one of them, as it lies there, without LevelDB's framing and compression, and with
 * compressed values decompressed. `shipped` are the app's own files: their pictures are no finding.
 */
export function scanFiles(folders: readonly string[], shipped: readonly Buffer[]): FileScan {
  let [files, bytes, candidates] = [0, 0, 0];
  const findings: string[] = [];
  const known = shipped.map((file) => file.subarray(0, KNOWN_BYTES));
  for (const folder of folders) {
    for (const path of filesBelow(folder)) {
      const file = readIfThere(path);
      if (!file) continue;
      files += 1;
      bytes += file.length;
      const isOrigin = OF_THE_ORIGIN.test(path);
      const told = new Set<string>();
      for (const view of viewsOf(path, file)) {
        for (const { what, count } of findTraces(view)) told.add(`${what} (${count} times)`);
        const pictures = lookAtPictures(view, known, isOrigin);
        candidates += pictures.candidates;
        for (const found of pictures.findings) told.add(found);
        if (isOrigin) for (const found of base64In(view, shipped)) told.add(found);
      }
      for (const found of told) findings.push(`${relative(folder, path) || path}: ${found}`);
    }
  }
  return { files, bytes, candidates, findings };
}

/** Paths of all plain files below a folder, or the path of a file itself; none where it does not exist. */
export function filesBelow(folder: string): string[] {
  try {
    if (statSync(folder).isFile()) return [folder];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return []; // never made, or gone while it was listed
  }
}

function readIfThere(path: string): Buffer | null {
  try {
    return statSync(path).size === 0 ? null : readFileSync(path);
  } catch {
    return null; // gone since it was listed
  }
}

/** The file as it is, and what is in it. */
function viewsOf(path: string, file: Buffer): Buffer[] {
  const views = [file];
  if (path.endsWith('.log')) views.push(logContents(file));
  const table = path.endsWith('.ldb') ? tableContents(file) : null;
  if (table) views.push(table);
  const values = views.flatMap((view) =>
    positionsOf(view, COMPRESSED_VALUE)
      .slice(0, MOST_VALUES)
      .flatMap((at) => decompressSnappy(view.subarray(at + COMPRESSED_VALUE.length)) ?? []),
  );
  return [...views, ...values];
}

function lookAtPictures(
  view: Buffer,
  known: readonly Buffer[],
  isOrigin: boolean,
): { readonly candidates: number; readonly findings: string[] } {
  const starts = pictureStarts(view).filter(({ at }) => {
    return !known.some((head) => head.length > 0 && head.equals(view.subarray(at, at + head.length)));
  });
  const findings = starts.slice(0, MOST_PICTURES).flatMap(({ kind, at }) => {
    const decoded = decodePicture(view.subarray(at));
    if (!decoded) return [];
    if (decoded.isPlanted)
      return [`${kind} of a planted frame (correlation ${decoded.correlation.toFixed(2)})`];
    return isOrigin ? [`${kind} that is none of the app's own files`] : [];
  });
  return { candidates: starts.length, findings };
}

/** Text is looked for in both widths. What stands in one of the app's own files, kept whole, is none of a frame. */
function base64In(view: Buffer, shipped: readonly Buffer[]): string[] {
  if (runsIn(view).length === 0) return [];
  const runs = runsIn(without(view, shipped));
  return runs.length > 0
    ? [`${runs.length} runs of base64, the first of ${runs[0]?.length ?? 0} characters`]
    : [];
}

function runsIn(view: Buffer): string[] {
  return (['latin1', 'utf16le'] as const).flatMap((encoding) => base64Runs(view.toString(encoding)));
}

function without(view: Buffer, files: readonly Buffer[]): Buffer {
  const rest = Buffer.from(view);
  for (const file of files) {
    const at = file.length > KNOWN_BYTES ? rest.indexOf(file) : -1;
    if (at >= 0) rest.fill(0, at, at + file.length);
  }
  return rest;
}
