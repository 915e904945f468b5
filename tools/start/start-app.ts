import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildManifest } from '../../src/contracts/build-manifest.ts';
import { assertPortFree, openAppServer, PortTaken } from '../serve/app-server.ts';
import { digestOf, isStamped, stamp } from './input-stamp.ts';

export interface StartOptions {
  readonly root: string;
  readonly port: number;
  /** Stop after the build. */
  readonly buildOnly: boolean;
}

const BUILD_INPUTS = [
  'src',
  'workers',
  'public',
  'index.html',
  'vite.config.ts',
  'tools/build',
  'tools/serve/headers.json',
  'package-lock.json',
];

/** Builds what is out of date, then serves it. Resolves when the app is reachable; false after a problem that was printed. */
export async function startApp({ root, port, buildOnly }: StartOptions): Promise<boolean> {
  try {
    if (!buildOnly) await assertPortFree(port);
    if (!buildModels(root)) return false;
    await buildApp(root);
    if (buildOnly) return true;
    const server = await openAppServer(join(root, 'dist'), port);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void server.close().then(() => process.exit(0)));
    }
    console.log(`\nKazoe is at http://localhost:${port}  (Ctrl+C stops it)`);
    return true;
  } catch (error) {
    if (!(error instanceof PortTaken)) throw error;
    console.error(
      `Port ${port} is in use. If Kazoe is running there already, open http://localhost:${port}; ` +
        `otherwise choose another port: PORT=${port + 1} npm start`,
    );
    return false;
  }
}

function buildModels(root: string): boolean {
  const digest = digestOf(root, ['tools/models', 'package-lock.json', 'public/models']);
  const stampFile = join(root, '.cache/models.stamp');
  if (isStamped(stampFile, digest)) {
    console.log('Models: up to date');
    return true;
  }
  console.log('Models: checking and building …');
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'tools/models/build-models.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (run.status !== 0) {
    console.error('The models could not be built; the lines above say why.');
    return false;
  }
  stamp(stampFile, digestOf(root, ['tools/models', 'package-lock.json', 'public/models']));
  return true;
}

async function buildApp(root: string): Promise<void> {
  const digest = digestOf(root, BUILD_INPUTS);
  const stampFile = join(root, '.cache/app.stamp');
  if (isStamped(stampFile, digest) && isComplete(join(root, 'dist'))) {
    console.log('App: up to date');
    return;
  }
  const beganAt = Date.now();
  console.log('App: building …');
  const { build } = await import('vite'); // takes a second to load, which a warm start is spared
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  stamp(stampFile, digest);
  console.log(`App: built in ${((Date.now() - beganAt) / 1000).toFixed(1)} s`);
}

/** Whether every file of the manifest is there in its full length. */
function isComplete(dist: string): boolean {
  const manifestFile = join(dist, 'build-manifest.json');
  if (!existsSync(manifestFile) || readdirSync(dist).length === 0) return false;
  const { files } = JSON.parse(readFileSync(manifestFile, 'utf8')) as BuildManifest;
  return Object.entries(files).every(
    ([path, file]) => existsSync(join(dist, path)) && statSync(join(dist, path)).size === file.bytes,
  );
}
