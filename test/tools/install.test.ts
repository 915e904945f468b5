import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const installer = new URL('../../tools/install.mjs', import.meta.url).href;

const LOCK = {
  packages: {
    '': { name: 'app' },
    'node_modules/app-part': { version: '1.0.0' },
    'node_modules/test-part': { version: '1.0.0', dev: true },
    'node_modules/other-system': { version: '1.0.0', optional: true },
  },
};

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kazoe install '));
  writeJson('package-lock.json', LOCK);
  // Stands in for npm: notes what it was asked for.
  writeFileSync(
    join(root, 'npm-cli.js'),
    `require('fs').writeFileSync('asked.txt', process.argv.slice(2).join(' '));`,
  );
});

afterEach(() => rmSync(root, { recursive: true }));

function writeJson(path: string, value: unknown): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), JSON.stringify(value));
}

/** Puts packages into node_modules as npm does. */
function put(packages: Readonly<Record<string, { version: string; dev?: boolean }>>): void {
  for (const [path, entry] of Object.entries(packages)) writeJson(join(path, 'package.json'), entry);
  writeJson('node_modules/.package-lock.json', { packages });
}

/** What npm was asked to do; null when it was left alone. */
function install(withTestPackages: boolean): string | null {
  const script = `import { installPackages } from ${JSON.stringify(installer)};
    installPackages(process.cwd(), { withTestPackages: ${withTestPackages} });`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    env: { ...process.env, npm_execpath: join(root, 'npm-cli.js') },
  });
  expect(run.status, run.stderr.toString()).toBe(0);
  const asked = join(root, 'asked.txt');
  return existsSync(asked) ? readFileSync(asked, 'utf8') : null;
}

const APP_PART = { 'node_modules/app-part': { version: '1.0.0' } };
const TEST_PART = { 'node_modules/test-part': { version: '1.0.0', dev: true } };

test('nothing there: the app is installed without its test packages', () => {
  expect(install(false)).toBe('ci --no-audit --no-fund --omit=dev');
});

test('nothing there: tests install everything', () => {
  expect(install(true)).toBe('ci --no-audit --no-fund');
});

test('the app needs no test packages', () => {
  put(APP_PART);
  expect(install(false)).toBeNull();
});

test('tests add what the app left out', () => {
  put(APP_PART);
  expect(install(true)).toBe('ci --no-audit --no-fund');
});

test('a full installation is not touched by the app', () => {
  put({ ...APP_PART, ...TEST_PART });
  expect(install(false)).toBeNull();
});

test('an outdated full installation stays a full one', () => {
  put({ 'node_modules/app-part': { version: '0.9.0' }, ...TEST_PART });
  expect(install(false)).toBe('ci --no-audit --no-fund');
});

test('a package that was removed by hand is installed again', () => {
  put({ ...APP_PART, ...TEST_PART });
  rmSync(join(root, 'node_modules/app-part'), { recursive: true });
  expect(install(false)).toBe('ci --no-audit --no-fund');
});

test('the program itself needs no package', () => {
  const source = readFileSync(fileURLToPath(installer), 'utf8');
  expect(source.match(/from '(?!node:)/g)).toBeNull();
});
