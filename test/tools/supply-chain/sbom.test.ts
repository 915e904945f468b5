import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { billOfMaterials, SBOM } from '../../../tools/supply-chain/sbom.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Bom {
  readonly bomFormat: string;
  readonly metadata: object;
  readonly components: readonly {
    readonly name: string;
    readonly hashes?: readonly object[];
    readonly licenses?: readonly object[];
  }[];
}

test('the bill of materials is that of the lock file (else run: npx tsx tools/supply-chain/sbom.ts)', () => {
  expect(readFileSync(`${root}/${SBOM}`, 'utf8')).toBe(billOfMaterials(root));
});

test('it names every package with a digest and a licence, and not when or where it was made', () => {
  const bom = JSON.parse(readFileSync(`${root}/${SBOM}`, 'utf8')) as Bom;
  expect(bom.bomFormat).toBe('CycloneDX');
  expect(bom).not.toHaveProperty('serialNumber');
  expect(Object.keys(bom.metadata)).toEqual(['component']);
  const incomplete = bom.components.filter(({ hashes, licenses }) => !hashes?.length || !licenses?.length);
  expect(incomplete.map(({ name }) => name)).toEqual([]);
  const names = bom.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['preact', 'comlink', 'idb', 'chart.js', 'onnxruntime-web']));
});
