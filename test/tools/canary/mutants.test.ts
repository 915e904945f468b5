import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { applyPatch } from '../../../tools/canary/build-mutant.ts';
import { CHECKS } from '../../../tools/canary/findings.ts';
import { MUTANTS } from '../../../tools/canary/mutants.ts';

const root = new URL('../../../', import.meta.url);

test.each(MUTANTS)('$name can be built from the source as it is', ({ expected, patches }) => {
  expect(Object.keys(CHECKS)).toContain(expected);
  const sources = new Map<string, string>();
  for (const patch of patches) {
    const source = sources.get(patch.file) ?? readFileSync(new URL(patch.file, root), 'utf8');
    const patched = applyPatch(source, patch);
    expect(patched).not.toBe(source);
    sources.set(patch.file, patched);
  }
});

test('a patch whose place is gone, or is there twice, makes the mutant void', () => {
  const patch = { file: 'a.ts', find: 'seal();', replace: '' };
  expect(() => applyPatch('nothing', patch)).toThrow('0 times');
  expect(() => applyPatch('seal(); seal();', patch)).toThrow('2 times');
  expect(applyPatch('a seal(); b', patch)).toBe('a  b');
});
