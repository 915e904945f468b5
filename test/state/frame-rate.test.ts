import { describe, expect, it } from 'vitest';
import { FrameRate } from '../../src/state/frame-rate.ts';

describe('frame rate', () => {
  it('is the analysed frames over the wall clock', () => {
    const rate = new FrameRate();
    let last = 0;
    for (let frame = 0; frame <= 30; frame += 1) last = rate.add(frame * 100, frame);
    expect(last).toBeCloseTo(10, 5);
  });

  it('falls to nothing when no frame comes any more', () => {
    const rate = new FrameRate();
    for (let frame = 0; frame <= 10; frame += 1) rate.add(frame * 100, frame);
    expect(rate.at(3000)).toBeLessThan(5);
    expect(rate.at(10_000)).toBe(0);
  });

  it('begins anew after a reset', () => {
    const rate = new FrameRate();
    rate.add(0, 100);
    rate.reset();
    expect(rate.add(100, 0)).toBe(0);
    expect(rate.add(200, 1)).toBeCloseTo(10, 5);
  });
});
