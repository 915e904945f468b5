import { describe, expect, test } from 'vitest';
import { fastest, goesOnTrying, inOrderOfTrial } from '../../../src/core/detection/engine-trials.ts';

describe('engines that are tried one after the other', () => {
  test('a fast one ends the search, a slow or broken one does not', () => {
    expect(goesOnTrying('auto', [])).toBe(true);
    expect(goesOnTrying('auto', [{ engine: 'webgpu', fullMs: 12 }])).toBe(false);
    expect(goesOnTrying('auto', [{ engine: 'webgpu', fullMs: 60 }])).toBe(true);
    expect(goesOnTrying('auto', [{ engine: 'webgpu', fullMs: null }])).toBe(true);
  });

  test('what the operator chose is not questioned once it starts', () => {
    expect(goesOnTrying('webgpu', [{ engine: 'webgpu', fullMs: 400 }])).toBe(false);
    expect(goesOnTrying('webgpu', [{ engine: 'webgpu', fullMs: null }])).toBe(true);
  });

  test('the clearly fastest is taken, of nearly equal ones the earliest', () => {
    expect(fastest([])).toBeNull();
    expect(fastest([{ engine: 'webgpu', fullMs: null }])).toBeNull();
    const trials = [
      { engine: 'webgpu', fullMs: 100 },
      { engine: 'wasm-threads', fullMs: 95 },
    ] as const;
    expect(fastest(trials)?.engine).toBe('webgpu');
    expect(fastest([...trials, { engine: 'wasm', fullMs: 60 }])?.engine).toBe('wasm');
  });

  test('a slower one is behind the chosen one from then on, and one that failed before it', () => {
    const candidates = ['webgpu', 'wasm-threads', 'wasm'] as const;
    expect(
      inOrderOfTrial(
        candidates,
        [
          { engine: 'webgpu', fullMs: 200 },
          { engine: 'wasm-threads', fullMs: 60 },
        ],
        'wasm-threads',
      ),
    ).toEqual(['wasm-threads', 'webgpu', 'wasm']);
    expect(
      inOrderOfTrial(
        candidates,
        [
          { engine: 'webgpu', fullMs: null },
          { engine: 'wasm-threads', fullMs: 60 },
        ],
        'wasm-threads',
      ),
    ).toEqual(candidates);
  });
});
