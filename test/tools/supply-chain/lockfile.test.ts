import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultsOfLockFile, type LockFile, type PackageFile } from '../../../tools/supply-chain/lockfile.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8'));

const lock = read('package-lock.json') as LockFile;
const own = read('package.json') as PackageFile;

test('every package is locked to an exact version with a SHA-512 digest, from no address of its own', () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  expect(faultsOfLockFile(lock, own)).toEqual([]);
});

const DIGEST = lock.packages['node_modules/preact']?.integrity ?? '';
const one = { version: '1.0.0', integrity: DIGEST };

test.each<[string, object, string]>([
  ['no digest', { ...one, integrity: undefined }, 'no SHA-512 digest'],
  ['a weak digest', { ...one, integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'no SHA-512 digest'],
  ['an address', { ...one, resolved: 'https://example.com/a.tgz' }, 'comes from https://example.com'],
  ['a branch of git', { ...one, resolved: 'git+ssh://git@example.com/a.git#abc' }, 'comes from git+ssh'],
  ['a folder', { ...one, link: true }, 'is a link'],
  ['a range', { ...one, version: '^1.0.0' }, 'has the version ^1.0.0'],
  ['a program at installation', { ...one, hasInstallScript: true }, 'runs a program'],
])('a package with %s is told', (_, entry, fault) => {
  const packages = { ...lock.packages, 'node_modules/a': entry };
  expect(faultsOfLockFile({ ...lock, packages }, own).join('; ')).toContain(fault);
});

test('a version that is wanted but not exact, or locked as another, is told', () => {
  const dependencies = { ...own.dependencies, preact: '^11.0.0', idb: '8.0.3' };
  const faults = faultsOfLockFile(lock, { ...own, dependencies });
  expect(faults).toHaveLength(3);
  expect(faults).toContain('preact is wanted as ^11.0.0, which is no exact version');
  expect(faults.join('; ')).toMatch(/idb is locked as .*preact is locked as/s);
});
