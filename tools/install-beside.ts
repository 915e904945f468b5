import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const LOCK = 'package-lock.json';

/** Packages that are too large, or of too few systems, to ask of everybody who installs the project. */
export interface BesidePackages {
  /** Folder with a `package.json` and a lock file of its own. */
  readonly from: string;
  /** Folder under `.cache` in which they are installed. */
  readonly to: string;
  /** One of them: it is there when the installation was completed. */
  readonly holds: string;
  /** Said before they are fetched. */
  readonly announcement: string;
}

/**
 * Installs packages beside the project, once for each state of their lock file, without their install scripts.
 * Returns the folder; throws where they cannot be had.
 */
export function installBeside({ from, to, holds, announcement }: BesidePackages): string {
  const installed = join(ROOT, '.cache', to);
  if (isInstalled({ from, installed, holds })) return installed;
  console.error(announcement);
  mkdirSync(installed, { recursive: true });
  for (const file of ['package.json', LOCK]) copyFileSync(join(from, file), join(installed, file));
  copyFileSync(join(ROOT, '.npmrc'), join(installed, '.npmrc'));
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: installed,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error(`${holds} could not be installed`);
  return installed;
}

function isInstalled({
  from,
  installed,
  holds,
}: Pick<BesidePackages, 'from' | 'holds'> & { readonly installed: string }): boolean {
  const lock = join(installed, LOCK);
  if (!existsSync(lock) || !existsSync(join(installed, 'node_modules', holds))) return false;
  return readFileSync(lock).equals(readFileSync(join(from, LOCK)));
}
