import { findRows } from './find-rows.ts';

/** A trace that needs no further proof, by what it is. */
export interface Trace {
  readonly what: string;
  readonly count: number;
}

/** Longest run of base64 that a file or a line may hold. */
export const LONGEST_BASE64 = 200;
const BASE64_RUN = /[A-Za-z0-9+/]{201,}={0,2}/g;
const DATA_IMAGE = ['utf8', 'utf16le'] as const;

/** Searches for the planted rows in every raw form, and for `data:image`. */
export function findTraces(bytes: Buffer): Trace[] {
  const byForm = new Map<string, number>();
  for (const { needle } of findRows(bytes)) byForm.set(needle.form, (byForm.get(needle.form) ?? 0) + 1);
  const rows = [...byForm].map(([form, count]) => ({ what: `planted pixels as ${form}`, count }));
  const addresses = DATA_IMAGE.map((encoding) => ({
    what: `data:image in ${encoding}`,
    count: positionsOf(bytes, Buffer.from('data:image/', encoding)).length,
  }));
  return [...rows, ...addresses].filter(({ count }) => count > 0);
}

/** Where `needle` lies in `bytes`. */
export function positionsOf(bytes: Buffer, needle: Buffer): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at + needle.length)) {
    found.push(at);
  }
  return found;
}

/** Long runs of base64, as they stand. */
export function base64Runs(text: string): string[] {
  return text.match(BASE64_RUN) ?? [];
}

/** Where a coded picture or film may begin. */
export interface PictureStart {
  readonly kind: string;
  readonly at: number;
}

interface Magic {
  readonly kind: string;
  readonly bytes: Buffer;
  /** How far before the bytes the file begins. */
  readonly before: number;
  /** What else must hold; few of the short magics are pictures. */
  readonly isLikely?: (bytes: Buffer, at: number) => boolean;
}

const MAGICS: readonly Magic[] = [
  { kind: 'PNG', bytes: Buffer.from('89504e470d0a1a0a', 'hex'), before: 0 },
  {
    kind: 'JPEG',
    bytes: Buffer.from('ffd8ff', 'hex'),
    before: 0,
    isLikely: (bytes, at) => [0xe0, 0xe1, 0xe2, 0xdb, 0xc0, 0xee, 0xfe].includes(bytes[at + 3] ?? 0),
  },
  { kind: 'GIF', bytes: Buffer.from('GIF8'), before: 0, isLikely: (bytes, at) => bytes[at + 5] === 0x61 },
  { kind: 'WebP', bytes: Buffer.from('WEBPVP8'), before: 8 },
  { kind: 'AVIF, HEIF or MP4', bytes: Buffer.from('ftyp'), before: 4 },
  { kind: 'WebM', bytes: Buffer.from('1a45dfa3', 'hex'), before: 0 },
  { kind: 'H.264', bytes: Buffer.from('0000000167', 'hex'), before: 0 },
  { kind: 'H.265', bytes: Buffer.from('000000014001', 'hex'), before: 0 },
];

/** Every place where a known format begins. To be confirmed by decoding: short magics occur by chance. */
export function pictureStarts(bytes: Buffer): PictureStart[] {
  return MAGICS.flatMap(({ kind, bytes: magic, before, isLikely }) =>
    positionsOf(bytes, magic)
      .filter((at) => at >= before && (isLikely?.(bytes, at) ?? true))
      .map((at) => ({ kind, at: at - before })),
  );
}
