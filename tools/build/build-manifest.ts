import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { BuildManifest, BuiltFile } from '../../src/contracts/build-manifest.ts';
import { responseHeaders } from './response-headers.ts';

/** The manifest of all files under `folder`. Throws when one of them has no known media type. */
export function describeBuild(folder: string): BuildManifest {
  const files: Record<string, BuiltFile> = {};
  const headers: Record<string, Readonly<Record<string, string>>> = {};
  const total = createHash('sha256');
  for (const path of filesUnder(folder)) {
    const contents = readFileSync(join(folder, path));
    const set = responseHeaders(path);
    headers[set.name] = set.headers;
    const sha256 = createHash('sha256').update(contents).digest('hex');
    files[path] = { sha256, bytes: contents.length, headers: set.name };
    total.update(`${path} ${sha256}\n`);
  }
  return { build: total.update(JSON.stringify(headers)).digest('hex'), headers, files };
}

/** Request paths of all files under `folder`, sorted: `/index.html`, `/assets/…`. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .map((path) => (path.startsWith('/') ? path : `/${path}`))
    .sort();
}
