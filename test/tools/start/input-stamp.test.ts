import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf, isStamped, stamp } from '../../../tools/start/input-stamp.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kazoe stamp '));
  mkdirSync(join(root, 'src/a'), { recursive: true });
  writeFileSync(join(root, 'src/a/one.ts'), '1');
  writeFileSync(join(root, 'vite.config.ts'), '');
});

afterEach(() => rmSync(root, { recursive: true }));

const digest = () => digestOf(root, ['src', 'vite.config.ts', 'absent']);

test('the same files have the same digest', () => {
  expect(digest()).toBe(digest());
});

test.each<[string, () => void]>([
  ['a change', () => writeFileSync(join(root, 'src/a/one.ts'), '2')],
  ['a new file', () => writeFileSync(join(root, 'src/two.ts'), '')],
  ['a removed file', () => rmSync(join(root, 'src/a/one.ts'))],
  ['a file that was absent', () => writeFileSync(join(root, 'absent'), '')],
])('%s is another digest', (_, change) => {
  const before = digest();
  change();
  expect(digest()).not.toBe(before);
});

test('work is done when its very digest was stamped', () => {
  const file = join(root, '.cache/app.stamp');
  expect(isStamped(file, 'a')).toBe(false);
  stamp(file, 'a');
  expect(isStamped(file, 'a')).toBe(true);
  expect(isStamped(file, 'b')).toBe(false);
});
