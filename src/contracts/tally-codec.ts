import type { CountingEvent } from '../core/counting/counting-event.ts';
import type { HeatStay } from '../core/counting/heat-counter.ts';
import type { HeatLayout } from '../core/counting/heat-layout.ts';
import { LEVELS, LOOK_BLOCKS, SHARPNESS_LEVELS, type PictureLook } from '../core/detection/picture-look.ts';
import type { ImagePoint } from '../core/geometry/point.ts';
import { MAX_EVENTS, MAX_HEAT_STAYS, MAX_PEOPLE, MAX_ZONES } from './tally.ts';
import type { Tally } from './tally.ts';

/** First number of every message: changes with the layout. */
const LAYOUT = 3;

/** Numbers before the lists: layout, the scalars of `HEAD`, the heat's grid and the lengths of the five lists. */
const HEAD = 24;
const PER_PERSON = 2;
const PER_EVENT = 6;
const PER_STAY = 3;
const BLOCKS = LOOK_BLOCKS.columns * LOOK_BLOCKS.rows;
const PER_LOOK = BLOCKS + 1;

/**
 * Every number is a whole multiple of 1/4096 (of a picture's side, a millisecond, a metre): finer than anything that is
 * counted, and too coarse to hide anything else in the digits behind.
 */
const STEPS = 4096;

/** A message never has more numbers than this: about 21 kB, whoever is in view. An empty place takes `HEAD` of them. */
export const MAX_TALLY_LENGTH =
  HEAD + MAX_PEOPLE * PER_PERSON + MAX_ZONES + MAX_EVENTS * PER_EVENT + MAX_HEAT_STAYS * PER_STAY + PER_LOOK;

/**
 * One flat row of numbers:
 * layout, camera, atMs, measuredFromMs, received, analysed, gated, skipped, closed, alive, detectMs, otherMs,
 * brightness, ended, people, zones, events (counts), columns and rows of the heat's grid (0: no heat), side of a cell
 * on the floor (0: over the picture) and x and y of the corner, stays and looks (counts, one look at most); then x, y
 * per person; a number per zone; six numbers per event (`toEvent`); cell, ms and whether it is new per stay; the levels
 * of the blocks and the sharpness of the look.
 * What exceeds the bounds of `tally.ts` is cut.
 */
export function encodeTally(tally: Tally): Float64Array<ArrayBuffer> {
  const people = tally.people.slice(0, MAX_PEOPLE);
  const zones = tally.zonesNow.slice(0, MAX_ZONES);
  const events = tally.events.slice(0, MAX_EVENTS);
  const stays = tally.heat?.stays.slice(0, MAX_HEAT_STAYS) ?? [];
  const { frames } = tally;
  const head = [
    LAYOUT,
    tally.camera,
    tally.atMs,
    tally.measuredFromMs,
    frames.received,
    frames.analysed,
    frames.gated,
    frames.skipped,
    frames.closed,
    frames.alive,
    tally.detectMs,
    tally.otherMs,
    tally.brightness,
    tally.ended ? 1 : 0,
    people.length,
    zones.length,
    events.length,
    ...fromLayout(tally.heat),
    stays.length,
    tally.look ? 1 : 0,
  ];
  return Float64Array.from([
    ...head,
    ...people.flatMap(({ x, y }) => [x, y]),
    ...zones,
    ...events.flatMap(fromEvent),
    ...stays.flatMap(({ cell, ms, isNew }) => [cell, ms, isNew ? 1 : 0]),
    ...(tally.look ? [...tally.look.levels, tally.look.sharpness] : []),
  ]).map((number) => Math.round(number * STEPS) / STEPS);
}

/** Inverse of `encodeTally`, but for what was rounded. Throws on anything that it did not write: the sender is our own worker. */
export function decodeTally(numbers: Float64Array): Tally {
  const read = createReader(numbers);
  if (read() !== LAYOUT) throw new Error('tally: unknown layout');
  const scalars = { camera: read(), atMs: read(), measuredFromMs: read() };
  const frames = {
    received: read(),
    analysed: read(),
    gated: read(),
    skipped: read(),
    closed: read(),
    alive: read(),
  };
  const work = { detectMs: read(), otherMs: read(), brightness: read() };
  const ended = read() === 1;
  const [people, zones, events] = [read(), read(), read()];
  const layout = readLayout(read);
  const [stays, looks] = [read(), read()];
  checkLength(numbers, { people, zones, events, stays, looks });
  return {
    ...scalars,
    frames,
    ...work,
    people: times(people, (): ImagePoint => ({ x: read(), y: read() })),
    zonesNow: times(zones, read),
    events: times(events, () => toEvent([read(), read(), read(), read(), read(), read()])),
    heat: layout && { ...layout, stays: times(stays, () => readStay(read)) },
    look: looks === 1 ? readLook(read) : null,
    ended,
  };
}

