// `npm start`: brings what is missing, then builds and serves the app. Plain Node: nothing is installed yet.
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';

const OLDEST_NODE = [20, 19];

const root = fileURLToPath(new URL('..', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(
    `Kazoe needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org`,
  );
  process.exit(1);
}
const port = Number(process.env.PORT ?? 4180);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  process.exit(1);
}

installPackages(root, { withTestPackages: false });
const { tsImport } = await import('tsx/esm/api');
const { startApp } = await tsImport('./start/start-app.ts', import.meta.url);
const started = await startApp({ root, port, buildOnly: process.argv.includes('--build-only') });
if (!started) process.exitCode = 1;
