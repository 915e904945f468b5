import { TfliteTable } from './tflite-table.ts';

// Numbers of the fields of TensorFlow Lite's schema that are changed, and how many a model has.
const BUFFERS = 4;
const METADATA = 6;
const VERSION = 0;
const FIELDS = 8;
const WORD = 4;
/** What the old file is moved by is a multiple of this, so that its weights stay aligned. */
const ALIGNMENT = 64;

/**
 * A model with metadata added: a new root is put before the file and leads to its parts, which stay as they are.
 * (References in such a file lead forwards only.)
 */
export function withMetadata(model: Uint8Array, metadata: Uint8Array): Uint8Array {
  const head = new Head();
  const shift = writeHead(head, TfliteTable.rootOf(model), metadata);
  const file = new Uint8Array(shift + model.length);
  file.set(head.bytes(shift));
  file.set(model, shift);
  return file;
}

/** Writes everything that comes before the old file, and returns its length. */
function writeHead(head: Head, old: TfliteTable, metadata: Uint8Array): number {
  const buffers = old.tables(BUFFERS);
  const entries = old.tables(METADATA);
  const root = head.word(0);
  head.text('TFL3');
  const fields = Array.from({ length: FIELDS }, (_, field) => field);
  const isKept = (field: number) =>
    field === VERSION || field === BUFFERS || field === METADATA || old.target(field) !== null;
  const model = head.table(fields.map(isKept));
  head.point(root, model.at);
  const places = new Map(fields.filter(isKept).map((field, index) => [field, model.fields[index] ?? 0]));
  const placeOf = (field: number) => places.get(field) ?? 0;
  head.set(placeOf(VERSION), old.integer(VERSION));
  const bufferList = head.list(buffers.length + 1);
  head.point(placeOf(BUFFERS), bufferList.at);
  const entryList = head.list(entries.length + 1);
  head.point(placeOf(METADATA), entryList.at);

  const buffer = head.table([true]);
  head.point(bufferList.items[buffers.length] ?? 0, buffer.at);
  const entry = head.table([true, true]);
  head.point(entryList.items[entries.length] ?? 0, entry.at);
  head.point(entry.fields[0] ?? 0, head.string('TFLITE_METADATA'));
  head.set(entry.fields[1] ?? 0, buffers.length);
  head.point(buffer.fields[0] ?? 0, head.alignedBytes(metadata));

  const shift = Math.ceil(head.length / ALIGNMENT) * ALIGNMENT;
  buffers.forEach(({ at }, index) => {
    head.point(bufferList.items[index] ?? 0, shift + at);
  });
  entries.forEach(({ at }, index) => {
    head.point(entryList.items[index] ?? 0, shift + at);
  });
  for (const field of fields) {
    const target = old.target(field);
    const isNew = field === VERSION || field === BUFFERS || field === METADATA;
    if (!isNew && target !== null) head.point(placeOf(field), shift + target);
  }
  return shift;
}

/** Gathers the words of the new beginning. Places are bytes from the file's start. */
class Head {
  readonly #words: number[] = [];

  get length(): number {
    return this.#words.length * WORD;
  }

  bytes(length: number): Uint8Array {
    const words = Uint32Array.from({ length: length / WORD }, (_, index) => this.#words[index] ?? 0);
    return new Uint8Array(words.buffer);
  }

  word(value: number): number {
    this.#words.push(value >>> 0);
    return this.length - WORD;
  }

  set(place: number, value: number): void {
    this.#words[place / WORD] = value >>> 0;
  }

  /** Lets the word at `place` lead to `target`. */
  point(place: number, target: number): void {
    this.set(place, target - place);
  }

  text(text: string): void {
    this.#raw(new TextEncoder().encode(text));
  }

  /** A text with its length before and a zero behind. */
  string(text: string): number {
    const at = this.word(text.length);
    this.text(`${text}\0`);
    return at;
  }

  /** Bytes with their length before, beginning at a multiple of 16. */
  alignedBytes(bytes: Uint8Array): number {
    while ((this.length + WORD) % 16 !== 0) this.word(0);
    const at = this.word(bytes.length);
    this.#raw(bytes);
    return at;
  }

  list(length: number): { at: number; items: number[] } {
    const at = this.word(length);
    return { at, items: Array.from({ length }, () => this.word(0)) };
  }

  /** A table with a word for each field that is there, and its layout before it. */
  table(isThere: readonly boolean[]): { at: number; fields: number[] } {
    const present = isThere.filter(Boolean).length;
    const layout = [2 * (2 + isThere.length), WORD * (1 + present)];
    let next = 0;
    for (const there of isThere) layout.push(there ? WORD * ++next : 0);
    const start = this.length;
    this.#raw(new Uint8Array(Uint16Array.from(layout).buffer));
    const at = this.word(this.length - start);
    return { at, fields: Array.from({ length: present }, () => this.word(0)) };
  }

  /** Bytes, filled up with zeros to whole words. */
  #raw(bytes: Uint8Array): void {
    const filled = new Uint8Array(Math.ceil(bytes.length / WORD) * WORD);
    filled.set(bytes);
    for (const word of new Uint32Array(filled.buffer)) this.#words.push(word);
  }
}
