import { expect, test } from 'vitest';
import type { IntervalFigures, ZoneFigures } from '../../../src/core/measures/figures.ts';
import { sumFigures } from '../../../src/core/measures/sum-figures.ts';

const HIDDEN: ZoneFigures = {
  zone: 3,
  suppressed: true,
  measuredS: 0,
  lostS: 0,
  visits: null,
  dwellBands: null,
  dwellMedianS: null,
  dwellP90S: null,
  personSeconds: null,
  occupancyMax: null,
};
const SHOWN: ZoneFigures = {
  ...HIDDEN,
  suppressed: false,
  measuredS: 3600,
  visits: 6,
  dwellBands: [0, 0, 6, 0, 0, 0, 0, 0, 0],
  personSeconds: 120,
  occupancyMax: 2,
};

function day(index: number, parts: Partial<IntervalFigures>): IntervalFigures {
  return {
    fromMs: index * 86_400_000,
    toMs: (index + 1) * 86_400_000,
    status: 'measured',
    coverage: 1,
    lines: [{ line: 1, in: 10, out: 9, inRaw: 12, outRaw: 11, parties: 8 }],
    zones: [],
    queues: [],
    occupancy: { personSeconds: 100, max: 4 + index, end: index, drift: 0, measuredS: 3600 },
    cameras: [{ camera: 1, measuredS: 86_400, gapS: {}, framesAnalysed: 5 }],
    configIds: [1],
    ...parts,
  };
}

test('days add up, and a day that was not measured lowers the coverage and adds nothing', () => {
  const gap = { camera: 1, measuredS: 0, gapS: { 'app-closed': 86_400 }, framesAnalysed: 0 };
  const total = sumFigures([
    day(0, {}),
    day(1, { lines: [], occupancy: null, status: 'gap', coverage: 0, cameras: [gap], configIds: [2] }),
  ]);
  expect(total?.lines).toEqual([{ line: 1, in: 10, out: 9, inRaw: 12, outRaw: 11, parties: 8 }]);
  expect(total).toMatchObject({ fromMs: 0, toMs: 172_800_000, status: 'partial', coverage: 0.5 });
  expect(total?.cameras[0]?.gapS).toEqual({ 'app-closed': 86_400 });
  expect(total?.configIds).toEqual([1, 2]);
});

test('what was not shown of a day is in no figure of the whole', () => {
  const total = sumFigures([
    day(0, { zones: [HIDDEN] }),
    day(1, { zones: [SHOWN] }),
    day(2, { zones: [SHOWN] }),
  ]);
  expect(total?.zones[0]).toMatchObject({
    suppressed: false,
    visits: 12,
    personSeconds: 240,
    measuredS: 7200,
  });
  expect(total?.zones[0]?.dwellMedianS).toBeCloseTo(22.5);
  expect(sumFigures([day(0, { zones: [HIDDEN] })])?.zones[0]?.suppressed).toBe(true);
  expect(sumFigures([])).toBeNull();
});
