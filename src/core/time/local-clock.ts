/** The store's wall clock: how far it is ahead of UTC at any instant. */
export interface LocalClock {
  readonly timeZone: string;
  /** Milliseconds to add to an instant (epoch ms) to read the local clock. */
  offsetMsAt(atMs: number): number;
}

const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;
/** Days of offsets remembered before the memory begins anew: a little over three years. */
const MAX_REMEMBERED = 1_200;

/** Reads an IANA time zone through `Intl`. Throws a RangeError for a name that it does not know. */
export function createLocalClock(timeZone: string): LocalClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const readOffset = (atMs: number): number => localMs(format, atMs) - Math.floor(atMs / 1000) * 1000;
  const atMidnight = remember(readOffset, DAY_MS);
  const atQuarter = remember(readOffset, QUARTER_MS);
  return {
    timeZone,
    // Clocks change on quarters of an hour and never twice in a day, so most days need one look.
    offsetMsAt: (atMs) => {
      const day = Math.floor(atMs / DAY_MS);
      const offset = atMidnight(day);
      return offset === atMidnight(day + 1) ? offset : atQuarter(Math.floor(atMs / QUARTER_MS));
    },
  };
}

function localMs(format: Intl.DateTimeFormat, atMs: number): number {
  const read = new Map(format.formatToParts(atMs).map((part) => [part.type, Number(part.value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => read.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

function remember(read: (atMs: number) => number, stepMs: number): (index: number) => number {
  const known = new Map<number, number>();
  return (index) => {
    const found = known.get(index);
    if (found !== undefined) return found;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const value = read(index * stepMs);
    known.set(index, value);
    return value;
  };
}
