import type { CountingEvent } from '../core/counting/counting-event.ts';
import type { ImagePoint } from '../core/geometry/point.ts';
import { MAX_EVENTS, MAX_PEOPLE, MAX_ZONES } from './tally.ts';
import type { Tally } from './tally.ts';

/** First number of every message: changes with the layout. */
const LAYOUT = 2;

/** Numbers before the lists: layout, the scalars of `HEAD` and the lengths of the three lists. */
const HEAD = 17;
const PER_PERSON = 2;
const PER_EVENT = 6;

/** A message never has more numbers than this. */
export const MAX_TALLY_LENGTH = HEAD + MAX_PEOPLE * PER_PERSON + MAX_ZONES + MAX_EVENTS * PER_EVENT;

/**
 * One flat row of numbers:
 * layout, camera, atMs, measuredFromMs, received, analysed, gated, skipped, closed, alive, detectMs, otherMs,
 * brightness, ended, people, zones, events (counts); then x, y per person; a number per zone; six numbers per event
 * (`toEvent`).
 * What exceeds the bounds of `tally.ts` is cut.
 */
export function encodeTally(tally: Tally): Float64Array<ArrayBuffer> {
  const people = tally.people.slice(0, MAX_PEOPLE);
  const zones = tally.zonesNow.slice(0, MAX_ZONES);
  const events = tally.events.slice(0, MAX_EVENTS);
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
  ];
  return Float64Array.from([
    ...head,
    ...people.flatMap(({ x, y }) => [x, y]),
    ...zones,
    ...events.flatMap(fromEvent),
  ]);
}

/** Inverse of `encodeTally`. Throws on anything that it did not write: the sender is our own worker. */
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
  const length = HEAD + people * PER_PERSON + zones + events * PER_EVENT;
  if (people > MAX_PEOPLE || zones > MAX_ZONES || events > MAX_EVENTS || length !== numbers.length) {
    throw new Error('tally: length and counts disagree');
  }
  return {
    ...scalars,
    frames,
    ...work,
    people: times(people, (): ImagePoint => ({ x: read(), y: read() })),
    zonesNow: times(zones, read),
    events: times(events, () => toEvent([read(), read(), read(), read(), read(), read()])),
    ended,
  };
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

/** Reads one number after the other; throws on what is no finite number, or at the end. */
function createReader(numbers: Float64Array): () => number {
  let next = 0;
  return () => {
    const value = numbers[next++];
    if (value === undefined || !Number.isFinite(value)) throw new Error('tally: not a finite number');
    return value;
  };
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
