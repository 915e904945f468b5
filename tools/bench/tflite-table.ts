/**
 * A table of a FlatBuffers file: its fields by their number in the schema
 * (flatbuffers.dev, "FlatBuffer internals"). Missing fields give the schema's default.
 */
export class TfliteTable {
  readonly #bytes: DataView;
  /** The table's first byte in the file. */
  readonly at: number;

  private constructor(bytes: DataView, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** The table that the whole file is. */
  static rootOf(file: Uint8Array): TfliteTable {
    const bytes = new DataView(file.buffer, file.byteOffset, file.byteLength);
    return new TfliteTable(bytes, bytes.getUint32(0, true));
  }

  integer(field: number, fallback = 0): number {
    const at = this.#place(field);
    return at === null ? fallback : this.#bytes.getInt32(at, true);
  }

  /** A list of tables. */
  tables(field: number): TfliteTable[] {
    const { start, length } = this.#list(field);
    return Array.from({ length }, (_, index) => this.#follow(start + 4 * index));
  }

  /** First byte of the list, text or table that a field leads to; null where there is none. */
  target(field: number): number | null {
    const at = this.#place(field);
    return at === null ? null : at + this.#bytes.getUint32(at, true);
  }

  #follow(at: number): TfliteTable {
    return new TfliteTable(this.#bytes, at + this.#bytes.getUint32(at, true));
  }

  #list(field: number): { start: number; length: number } {
    const at = this.#place(field);
    if (at === null) return { start: 0, length: 0 };
    const list = at + this.#bytes.getUint32(at, true);
    return { start: list + 4, length: this.#bytes.getUint32(list, true) };
  }

  /** Where a field lies; the table names its layout, the layout the distance of each field. */
  #place(field: number): number | null {
    const layout = this.at - this.#bytes.getInt32(this.at, true);
    const entry = 4 + 2 * field;
    if (entry >= this.#bytes.getUint16(layout, true)) return null;
    const distance = this.#bytes.getUint16(layout + entry, true);
    return distance === 0 ? null : this.at + distance;
  }
}
