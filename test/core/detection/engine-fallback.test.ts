import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  betterAtMs,
  candidateEngines,
  awakeEngines,
  noteFailure,
  type EngineFailures,
  type EngineKind,
} from '../../../src/core/detection/engine-fallback.ts';

const MINUTE = 60_000;
const ALL = ['webgpu', 'wasm-threads', 'wasm'] as const;

test.each<[EngineKind | 'auto', { threads: number; hasGpu: boolean }, readonly EngineKind[]]>([
  ['auto', { threads: 3, hasGpu: true }, ALL],
  ['auto', { threads: 3, hasGpu: false }, ['wasm-threads', 'wasm']],
  ['auto', { threads: 1, hasGpu: false }, ['wasm']],
  ['webgpu', { threads: 1, hasGpu: false }, ['webgpu', 'wasm']],
  ['wasm-threads', { threads: 3, hasGpu: true }, ['wasm-threads', 'wasm']],
  ['wasm-threads', { threads: 1, hasGpu: true }, ['wasm']],
  ['wasm', { threads: 4, hasGpu: true }, ['wasm']],
])('%s on %j', (preference, pc, candidates) => {
  expect(candidateEngines(preference, pc)).toEqual(candidates);
});

describe('an engine that failed', () => {
  test('rests 10 minutes, then twice as long each time, at most a day', () => {
    let failures: EngineFailures = {};
    const rests = Array.from({ length: 10 }, () => {
      failures = noteFailure(failures, 'webgpu', 0);
      return (failures.webgpu?.untilMs ?? 0) / MINUTE;
    });
    expect(rests).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440]);
  });

  test('is followed by the next best and tried again after its rest', () => {
    const failures = noteFailure({}, 'webgpu', 1000);
    expect(awakeEngines(ALL, failures, 1000)).toEqual(['wasm-threads', 'wasm']);
    expect(betterAtMs(ALL, failures, 'wasm-threads')).toBe(1000 + 10 * MINUTE);
    expect(awakeEngines(ALL, failures, 1000 + 10 * MINUTE)).toEqual(ALL);
  });

  test('does not stop the last of them', () => {
    const failures = ALL.reduce<EngineFailures>((all, kind) => noteFailure(all, kind, 0), {});
    expect(awakeEngines(ALL, failures, 1)).toEqual(['wasm']);
    expect(betterAtMs(ALL, {}, 'webgpu')).toBeNull();
  });
});

test('whatever failed, a candidate is chosen, and none that rests while another does not', () => {
  const kinds = fc.constantFrom(...ALL);
  fc.assert(
    fc.property(fc.array(fc.tuple(kinds, fc.nat(1e7))), fc.nat(1e8), (failed, nowMs) => {
      const failures = failed.reduce<EngineFailures>((all, [kind, at]) => noteFailure(all, kind, at), {});
      const [chosen] = awakeEngines(ALL, failures, nowMs);
      const isResting = (kind: EngineKind) => (failures[kind]?.untilMs ?? 0) > nowMs;
      expect(ALL).toContain(chosen);
      if (chosen && isResting(chosen)) expect(ALL.every(isResting)).toBe(true);
    }),
  );
});
