// Brings the npm packages that the lock file names. Plain Node: nothing is installed yet when this runs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs what is missing or outdated in `root`. Does nothing when the stamp says that this lock file is
 * installed already, with test packages where they are wanted. Exits the process with a clear line on failure.
 * @param {string} root folder of package.json
 * @param {{ withTestPackages: boolean }} options
 */
export function installPackages(root, { withTestPackages }) {
  const digest = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stampFile = join(root, 'node_modules', '.kazoe-installed.json');
  const stamp = readStamp(stampFile);
  if (stamp.digest === digest && (stamp.withTestPackages || !withTestPackages)) return;
  console.log(`Installing packages${withTestPackages ? '' : ' (without those for tests)'}: about a minute …`);
  const args = ['ci', '--no-audit', '--no-fund', ...(withTestPackages ? [] : ['--omit=dev'])];
  const npm = spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(
      'The packages could not be installed. Check the connection to the npm registry and try again.',
    );
    process.exit(1);
  }
  writeFileSync(stampFile, JSON.stringify({ digest, withTestPackages }));
}

function readStamp(path) {
  if (!existsSync(path)) return { digest: '', withTestPackages: false };
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { digest: '', withTestPackages: false }; // a torn stamp means: install again
  }
}
