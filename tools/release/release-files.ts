import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../build/build-manifest.ts';

/** Guides that somebody needs who has only the archive. */
const GUIDES =
  /^(?:install-guide|check-yourself|camera-guide|gateways|hosting|privacy-proof|sizing)\b.*\.md$/;
const NAMED = [
  { path: 'LICENSE', from: 'LICENSE' },
  { path: 'third-party-notices.txt', from: 'public/third-party-notices.txt' },
  { path: 'sbom.cdx.json', from: 'public/sbom.cdx.json' },
];

/** What goes into the release, by path in the archive; the app must be built. */
export function releaseFiles(root: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const add = (path: string, from: string): void => {
    files.set(path, readFileSync(join(root, from)));
  };
  for (const path of filesUnder(join(root, 'dist'))) add(`dist${path}`, `dist${path}`);
  for (const path of filesUnder(join(root, 'docs/hosting'))) add(`hosting${path}`, `docs/hosting${path}`);
  for (const name of readdirSync(join(root, 'docs')))
    if (GUIDES.test(name)) add(`docs/${name}`, `docs/${name}`);
  for (const { path, from } of NAMED) if (existsSync(join(root, from))) add(path, from);
  return files;
}
