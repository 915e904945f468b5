/**
 * What the planted pictures carry. Two coarse columns of pure magenta and pure green blocks survive scaling and lossy
 * coding; rows of single pixels, black or white, have the same bytes in every raw form and so can be searched for.
 */

export const PICTURE = { width: 1280, height: 720 } as const;
/** The footage lies in the middle; the marks on both sides of it. */
export const FOOTAGE = { x: 192, y: 24, width: 896, height: 672 } as const;

/** A colour as it is written to the camera, BT.601 limited range, and as it is seen. */
interface MarkColour {
  readonly yuv: readonly [number, number, number];
  readonly rgb: readonly [number, number, number];
}
const GREEN: MarkColour = { yuv: [145, 54, 34], rgb: [0, 255, 0] };
const MAGENTA: MarkColour = { yuv: [106, 202, 222], rgb: [255, 0, 255] };

const BLOCK = 48;
const COLUMNS = 4;
const ROWS = 15;
/** Luma of the ground on which the fine rows lie. */
const GROUND = 126;
const NEUTRAL = 128;
const FINE_X = FOOTAGE.x + FOOTAGE.width;
/** Distance of the fine rows, pixels: far enough that chroma of one never touches luma of another. */
const FINE_STEP = 45;
const LUMA_ROW = 20;
const CHROMA_ROW = 40;
const STAMP_BITS = 64;
const FRAME_BITS = 16;
const ROW_BITS = 8;

/** Deterministic bits: the same marks in every run (xorshift32, Marsaglia 2003). */
function randomBits(seed: number, count: number): boolean[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state & 0x100) !== 0;
  });
}

const BLOCKS = randomBits(0x5eed1, COLUMNS * ROWS);
const LUMA_STAMP = randomBits(0x5eed2, STAMP_BITS);
const CHROMA_STAMP = randomBits(0x5eed3, STAMP_BITS);

/** Paints the marks of one frame over an I420 picture; `frame` moves them and is written beside each fine row. */
export function paintMarks(i420: Uint8Array, frame: number): void {
  const { width, height } = PICTURE;
  const planes = {
    y: i420.subarray(0, width * height),
    u: i420.subarray(width * height, (width * height * 5) / 4),
    v: i420.subarray((width * height * 5) / 4),
  };
  for (let row = 0; row < height; row++) {
    const blockRow = (Math.floor(row / BLOCK) + frame) % ROWS;
    const at = row * width;
    planes.y.fill(GROUND, at + FINE_X, at + width);
    for (let column = 0; column < COLUMNS; column++) {
      const [y, u, v] = (BLOCKS[blockRow * COLUMNS + column] ? MAGENTA : GREEN).yuv;
      planes.y.fill(y, at + column * BLOCK, at + (column + 1) * BLOCK);
      if (row % 2 === 1) continue;
      const chromaAt = at / 4 + (column * BLOCK) / 2;
      planes.u.fill(u, chromaAt, chromaAt + BLOCK / 2);
      planes.v.fill(v, chromaAt, chromaAt + BLOCK / 2);
    }
    if (row % 2 === 1) continue;
    planes.u.fill(NEUTRAL, at / 4 + FINE_X / 2, at / 4 + width / 2);
    planes.v.fill(NEUTRAL, at / 4 + FINE_X / 2, at / 4 + width / 2);
  }
  for (let index = 0; index * FINE_STEP + CHROMA_ROW < height; index++) {
    const lumaAt = (index * FINE_STEP + LUMA_ROW) * width + FINE_X + (frame % 32);
    const bits = [...LUMA_STAMP, ...bitsOf(frame, FRAME_BITS), ...bitsOf(index, ROW_BITS)];
    bits.forEach((bit, offset) => (planes.y[lumaAt + offset] = bit ? 235 : 16));
    const chromaAt = ((index * FINE_STEP + CHROMA_ROW) >> 1) * (width / 2) + FINE_X / 2 + (frame % 16);
    CHROMA_STAMP.forEach((bit, offset) => (planes.u[chromaAt + offset] = bit ? 192 : 64));
  }
}

function bitsOf(value: number, count: number): boolean[] {
  return Array.from({ length: count }, (_, bit) => ((value >> bit) & 1) === 1);
}

/** One way in which a fine row may lie in memory or in a file. */
export interface Needle {
  readonly form: string;
  readonly bytes: Buffer;
  /** Which frame and row begins at `at`; null where the form does not tell. */
  read(haystack: Buffer, at: number): { readonly frame: number; readonly row: number } | null;
}

type Write = (buffer: Buffer, bit: boolean) => void;

