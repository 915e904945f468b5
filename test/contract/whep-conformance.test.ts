import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROTOCOL_TESTS = 'test/contract/whep-client.test.ts';

/** The last cell of each row that names a test: its file, and its name as it stands in the source. */
function namedTests(): readonly { readonly file: string; readonly name: string }[] {
  const table = readFileSync(join(ROOT, 'docs/whep-conformance.md'), 'utf8');
  return [...table.matchAll(/\| `([^`\n]+)` +\|$/gm)].map(([, cell = '']) => {
    const [first = '', second] = cell.split(' › ');
    return second === undefined ? { file: PROTOCOL_TESTS, name: first } : { file: first, name: second };
  });
}

/** Names of the tests in a file: each stands before its function. */
function testsIn(file: string): readonly string[] {
  const source = readFileSync(join(ROOT, file), 'utf8').replaceAll(/describe\('[^']+'/g, '');
  return [...source.matchAll(/'([^'\n]+)',\s*(?:async )?\(/g)].map(([, name = '']) => name);
}

test('the table of conformance names tests that exist', () => {
  const named = namedTests();
  expect(named.length).toBeGreaterThan(30);
  for (const { file, name } of named) expect(testsIn(file), `${file} › ${name}`).toContain(name);
});

test('every test of the protocol stands in the table of conformance', () => {
  const named = namedTests().map(({ name }) => name);
  expect(testsIn(PROTOCOL_TESTS).filter((name) => !named.includes(name))).toEqual([]);
});
