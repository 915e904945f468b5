import { MAX_EVENTS } from '../../src/contracts/tally.ts';
import type { Tally } from '../../src/contracts/tally.ts';
import { encodeTally } from '../../src/contracts/tally-codec.ts';

/** The one way out of the worker. */
export type TallyOutput = (tally: Tally) => void;

/** Sends tallies as rows of numbers. Made before the seal, which takes `postMessage` away from everybody else. */
export function createTallyOutput(port: MessagePort): TallyOutput {
  const send = port.postMessage.bind(port);
  return (tally) => {
    for (const part of splitTally(tally)) {
      const numbers = encodeTally(part);
      send(numbers, [numbers.buffer]);
    }
  };
}

/**
 * A tally with more events than one message holds becomes several: measured time, heat and look go with the
 * first, the end with the last, and no event is lost.
 */
export function splitTally(tally: Tally): Tally[] {
  const parts: Tally[] = [];
  for (let from = 0; from === 0 || from < tally.events.length; from += MAX_EVENTS) {
    parts.push({
      ...tally,
      measuredFromMs: from === 0 ? tally.measuredFromMs : tally.atMs,
      events: tally.events.slice(from, from + MAX_EVENTS),
      heat: from === 0 ? tally.heat : null,
      look: from === 0 ? tally.look : null,
      ended: tally.ended && from + MAX_EVENTS >= tally.events.length,
    });
  }
  return parts;
}
