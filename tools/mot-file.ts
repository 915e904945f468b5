import { readFileSync, writeFileSync } from 'node:fs';

/** One row of a MOT file: frame and id from 1 (-1: no id), left, top, width and height in pixels, score in 0–1. */
export interface MotRow {
  readonly frame: number;
  readonly id: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly score: number;
}

/** Bad input of a developer's program; its message is one sentence that names the file and the line. */
export class InputError extends Error {}

/** Reads a MOT file (detections, results or truth). Rows of truth with flag 0 have score 0. Throws `InputError`. */
export function readMotFile(path: string): readonly MotRow[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new InputError(`${path}: cannot be read`, { cause });
  }
  return parseMotRows(text, path);
}

/** Parses MOT rows: comma-separated numbers, six or more a line, empty lines allowed. `name` is for messages. */
export function parseMotRows(text: string, name: string): readonly MotRow[] {
  const rows: MotRow[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    rows.push(parseRow(line, `${name}:${index + 1}`));
  });
  return rows;
}

function parseRow(line: string, place: string): MotRow {
  const values = line.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [frame, id, left, top, width, height, score = 1] = values;
  if (
    frame === undefined ||
    id === undefined ||
    left === undefined ||
    top === undefined ||
    width === undefined ||
    height === undefined
  ) {
    throw new InputError(`${place}: a row needs frame, id, left, top, width and height`);
  }
  if (![frame, id, left, top, width, height, score].every(Number.isFinite)) {
    throw new InputError(`${place}: every value must be a number`);
  }
  if (!Number.isInteger(frame) || frame < 1) {
    throw new InputError(`${place}: frames are whole numbers from 1`);
  }
  if (width < 0 || height < 0) throw new InputError(`${place}: width and height cannot be negative`);
  return { frame, id, left, top, width, height, score };
}

/** Rows by frame: item n - 1 holds the rows of frame n, up to the last frame that has one. */
export function rowsByFrame(rows: readonly MotRow[]): readonly (readonly MotRow[])[] {
  const last = rows.reduce((most, { frame }) => Math.max(most, frame), 0);
  const frames: MotRow[][] = Array.from({ length: last }, () => []);
  for (const row of rows) frames[row.frame - 1]?.push(row);
  return frames;
}

/** Writes rows in MOT format, pixels with two decimals. Throws `InputError` where nothing can be written. */
export function writeMotFile(path: string, rows: readonly MotRow[]): void {
  const lines = rows.map(({ frame, id, left, top, width, height, score }) => {
    const box = [left, top, width, height].map((value) => value.toFixed(2)).join(',');
    return `${frame},${id},${box},${score.toFixed(4)},-1,-1,-1\n`;
  });
  try {
    writeFileSync(path, lines.join(''));
  } catch (cause) {
    throw new InputError(`${path}: cannot be written`, { cause });
  }
}
