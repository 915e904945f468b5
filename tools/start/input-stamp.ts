import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Large files are told apart by size and time, small ones by their contents. */
const READ_UP_TO_BYTES = 1_000_000;

/** Digest of everything under `inputs` (files or folders, relative to `root`); what does not exist counts as absent. */
export function digestOf(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) addTo(hash, root, input);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, root: string, path: string): void {
  const file = join(root, path);
  if (!existsSync(file)) return;
  const status = statSync(file);
  if (status.isDirectory()) {
    for (const name of readdirSync(file).sort()) addTo(hash, root, join(path, name));
    return;
  }
  hash.update(`${path} ${status.size} `);
  hash.update(status.size > READ_UP_TO_BYTES ? String(status.mtimeMs) : readFileSync(file));
}

/** Whether `stampFile` says that the work for `digest` is done. */
export function isStamped(stampFile: string, digest: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest;
}

/** Notes in `stampFile` that the work for `digest` is done. */
export function stamp(stampFile: string, digest: string): void {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, digest);
}
