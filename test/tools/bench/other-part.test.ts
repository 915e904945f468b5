import { expect, it } from 'vitest';
import { STAGES } from '../../../tools/bench/browser/protocol.ts';
import type { StageTimes } from '../../../tools/bench/browser/protocol.ts';
import { summary } from '../../../tools/bench/other-part.ts';

function aFrame(times: Partial<StageTimes>): StageTimes {
  return { copy: 0, gate: 0, paint: 0, network: 0, suppress: 0, forget: 0, track: 0, count: 0, ...times };
}

it('adds up the medians of all steps but the network, and sets them against it', () => {
  const frames = [
    aFrame({ copy: 1, paint: 4, network: 100 }),
    aFrame({ copy: 1, paint: 4, network: 100 }),
    aFrame({ copy: 90, paint: 4, network: 100 }),
  ];
  const { otherMs, share, rows } = summary(frames);
  expect(otherMs).toBe(5);
  expect(share).toBe(0.05);
  expect(rows).toHaveLength(STAGES.length + 1);
});
