import { describe, expect, test } from 'vitest';
import { floorMapsOf } from '../../../src/core/calibration/floor-marks.ts';
import type { CountingEvent } from '../../../src/core/counting/counting-event.ts';
import type { Crossing } from '../../../src/core/counting/line-crossing.ts';
import { createPartyBook } from '../../../src/core/counting/party.ts';
import type { ScenePoint } from '../../../src/core/geometry/point.ts';
import { aView, pairsOf, seen } from '../../builders/floor-views.ts';
import {
  aLine,
  aScene,
  countExactly,
  type Footage,
  framesAt,
  inAndOut,
  walkThrough,
} from '../../builders/walkers.ts';

const view = aView({ isMirrored: true });
const { toFloor } = floorMapsOf(pairsOf(view, 6), view.camera.aspect);

function crossing(at: ScenePoint, parts: Partial<Crossing> = {}): Crossing {
  return { direction: 'in', atMs: 10_000, at, width: 0.05, ...parts };
}

/** The second of two crossings joins the first, so many metres apart across the view. */
function joins(metres: number, second: Partial<Crossing> = {}, ahead = 5): boolean {
  const book = createPartyBook(toFloor);
  book.startsParty(crossing(seen(view, 0, ahead)));
  return !book.startsParty(crossing(seen(view, metres, ahead), second));
}

describe('where the floor is calibrated', () => {
  test.each([
    { name: '1.4 m apart', metres: 1.4, expected: true },
    { name: '1.6 m apart', metres: 1.6, expected: false },
  ])('people $name, near or far from the camera, are one party: $expected', ({ metres, expected }) => {
    for (const ahead of [3.5, 5, 8]) expect(joins(metres, {}, ahead)).toBe(expected);
  });

  test('their boxes do not matter', () => {
    expect(joins(1.4, { width: 0.001 })).toBe(true);
    expect(joins(1.6, { width: 1 })).toBe(false);
  });

  test.each([
    { name: '2 s later', change: { atMs: 12_000 }, expected: true },
    { name: '2.1 s later', change: { atMs: 12_100 }, expected: false },
    { name: '1.9 s before, but told later', change: { atMs: 8_100 }, expected: true },
    { name: 'the other way', change: { direction: 'out' }, expected: false },
  ] as const)('somebody $name belongs to it: $expected', ({ change, expected }) => {
    expect(joins(1, change)).toBe(expected);
  });
});

describe('one box width is the measure', () => {
  test('where nothing is known of the floor', () => {
    const book = createPartyBook(null);
    book.startsParty(crossing({ x: 0.5, y: 0.5 }));
    expect(book.startsParty(crossing({ x: 0.54, y: 0.5 }))).toBe(false);
    expect(book.startsParty(crossing({ x: 0.6, y: 0.5 }))).toBe(true);
  });

  test('where one of the two places lies beyond the horizon', () => {
    const sky: ScenePoint = { x: 0.8, y: -2 };
    const book = createPartyBook(toFloor);
    book.startsParty(crossing(sky));
    expect(book.startsParty(crossing({ x: 0.82, y: -2 }))).toBe(false);
    expect(book.startsParty(crossing({ x: 0.9, y: -2 }))).toBe(true);
  });
});

test('a calibration changes who is a party, and nothing else', () => {
  const inCamera = (spread: number): Footage => ({
    scene: aScene({ lines: [aLine()] }),
    walks: [0, 1, 2].map((index) =>
      walkThrough(
        [
          { x: 1.2, y: 0.5 + index * spread },
          { x: 0.4, y: 0.5 + index * spread },
        ],
        0.4,
      ),
    ),
    times: framesAt(10, 3000),
  });
  for (const spread of [0.02, 0.1, 0.15]) {
    const footage = inCamera(spread);
    const without = countExactly(footage);
    const calibrated = countExactly({ ...footage, scene: { ...footage.scene, toFloor } });
    const plain = (events: readonly CountingEvent[]) =>
      events.map((event) => (event.kind === 'crossing' ? { ...event, startsParty: null } : event));
    expect(inAndOut(without)).toEqual([3, 0]);
    expect(plain(calibrated)).toEqual(plain(without));
  }
});
