import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApp } from '../start/start-app.ts';
import { packRelease } from './archive.ts';
import { releaseFiles } from './release-files.ts';

/** `npm run release`: builds the app and packs it with configurations and guides into `release/kazoe-<version>.zip`. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

const built = await startApp({ root: ROOT, port: 0, buildOnly: true });
if (!built) process.exit(1);
const files = releaseFiles(ROOT);
const archive = packRelease(files);
mkdirSync(join(ROOT, 'release'), { recursive: true });
const path = `release/kazoe-${version}.zip`;
writeFileSync(join(ROOT, path), archive);
const digest = createHash('sha256').update(archive).digest('hex');
console.log(`${path}: ${files.size + 1} files, ${(archive.length / 1e6).toFixed(1)} MB\n${digest}  ${path}`);
