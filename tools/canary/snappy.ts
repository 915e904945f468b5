/** Length of what a copy repeats, and where it lies. */
interface Copy {
  readonly length: number;
  readonly offset: number;
  /** Bytes of the element itself. */
  readonly size: number;
}

/** More than this is no value of a browser's storage. */
const LONGEST = 2 ** 28;

/**
 * Decompresses Snappy's raw format (format_description.txt of google/snappy) as far as it is sound; what follows the
 * stream is ignored. Null where not even the beginning is.
 */
export function decompressSnappy(input: Buffer): Buffer | null {
  const head = readVarint(input, 0);
  if (!head || head.value === 0 || head.value > LONGEST) return null;
  const output = Buffer.alloc(Math.min(head.value, input.length * 64));
  let [at, written] = [head.next, 0];
  while (at < input.length && written < output.length) {
    const tag = input[at] ?? 0;
    if ((tag & 3) === 0) {
      const literal = literalAt(input, at);
      if (literal.from + literal.length > input.length || written + literal.length > output.length) break;
      input.copy(output, written, literal.from, literal.from + literal.length);
      at = literal.from + literal.length;
      written += literal.length;
    } else {
      const { length, offset, size } = copyAt(input, at);
      if (offset === 0 || offset > written || written + length > output.length) break;
      for (let end = written + length; written < end; written++) {
        output[written] = output[written - offset] ?? 0; // byte by byte: a copy may run into itself
      }
      at += size;
    }
  }
  return written === 0 ? null : output.subarray(0, written);
}

function literalAt(input: Buffer, at: number): { readonly from: number; readonly length: number } {
  const code = (input[at] ?? 0) >> 2;
  const extra = Math.max(0, code - 59);
  if (extra === 0) return { from: at + 1, length: code + 1 };
  if (at + 1 + extra > input.length) return { from: at + 1 + extra, length: 0 };
  return { from: at + 1 + extra, length: input.readUIntLE(at + 1, extra) + 1 };
}

function copyAt(input: Buffer, at: number): Copy {
  const tag = input[at] ?? 0;
  const byte = (index: number): number => input[at + index] ?? 0;
  switch (tag & 3) {
    case 1:
      return { length: ((tag >> 2) & 7) + 4, offset: ((tag >> 5) << 8) | byte(1), size: 2 };
    case 2:
      return { length: (tag >> 2) + 1, offset: byte(1) | (byte(2) << 8), size: 3 };
    default:
      return {
        length: (tag >> 2) + 1,
        offset: byte(1) | (byte(2) << 8) | (byte(3) << 16) | (byte(4) << 24),
        size: 5,
      };
  }
}

/** A little-endian base-128 number of at most 32 bits, and where it ends. */
export function readVarint(
  input: Buffer,
  at: number,
): { readonly value: number; readonly next: number } | null {
  let value = 0;
  for (let index = 0; index < 5; index++) {
    const byte = input[at + index];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return null;
}
