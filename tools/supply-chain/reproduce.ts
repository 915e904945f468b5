import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildManifest } from '../../src/contracts/build-manifest.ts';

/**
 * `npm run reproduce`: builds the app twice from copies of the checkout, in folders of other names and depth and with
 * another time zone and language, and compares every file. Exit status 1 when one differs.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = [
  ...['src', 'workers', 'public', 'tools', 'index.html', 'vite.config.ts', 'package.json'],
  'package-lock.json',
  ...readdirSync(ROOT).filter((name) => /^tsconfig.*\.json$/.test(name)),
];
const PLACES = [
  { path: 'a', env: { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' } },
  { path: 'ein anderer/longer place/店', env: { TZ: 'America/New_York', LANG: 'C' } },
];

const folder = mkdtempSync(join(tmpdir(), 'kazoe-reproduce-'));
try {
  const [first, second] = PLACES.map(({ path, env }) => buildIn(join(folder, path), env));
  if (!first || !second) throw new Error('unreachable');
  const files = [...new Set([...Object.keys(first.files), ...Object.keys(second.files)])];
  const different = files.filter((file) => first.files[file]?.sha256 !== second.files[file]?.sha256);
  for (const file of different) console.log(`differs: ${file}`);
  console.log(`${files.length} files, ${different.length} differ; build ${first.build}`);
  process.exitCode = different.length === 0 && first.build === second.build ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function buildIn(place: string, env: Readonly<Record<string, string>>): BuildManifest {
  mkdirSync(place, { recursive: true });
  for (const name of COPIED) cpSync(join(ROOT, name), join(place, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'));
  const vite = join(place, 'node_modules/vite/bin/vite.js');
  const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: place,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  if (run.status !== 0) throw new Error(`the build in ${place} failed`);
  return JSON.parse(readFileSync(join(place, 'dist/build-manifest.json'), 'utf8')) as BuildManifest;
}
