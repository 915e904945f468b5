/**
 * What a stored value may look like. `check` names the first place that differs (`gap_s.stalled`), or null.
 * There is no shape for anything but plain objects and arrays of numbers, codes and bounded text.
 */
export interface Shape {
  check(value: unknown): string | null;
}

const HERE = 'value';

/** A whole number from `min` to `max`. */
export function int(min: number, max: number): Shape {
  return {
    check: (value) => (Number.isSafeInteger(value) && inRange(value as number, min, max) ? null : HERE),
  };
}

/** A finite number, for plan geometry alone. */
export function real(min: number, max: number): Shape {
  return {
    check: (value) => (typeof value === 'number' && inRange(value, min, max) ? null : HERE),
  };
}

/** One of a fixed list. */
export function code(...codes: readonly (string | number | boolean)[]): Shape {
  return { check: (value) => (codes.some((known) => known === value) ? null : HERE) };
}

/** Null, or what the shape says. */
export function nullable(shape: Shape): Shape {
  return { check: (value) => (value === null ? null : shape.check(value)) };
}

/** Text that the operator types: at most `max` UTF-16 units, no control characters. */
export function text(max: number): Shape {
  return {
    check: (value) =>
      typeof value === 'string' && value.length <= max && !hasControlCharacter(value) ? null : HERE,
  };
}

/** So many lower-case hex digits. */
export function hex(length: number): Shape {
  return {
    check: (value) =>
      typeof value === 'string' && value.length === length && /^[0-9a-f]*$/.test(value) ? null : HERE,
  };
}

/** A SHA-256 digest: 64 lower-case hex digits. */
export const digest: Shape = hex(64);

/** An array of `min` to `max` items; holes count as items that are missing. */
export function list(item: Shape, min: number, max: number): Shape {
  return {
    check: (value) => {
      if (!Array.isArray(value) || Object.getPrototypeOf(value) !== Array.prototype) return HERE;
      if (value.length < min || value.length > max || Object.keys(value).length !== value.length) return HERE;
      return firstFault(value.map((entry: unknown, index) => at(String(index), item.check(entry))));
    },
  };
}

/** A plain object with exactly these fields; `optional` ones may be absent. */
export function object(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  const shapes = new Map(Object.entries({ ...optional, ...required }));
  return {
    check: (value) => {
      if (!isPlainObject(value)) return HERE;
      const missing = Object.keys(required).find((name) => !Object.hasOwn(value, name));
      if (missing !== undefined) return missing;
      return firstFault(
        Reflect.ownKeys(value).map((name) => {
          const shape = typeof name === 'string' ? shapes.get(name) : undefined;
          return shape && typeof name === 'string' ? at(name, shape.check(value[name])) : HERE;
        }),
      );
    },
  };
}

/** A plain object whose field `tag` says which of the shapes holds. */
export function variant(tag: string, shapes: ReadonlyMap<string | number, Shape>): Shape {
  return {
    check: (value) => {
      if (!isPlainObject(value)) return HERE;
      const shape = shapes.get(value[tag] as string | number);
      return shape ? shape.check(value) : tag;
    },
  };
}

function inRange(value: number, min: number, max: number): boolean {
  return value >= min && value <= max;
}

function hasControlCharacter(value: string): boolean {
  return /\p{Cc}/u.test(value);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function at(name: string, fault: string | null): string | null {
  if (fault === null) return null;
  return fault === HERE ? name : `${name}.${fault}`;
}

function firstFault(faults: readonly (string | null)[]): string | null {
  return faults.find((fault) => fault !== null) ?? null;
}