/** Throws on lists that are longer than allowed, or together not as long as the message. */
function checkLength(
  { length }: Float64Array,
  lists: Readonly<Record<'people' | 'zones' | 'events' | 'stays' | 'looks', number>>,
): void {
  const { people, zones, events, stays, looks } = lists;
  const expected =
    HEAD + people * PER_PERSON + zones + events * PER_EVENT + stays * PER_STAY + looks * PER_LOOK;
  const isBounded =
    people <= MAX_PEOPLE &&
    zones <= MAX_ZONES &&
    events <= MAX_EVENTS &&
    stays <= MAX_HEAT_STAYS &&
    looks <= 1;
  if (!isBounded || length !== expected) throw new Error('tally: length and counts disagree');
}

function fromLayout(layout: HeatLayout | null): readonly [number, number, number, number, number] {
  const floor = layout?.floor;
  return [layout?.columns ?? 0, layout?.rows ?? 0, floor?.cellM ?? 0, floor?.xM ?? 0, floor?.yM ?? 0];
}

function readLayout(read: () => number): HeatLayout | null {
  const [columns, rows, cellM, xM, yM] = [read(), read(), read(), read(), read()];
  return columns === 0 ? null : { columns, rows, floor: cellM === 0 ? null : { cellM, xM, yM } };
}

function readStay(read: () => number): HeatStay {
  return { cell: read(), ms: read(), isNew: read() === 1 };
}

/** Throws on what has more bits than a look may have. */
function readLook(read: () => number): PictureLook {
  const levels = times(BLOCKS, () => readLevel(read, LEVELS));
  return { levels, sharpness: readLevel(read, SHARPNESS_LEVELS) };
}

function readLevel(read: () => number, levels: number): number {
  const level = read();
  if (!Number.isInteger(level) || level < 0 || level >= levels) throw new Error('tally: no level');
  return level;
}

type EventNumbers = readonly [number, number, number, number, number, number];

const KINDS = ['crossing', 'stay', 'visit', 'flow'] as const;

/** Kind, staff, entity, then what the kind needs: direction, atMs, startsParty; fromMs, toMs; to, atMs. */
function fromEvent(event: CountingEvent): EventNumbers {
  const kind = KINDS.indexOf(event.kind);
  const staff = event.staff ? 1 : 0;
  switch (event.kind) {
    case 'crossing':
      return [
        kind,
        staff,
        event.line,
        event.direction === 'in' ? 0 : 1,
        event.atMs,
        event.startsParty ? 1 : 0,
      ];
    case 'stay':
    case 'visit':
      return [kind, staff, event.zone, event.fromMs, event.toMs, 0];
    case 'flow':
      return [kind, staff, event.from, event.to, event.atMs, 0];
  }
}

function toEvent([code, staffCode, entity, a, b, c]: EventNumbers): CountingEvent {
  const staff = staffCode === 1;
  const kind = KINDS[code];
  switch (kind) {
    case 'crossing':
      return { kind, line: entity, direction: a === 0 ? 'in' : 'out', atMs: b, startsParty: c === 1, staff };
    case 'stay':
    case 'visit':
      return { kind, zone: entity, fromMs: a, toMs: b, staff };
    case 'flow':
      return { kind, from: entity, to: a, atMs: b, staff };
    case undefined:
      break;
  }
  throw new Error('tally: unknown event');
}

/** Reads one number after the other; throws on what is no finite number or too fine, or at the end. */
function createReader(numbers: Float64Array): () => number {
  let next = 0;
  return () => {
    const value = numbers[next++];
    if (value === undefined || !Number.isFinite(value)) throw new Error('tally: not a finite number');
    if (!Number.isInteger(value * STEPS)) throw new Error('tally: a number is too fine');
    return value;
  };
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