/** The raw forms of the marks: planes, packed colours, and numbers in single and double precision. */
export const NEEDLES: readonly Needle[] = [
  lumaNeedle('Y plane (I420, NV12)', 1, (buffer, bit) => buffer.writeUInt8(bit ? 235 : 16)),
  lumaNeedle('RGBA or BGRA', 4, (buffer, bit) => buffer.writeUInt32BE(bit ? 0xffffffff : 0x000000ff)),
  lumaNeedle('RGB or grey, one byte each', 1, (buffer, bit) => buffer.writeUInt8(bit ? 255 : 0)),
  lumaNeedle('RGB, three bytes', 3, (buffer, bit) => buffer.fill(bit ? 255 : 0)),
  lumaNeedle('single precision, 0–255', 4, (buffer, bit) => buffer.writeFloatLE(bit ? 255 : 0)),
  lumaNeedle('single precision, 0–1', 4, (buffer, bit) => buffer.writeFloatLE(bit ? 1 : 0)),
  lumaNeedle('double precision, luma', 8, (buffer, bit) => buffer.writeDoubleLE(bit ? 235 : 16)),
  lumaNeedle('double precision, 0–255', 8, (buffer, bit) => buffer.writeDoubleLE(bit ? 255 : 0)),
  lumaNeedle('double precision, 0–1', 8, (buffer, bit) => buffer.writeDoubleLE(bit ? 1 : 0)),
  chromaNeedle('U plane (I420)', 1, (buffer, bit) => buffer.writeUInt8(bit ? 192 : 64)),
  chromaNeedle('UV plane (NV12)', 2, (buffer, bit) =>
    buffer.writeUInt16LE((NEUTRAL << 8) | (bit ? 192 : 64)),
  ),
];

function bytesOf(bits: readonly boolean[], size: number, write: Write): Buffer {
  return Buffer.concat(
    bits.map((bit) => {
      const item = Buffer.alloc(size);
      write(item, bit);
      return item;
    }),
  );
}

function lumaNeedle(form: string, size: number, write: Write): Needle {
  const one = bytesOf([true], size, write);
  const readBits = (haystack: Buffer, at: number, count: number): number => {
    let value = 0;
    for (let bit = 0; bit < count; bit++) {
      if (one.equals(haystack.subarray(at + bit * size, at + (bit + 1) * size))) value |= 1 << bit;
    }
    return value;
  };
  return {
    form,
    bytes: bytesOf(LUMA_STAMP, size, write),
    read(haystack, at) {
      const after = at + STAMP_BITS * size;
      if (after + (FRAME_BITS + ROW_BITS) * size > haystack.length) return null;
      return {
        frame: readBits(haystack, after, FRAME_BITS),
        row: readBits(haystack, after + FRAME_BITS * size, ROW_BITS),
      };
    },
  };
}

function chromaNeedle(form: string, size: number, write: Write): Needle {
  return { form, bytes: bytesOf(CHROMA_STAMP, size, write), read: () => null };
}

/** A picture as packed RGB. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Colours of a decoded picture may be off by as much, each channel. */
const COLOUR_TOLERANCE = 90;
/** A picture shows the marks when both colours cover this share of it. */
const LEAST_SHARE = 0.002;

/** True when a picture, of any size and cut, shows both colours of the coarse blocks. */
export function showsMarkColours({ rgb }: RgbPicture): boolean {
  const pixels = rgb.length / 3;
  const counts = [GREEN, MAGENTA].map(({ rgb: wanted }) => {
    let count = 0;
    for (let at = 0; at + 2 < rgb.length; at += 3) {
      const isNear = wanted.every((value, channel) => {
        return Math.abs(value - (rgb[at + channel] ?? 0)) <= COLOUR_TOLERANCE;
      });
      if (isNear) count += 1;
    }
    return count;
  });
  return counts.every((count) => count >= LEAST_SHARE * pixels);
}

/**
 * How well a whole picture agrees with the coarse blocks of the planted frames, -1 to 1 (Pearson's r of red minus
 * green over the blocks, best of all frames).
 */
export function markCorrelation(picture: RgbPicture): number {
  const means = BLOCKS.map((_, index) => blockMean(picture, Math.floor(index / COLUMNS), index % COLUMNS));
  let best = -1;
  for (let shift = 0; shift < ROWS; shift++) {
    const wanted = means.map((_, index) => {
      const row = (Math.floor(index / COLUMNS) + shift) % ROWS;
      return BLOCKS[row * COLUMNS + (index % COLUMNS)] ? 1 : -1;
    });
    best = Math.max(best, pearson(means, wanted));
  }
  return best;
}

function blockMean({ width, height, rgb }: RgbPicture, row: number, column: number): number {
  const [scaleX, scaleY] = [width / PICTURE.width, height / PICTURE.height];
  let [sum, count] = [0, 0];
  for (let y = Math.ceil((row + 0.2) * BLOCK * scaleY); y < (row + 0.8) * BLOCK * scaleY; y++) {
    for (let x = Math.ceil((column + 0.2) * BLOCK * scaleX); x < (column + 0.8) * BLOCK * scaleX; x++) {
      const at = (y * width + x) * 3;
      sum += (rgb[at] ?? 0) - (rgb[at + 1] ?? 0);
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [product, squareA, squareB] = [0, 0, 0];
  a.forEach((value, index) => {
    const [x, y] = [value - meanA, (b[index] ?? 0) - meanB];
    product += x * y;
    squareA += x * x;
    squareB += y * y;
  });
  return squareA * squareB === 0 ? 0 : product / Math.sqrt(squareA * squareB);
}
