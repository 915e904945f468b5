import { decompressSnappy, readVarint } from './snappy.ts';

/** Of a write-ahead log (LevelDB, doc/log_format.md): blocks, and before each record checksum, length and type. */
const LOG_BLOCK = 32_768;
const LOG_HEADER = 7;

/** The contents of a LevelDB log without its framing, so that a value that runs over blocks lies in one piece. */
export function logContents(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let block = 0; block < file.length; block += LOG_BLOCK) {
    const end = Math.min(file.length, block + LOG_BLOCK);
    let at = block;
    while (at + LOG_HEADER <= end) {
      const length = file.readUInt16LE(at + 4);
      const from = at + LOG_HEADER;
      if (length === 0 || from + length > end) break;
      parts.push(file.subarray(from, from + length));
      at = from + length;
    }
  }
  return Buffer.concat(parts);
}

/** Of a table (LevelDB, doc/table_format.md). */
const TABLE_MAGIC = Buffer.from('57fb808b247547db', 'hex');
const FOOTER = 48;
const SNAPPY = 1;

/** The blocks of a LevelDB table (`.ldb`), decompressed, in one piece; null where the file is none. */
export function tableContents(file: Buffer): Buffer | null {
  if (file.length < FOOTER || !file.subarray(-TABLE_MAGIC.length).equals(TABLE_MAGIC)) return null;
  const footer = file.subarray(-FOOTER);
  const metaIndex = readHandle(footer, 0);
  const index = metaIndex && readHandle(footer, metaIndex.next);
  const entries = index && readBlock(file, index);
  if (!entries) return null;
  const blocks = handlesOf(entries).flatMap((handle) => readBlock(file, handle) ?? []);
  return Buffer.concat(blocks);
}

interface Handle {
  readonly offset: number;
  readonly size: number;
}

function readHandle(buffer: Buffer, at: number): (Handle & { readonly next: number }) | null {
  const offset = readVarint(buffer, at);
  const size = offset && readVarint(buffer, offset.next);
  return offset && size && { offset: offset.value, size: size.value, next: size.next };
}

function readBlock(file: Buffer, { offset, size }: Handle): Buffer | null {
  if (offset + size + 1 > file.length) return null;
  const block = file.subarray(offset, offset + size);
  return file[offset + size] === SNAPPY ? decompressSnappy(block) : block;
}

/** The values of an index block: each a handle. Keys share their beginning with the key before. */
function handlesOf(block: Buffer): Handle[] {
  if (block.length < 4) return [];
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  const handles: Handle[] = [];
  let at = 0;
  while (at < end) {
    const shared = readVarint(block, at);
    const own = shared && readVarint(block, shared.next);
    const length = own && readVarint(block, own.next);
    if (!length) break;
    const valueAt = length.next + own.value;
    const handle = readHandle(block, valueAt);
    if (handle) handles.push(handle);
    at = valueAt + length.value;
  }
  return handles;
}
