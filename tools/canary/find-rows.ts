import { NEEDLES, type Needle } from './watermark.ts';

/** A planted row, where it begins. */
export interface FoundRow {
  readonly needle: Needle;
  readonly at: number;
}

/**
 * Every row is longer than four strides, so that one probe of eight bytes at a stride always lies inside it. Only what
 * a probe knows is compared with the whole row: a gigabyte takes a second.
 */
const STRIDE = 16;
const PROBE = 8;
const HASHES = 1 << 16;

interface Probe {
  readonly needle: Needle;
  /** Where in the row the probe lies. */
  readonly offset: number;
}

const PROBES = collectProbes();
const HASH_IS_USED = new Uint8Array(HASHES);
for (const hash of PROBES.keys()) HASH_IS_USED[hash] = 1;

/** All planted rows in `bytes`, in every raw form. */
export function findRows(bytes: Buffer): FoundRow[] {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  const found = new Map<string, FoundRow>(); // a row may be met by several probes
  for (let word = 0; word + 1 < words.length; word += STRIDE / 4) {
    const hash = hashOf(words[word] ?? 0, words[word + 1] ?? 0);
    if (HASH_IS_USED[hash] === 0) continue;
    for (const { needle, offset } of PROBES.get(hash) ?? []) {
      const at = word * 4 - offset;
      if (isAt(bytes, at, needle.bytes)) found.set(`${needle.form} ${at}`, { needle, at });
    }
  }
  return [...found.values()];
}

function isAt(bytes: Buffer, at: number, row: Buffer): boolean {
  return (
    at >= 0 && at + row.length <= bytes.length && bytes.compare(row, 0, row.length, at, at + row.length) === 0
  );
}

function hashOf(low: number, high: number): number {
  const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca77);
  return (mixed ^ (mixed >>> 15)) & (HASHES - 1);
}

/** For each place that a row's beginning may have within a stride, the least ordinary eight bytes that are probed. */
function collectProbes(): Map<number, Probe[]> {
  const probes = new Map<number, Probe[]>();
  for (const needle of NEEDLES) {
    for (let first = 0; first < STRIDE; first++) {
      let best = first;
      for (let offset = first; offset + PROBE <= needle.bytes.length; offset += STRIDE) {
        if (variety(needle.bytes, offset) > variety(needle.bytes, best)) best = offset;
      }
      const hash = hashOf(needle.bytes.readInt32LE(best), needle.bytes.readInt32LE(best + 4));
      probes.set(hash, [...(probes.get(hash) ?? []), { needle, offset: best }]);
    }
  }
  return probes;
}

/** Changes from byte to byte: runs of equal bytes are everywhere. */
function variety(row: Buffer, offset: number): number {
  let changes = 0;
  for (let at = offset + 1; at < offset + PROBE; at++) if (row[at] !== row[at - 1]) changes += 1;
  return changes;
}
