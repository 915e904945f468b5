import { describe, expect, it } from 'vitest';
import { benchJson } from '../../../tools/bench/bench-report.ts';
import type { PartReport } from '../../../tools/bench/bench-report.ts';

const ABOUT = {
  machine: { cpu: 'a processor', processors: 2, chromium: '156', node: 'v20' },
  measuredAt: new Date('2026-11-24T12:00:00Z'),
};

function part(figures: PartReport['figures']): PartReport {
  return { section: { title: 'A part', rows: [], remarks: [] }, figures };
}

function written(parts: readonly PartReport[]): Record<string, unknown> {
  return JSON.parse(benchJson(parts, ABOUT)) as Record<string, unknown>;
}

describe('file of the benchmark', () => {
  it('has every figure that is compared from run to run, at the top', () => {
    const report = written([
      part({ wasm_vs_tfjs: 0.5 }),
      part({ other_ms: 5, other_share: 0.04 }),
      part({ gate_cpu_ratio: 0.1, fairness_8: 1 }),
      part({ heap_growth: 0 }),
    ]);
    expect(report).toMatchObject({
      wasm_vs_tfjs: 0.5,
      other_ms: 5,
      gate_cpu_ratio: 0.1,
      fairness_8: 1,
      heap_growth: 0,
    });
  });

  it('has null for what was not measured', () => {
    const report = written([part({ other_ms: 5 })]);
    for (const name of ['wasm_vs_tfjs', 'gate_cpu_ratio', 'fairness_8', 'heap_growth']) {
      expect(report[name]).toBeNull();
    }
  });

  it('tells where and when it was measured, and all rows', () => {
    const report = written([part({})]);
    expect(report.machine).toEqual(ABOUT.machine);
    expect(report.measured_at).toBe('2026-11-24T12:00:00.000Z');
    expect(report.sections).toEqual([{ title: 'A part', rows: [], remarks: [] }]);
  });
});
