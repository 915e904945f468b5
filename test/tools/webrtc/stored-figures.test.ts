import { expect, test } from 'vitest';
import { firstSlotOf, packDay } from '../../../src/core/measures/day-block.ts';
import { NO_RECORDS, type CoverageSlot, type LineSlot } from '../../../src/core/measures/slot-record.ts';
import { coverageOf, linesOf } from '../../../tools/webrtc/stored-figures.ts';
import { aSite } from '../../builders/site.ts';

const DAY = 20_785;

function aLineSlot(slot: number, parts: Partial<LineSlot> = {}): LineSlot {
  const counts = { in: 3, out: 2, in_raw: 3, out_raw: 2, parties: 1 };
  return { slot, line: 2, ...counts, measured_s: 900, config_id: 1, ...parts };
}

function aCoverageSlot(slot: number, parts: Partial<CoverageSlot> = {}): CoverageSlot {
  const seen = { measured_s: 800, gap_s: { paused: 100 }, frames: 9000, brightness: 90 };
  return { slot, camera: 1, ...seen, config_id: 1, ...parts };
}

test('figures of days that are packed count as those that are not', () => {
  const [old, today] = [firstSlotOf(DAY), firstSlotOf(DAY + 2)];
  const lines = [aLineSlot(old), aLineSlot(old + 15, { in: 4 })];
  const coverage = [aCoverageSlot(old), aCoverageSlot(old + 15, { gap_s: { stalled: 7 } })];
  const stored = {
    blocks: packDay(DAY, { ...NO_RECORDS, lines, coverage }),
    lines: [aLineSlot(old + 15, { in: 5 }), aLineSlot(today)], // one is newer than the block that holds it
    coverage: [aCoverageSlot(today)],
  };
  expect(linesOf(aSite(), stored)).toEqual([{ name: 'door', in: 11, out: 6 }]);
  expect(coverageOf('entrance', aSite(), stored)).toEqual({
    measuredS: 2400,
    gapS: { paused: 200, stalled: 7 },
  });
});
