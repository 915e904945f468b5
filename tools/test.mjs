// `npm test`: brings what is missing, then hands over to the runner, which needs the packages installed here.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
installPackages(root, { withTestPackages: true });
const run = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'tools/test/run-tests.ts', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exit(run.status ?? 1);
