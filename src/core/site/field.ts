import type { MarksProblem } from '../calibration/floor-marks.ts';

/** Why a value is refused: a short code beside the name of the field. */
export type Refusal =
  | MarksProblem['code']
  | 'not-calibrated'
  | 'out-of-view'
  | 'missing'
  | 'type'
  | 'range'
  | 'length'
  | 'unknown-field'
  | 'unknown-value'
  | 'address'
  | 'parallel'
  | 'no-area'
  | 'too-small'
  | 'duplicate'
  | 'version'
  | 'units-need-size';

/** Thrown inside the parsers of this folder and caught at their door; no caller ever sees it. */
export class Refused extends Error {
  readonly field: string;
  readonly reason: Refusal;

  constructor(field: string, reason: Refusal) {
    super(`${field}: ${reason}`);
    this.field = field;
    this.reason = reason;
  }
}

/** Control characters, marks of direction, embeddings, overrides and isolates: with them a name looks like another. */
const CONTROLS = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** A value that is not trusted yet, and its name, such as `cameras[0].name`. Every method throws `Refused`. */
export class Field {
  readonly name: string;
  readonly value: unknown;

  constructor(name: string, value: unknown) {
    this.name = name;
    this.value = value;
  }

  refuse(reason: Refusal): never {
    throw new Refused(this.name, reason);
  }

  /** The parts of an object that has all of `required`, any of `optional` and nothing else. */
  object<K extends string, O extends string = never>(
    required: readonly K[],
    optional: readonly O[] = [],
  ): Readonly<Record<K, Field> & Partial<Record<O, Field>>> {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.refuse('type');
    const known: readonly string[] = [...required, ...optional];
    const fields: Record<string, Field> = {};
    for (const [key, part] of Object.entries(value)) {
      if (!known.includes(key)) new Field(this.#nameOf(shortName(key)), part).refuse('unknown-field');
      fields[key] = new Field(this.#nameOf(key), part);
    }
    for (const key of required) if (!fields[key]) new Field(this.#nameOf(key), undefined).refuse('missing');
    return fields as Record<K, Field> & Partial<Record<O, Field>>;
  }

  /** The items of an array of `least` to `most` items. */
  list({ least = 0, most }: { readonly least?: number; readonly most: number }): readonly Field[] {
    if (!Array.isArray(this.value)) this.refuse('type');
    const items: readonly unknown[] = this.value;
    if (items.length < least || items.length > most) this.refuse('length');
    // Unlike `map`, this passes over no hole: structured clones may have them.
    return Array.from(items, (item, index) => new Field(`${this.name}[${index}]`, item));
  }

  number({ least, most }: { readonly least: number; readonly most: number }): number {
    if (typeof this.value !== 'number' || !Number.isFinite(this.value)) this.refuse('type');
    if (this.value < least || this.value > most) this.refuse('range');
    return this.value;
  }

  /** Both coordinates of a point, in the same bounds. */
  xy(range: { readonly least: number; readonly most: number }): { readonly x: number; readonly y: number } {
    const { x, y } = this.object(['x', 'y']);
    return { x: x.number(range), y: y.number(range) };
  }

  integer(range: { readonly least: number; readonly most: number }): number {
    const value = this.number(range);
    return Number.isInteger(value) ? value : this.refuse('type');
  }

  boolean(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.refuse('type');
  }

  /** A text of `least` to `most` characters without control characters, also none that turn the direction of a text. */
  text({ least = 0, most }: { readonly least?: number; readonly most: number }): string {
    if (typeof this.value !== 'string' || CONTROLS.test(this.value)) this.refuse('type');
    if (this.value.length < least || this.value.length > most) this.refuse('length');
    return this.value;
  }

  oneOf<T extends string>(values: readonly T[]): T {
    return values.find((value) => value === this.value) ?? this.refuse('unknown-value');
  }

  #nameOf(part: string): string {
    return this.name === '' ? part : `${this.name}.${part}`;
  }
}

/** A problem carries field names, never a text that somebody wrote. */
function shortName(key: string): string {
  return /^\w{1,40}$/.test(key) ? key : '…';
}
