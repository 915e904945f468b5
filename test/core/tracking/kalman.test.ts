import { expect, test } from 'vitest';
import { axisAt, correctAxis, predictAxis } from '../../../src/core/tracking/kalman.ts';

const still = { dtS: 0.1, density: 0.01, decayS: Infinity };

test('a steady walk is learnt: value and rate come out right', () => {
  const axis = axisAt(0, 0.05, 1);
  for (let step = 1; step <= 30; step++) {
    predictAxis(axis, still);
    correctAxis(axis, 0.05 * step, 0.0025);
  }
  expect(axis.value).toBeCloseTo(1.5, 2);
  expect(axis.rate).toBeCloseTo(0.5, 2);
});

test('one long step is as good as ten short ones', () => {
  const once = axisAt(1, 0.1, 0.5);
  const often = axisAt(1, 0.1, 0.5);
  once.rate = 0.3;
  often.rate = 0.3;
  predictAxis(once, { ...still, dtS: 1 });
  for (let step = 0; step < 10; step++) predictAxis(often, still);
  expect(often.value).toBeCloseTo(once.value, 9);
  expect(often.varValue).toBeCloseTo(once.varValue, 9);
  expect(often.covariance).toBeCloseTo(once.covariance, 9);
  expect(often.varRate).toBeCloseTo(once.varRate, 9);
});

test('a rate that decays comes to rest', () => {
  const axis = axisAt(0, 0.1, 0.5);
  axis.rate = 1;
  for (let step = 0; step < 200; step++) predictAxis(axis, { dtS: 0.1, density: 0, decayS: 0.5 });
  expect(axis.rate).toBeCloseTo(0, 6);
  expect(axis.value).toBeCloseTo(0.5, 6);
});

test('a measurement makes an estimate surer', () => {
  const axis = axisAt(0, 0.2, 1);
  predictAxis(axis, still);
  const before = axis.varValue;
  correctAxis(axis, 0.1, 0.01);
  expect(axis.varValue).toBeLessThan(Math.min(before, 0.01));
});
