import { expect, test } from 'vitest';
import { createFrameClock } from '../../../workers/demo-store/frame-clock.ts';

function manualClock() {
  let nowMs = 5000;
  return { nowMs: () => nowMs, pass: (ms: number) => (nowMs += ms) };
}

test('in fast-forward frames follow one another by exactly one interval and are never waited for', () => {
  const real = manualClock();
  const clock = createFrameClock({ fps: 8, speed: 'fast-forward' }, real.nowMs);
  const times = Array.from({ length: 4 }, () => {
    real.pass(900);
    expect(clock.waitMs()).toBe(0);
    return clock.next();
  });
  expect(times).toEqual([0, 125, 250, 375]);
});

test('in real time a frame is waited for until it is due', () => {
  const real = manualClock();
  const clock = createFrameClock({ fps: 10, speed: 'real-time' }, real.nowMs);
  expect(clock.waitMs()).toBe(0);
  expect(clock.next()).toBe(0);
  real.pass(30);
  expect(clock.waitMs()).toBe(70);
  real.pass(70);
  expect(clock.waitMs()).toBe(0);
  expect(clock.next()).toBe(100);
});

test('in real time a late frame shows the moment at which it is taken', () => {
  const real = manualClock();
  const clock = createFrameClock({ fps: 10, speed: 'real-time' }, real.nowMs);
  clock.next();
  real.pass(730);
  expect(clock.next()).toBe(730);
});

test('after a change of speed time goes on from the newest frame', () => {
  const real = manualClock();
  const clock = createFrameClock({ fps: 10, speed: 'fast-forward' }, real.nowMs);
  for (let i = 0; i < 50; i++) clock.next();
  real.pass(40);
  clock.setSpeed('real-time');
  expect(clock.waitMs()).toBe(100);
  real.pass(100);
  expect(clock.next()).toBe(5000);
  clock.setSpeed('fast-forward');
  expect(clock.next()).toBe(5100);
});
