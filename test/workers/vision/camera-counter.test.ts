import { describe, expect, it } from 'vitest';
import { createCameraCounter } from '../../../workers/vision/camera-counter.ts';
import { aLine, aZone } from '../../state/builders.ts';

const SETUP = { lines: [aLine()], zones: [aZone()], floor: null };
const WALKED_MS = 8000;

/** One after the other walk from left to right through the middle of the picture, and are gone. */
function withWalkers(walkers: number) {
  const counter = createCameraCounter(SETUP);
  for (let walker = 0; walker < walkers; walker++) {
    for (let passedMs = 0; passedMs < 2 * WALKED_MS; passedMs += 100) {
      const x = 0.1 + (1.5 * passedMs) / WALKED_MS;
      const box = { left: x - 0.05, right: x + 0.05, top: 0, bottom: 0.3 };
      const detections = passedMs < WALKED_MS ? [{ box, score: 0.9 }] : [];
      counter.add({ detections, aspect: 16 / 9 }, { atMs: walker * 2 * WALKED_MS + passedMs, broken: false });
    }
  }
  return counter;
}

describe('the place of a zone', () => {
  it('is judged by those who went through it', () => {
    expect(withWalkers(4).judgeZone(0)).toMatchObject({ people: 4, edgeStops: 0 });
  });

  it('is not known before the first frame, and of no zone that is not there', () => {
    expect(createCameraCounter(SETUP).judgeZone(0)).toBeNull();
    expect(withWalkers(1).judgeZone(1)).toBeNull();
    expect(withWalkers(1).judgeLine(1)).toBeNull();
  });
});

describe('a shape that is only drawn', () => {
  it('is tried in the picture’s own shape on those who came', () => {
    const counter = withWalkers(20);
    const counted = { in: 20, out: 0, inside: 0 };
    const { points } = aLine();
    expect(counter.tryShape({ points, inward: { x: 1, y: 0 } })).toEqual({ of: 20, counts: counted });
    expect(counter.tryShape({ points, inward: { x: -1, y: 0 } })?.counts).toEqual({
      ...counted,
      in: 0,
      out: 20,
    });
    const corner = [
      { x: 0, y: 0 },
      { x: 0.2, y: 0 },
      { x: 0, y: 0.2 },
    ];
    expect(counter.tryShape({ polygon: corner })?.counts?.inside).toBe(0);
  });

  it('is not tried before the first frame', () => {
    expect(createCameraCounter(SETUP).tryShape(aLine())).toBeNull();
  });
});
