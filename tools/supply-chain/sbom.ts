import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes `public/sbom.cdx.json`: what the release is made of and with, as CycloneDX 1.5. */

interface Bom {
  readonly metadata: { readonly component: object };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
  readonly serialNumber?: string;
}

interface Component {
  readonly 'bom-ref': string;
}

/** Where the list lies, from the root of the checkout; the build copies it into the release. */
export const SBOM = 'public/sbom.cdx.json';

/**
 * npm's own list of the packages of the lock file without those for development, as text. The same for the same lock
 * file: what tells when, where and by which npm it was made is left out. Throws when npm cannot be run.
 */
export function billOfMaterials(root: string): string {
  const args = ['sbom', '--package-lock-only', '--omit', 'dev', '--sbom-format', 'cyclonedx'];
  const run = spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (run.status !== 0) throw new Error(`npm sbom: ${run.stderr}`);
  const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly name: string };
  const { metadata, components, dependencies, ...rest } = JSON.parse(run.stdout) as Bom;
  const bom = {
    ...rest,
    serialNumber: undefined,
    metadata: { component: { ...metadata.component, name } },
    components: components.toSorted((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
    dependencies: dependencies
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.toSorted() }))
      .toSorted((a, b) => (a.ref < b.ref ? -1 : 1)),
  };
  return `${JSON.stringify(bom)}\n`;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(join(root, SBOM), billOfMaterials(root));
