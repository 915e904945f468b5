import { expect, test } from 'vitest';
import { decodeTally } from '../../../src/contracts/tally-codec.ts';
import { MAX_EVENTS } from '../../../src/contracts/tally.ts';
import type { Tally } from '../../../src/contracts/tally.ts';
import { createTallyOutput } from '../../../workers/vision/tally-output.ts';

function aTally(events: number, ended: boolean): Tally {
  return {
    camera: 3,
    atMs: 2000,
    measuredFromMs: 1900,
    frames: { received: 1, analysed: 1, gated: 0, skipped: 0, closed: 1, alive: 0 },
    detectMs: 1,
    otherMs: 1,
    brightness: 1,
    people: [{ x: 0.5, y: 0.5 }],
    zonesNow: [2],
    events: Array.from({ length: events }, (_, index) => ({
      kind: 'visit',
      zone: 1,
      fromMs: index,
      toMs: index + 1,
      staff: false,
    })),
    heat: { columns: 2, rows: 2, floor: null, stays: [{ cell: 3, ms: 100, isNew: true }] },
    look: { levels: Array.from({ length: 12 }, () => 3), sharpness: 9 },
    ended,
  };
}

test.each([
  { events: 0, messages: 1 },
  { events: MAX_EVENTS, messages: 1 },
  { events: MAX_EVENTS + 1, messages: 2 },
  { events: 3 * MAX_EVENTS, messages: 3 },
])(
  '$events events leave in $messages messages: none is lost, no time counts twice',
  async ({ events, messages }) => {
    const { port1, port2 } = new MessageChannel();
    const received: Tally[] = [];
    const all = new Promise<void>((resolve) => {
      port2.onmessage = ({ data }: MessageEvent<Float64Array>) => {
        received.push(decodeTally(data));
        if (received.length === messages) resolve();
      };
    });
    const tally = aTally(events, true);
    createTallyOutput(port1)(tally);
    await all;
    port1.close();

    expect(received.flatMap((part) => part.events)).toEqual(tally.events);
    expect(received.reduce((sum, { atMs, measuredFromMs }) => sum + atMs - measuredFromMs, 0)).toBe(100);
    expect(received.flatMap(({ heat }) => heat?.stays ?? [])).toEqual(tally.heat?.stays);
    expect(received.flatMap(({ look }) => look ?? [])).toEqual([tally.look]);
    expect(received.map(({ ended }) => ended)).toEqual([...Array<boolean>(messages - 1).fill(false), true]);
  },
);
