import { describe, expect, it } from 'vitest';
import type { RatioEstimate } from '../../src/core/accuracy-check/ratio-estimate.ts';
import { captureRateOf, errorOfHeadline, type Headline } from '../../src/state/headline-accuracy.ts';
import { aCamera, aLine, aSite } from './builders.ts';
import { anInterval } from './ports/memory-archive.ts';

const check: RatioEstimate = { ratio: 1, variance: 0.012 ** 2, degrees: 20, manual: 400 };
const site = aSite([
  aCamera({ lines: [aLine(), aLine({ id: 5, kind: 'outside' }), aLine({ id: 6, kind: 'passage' })] }),
]);
const raw = { inRaw: 0, outRaw: 0, parties: 0 };
const total = anInterval({
  coverage: 1,
  lines: [
    { line: 2, in: 400, out: 380, ...raw },
    { line: 5, in: 600, out: 600, ...raw },
  ],
  occupancy: { personSeconds: 0, max: 60, end: 20, drift: 0, measuredS: 3600 },
});
const checks = (lines: readonly number[] = [2, 5], configIds = [1]) => ({
  lines: lines.map((line) => ({ line, in: check, out: check, checkedAtMs: line * 1000 })),
  configIds,
});
const plusMinus = (headline: Headline, of = checks()): number | undefined =>
  errorOfHeadline(headline, { total, checks: of, site })?.plusMinus;

describe('the error of a headline figure', () => {
  it('is wider for occupancy than for either of the counts that it is made of', () => {
    expect(plusMinus('in')).toBeGreaterThan(5);
    expect(plusMinus('occupancy')).toBeGreaterThan(Math.max(plusMinus('in')!, plusMinus('out')!));
    expect(plusMinus('occupancy')).toBeLessThan(plusMinus('in')! + plusMinus('out')!);
  });

  it('of the capture rate is in points', () => {
    expect(captureRateOf({ total, site })).toBe(0.25);
    expect(plusMinus('capture-rate')).toBeGreaterThan(0.002);
    expect(plusMinus('capture-rate')).toBeLessThan(0.05);
  });

  it('names the line that was checked longest ago', () => {
    expect(errorOfHeadline('capture-rate', { total, checks: checks(), site })?.checkedAtMs).toBe(2000);
    expect(errorOfHeadline('passersby', { total, checks: checks(), site })?.checkedAtMs).toBe(5000);
  });

  it('is not known without a check of every line, nor for figures of another set-up', () => {
    expect(plusMinus('passersby', checks([2]))).toBeUndefined();
    expect(plusMinus('capture-rate', checks([2]))).toBeUndefined();
    expect(plusMinus('in', checks([2], [7]))).toBeUndefined();
  });
});
