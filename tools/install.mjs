// Brings the npm packages that the lock file names. Plain Node: nothing is installed yet when this runs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs what is missing or outdated in `root`, and touches nothing when all is there. Packages for tests are left
 * out unless they are wanted or were there before. Exits the process with a clear line on failure.
 * @param {string} root folder of package.json
 * @param {{ withTestPackages: boolean }} options
 */
export function installPackages(root, { withTestPackages }) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  const hadTestPackages = Object.values(present).some((found) => found.dev);
  if (isInstalled(root, { wanted, present, withTestPackages })) {
    console.log('Packages: up to date');
    return;
  }
  const omitTestPackages = !withTestPackages && !hadTestPackages;
  console.log(
    `Packages: installing${omitTestPackages ? ' (without those for tests)' : ''}, about a minute …`,
  );
  const npm = runNpm(root, ['ci', '--no-audit', '--no-fund', ...(omitTestPackages ? ['--omit=dev'] : [])]);
  if (npm.status === 0) return;
  console.error(
    'The packages could not be installed. Check the connection to the npm registry and try again.',
  );
  process.exit(1);
}

/** Whether npm's own record of node_modules names every package of the lock file in its version. */
function isInstalled(root, { wanted, present, withTestPackages }) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional || (entry.dev && !withTestPackages)) return true;
    return present[path]?.version === entry.version && existsSync(join(root, path, 'package.json'));
  });
}

function readPackages(path) {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return {}; // a torn record means: install again
  }
}

/** npm by the program that started us where there is one: needs no shell, and works in folders with spaces. */
function runNpm(root, args) {
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return spawnSync(process.execPath, [npm, ...args], options);
  const windows = process.platform === 'win32';
  return spawnSync(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows });
}
