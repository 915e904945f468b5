import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BuildManifest } from '../../../src/contracts/build-manifest.ts';
import { buildServiceWorker } from '../../../tools/build/build-service-worker.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kazoe-digest-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Kazoe</title>');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the digest that the page shows, which the service worker holds, is the one in build-manifest.json', async () => {
  await buildServiceWorker(ROOT, folder);
  const manifest = JSON.parse(readFileSync(join(folder, 'build-manifest.json'), 'utf8')) as BuildManifest;
  const worker = readFileSync(join(folder, 'service-worker.js'), 'utf8');
  expect(manifest.build).toMatch(/^[0-9a-f]{64}$/);
  expect(worker).toContain(manifest.build);
  expect(Object.keys(manifest.files)).toEqual(['/index.html', '/service-worker.js']);
});

test('another file makes another digest', async () => {
  await buildServiceWorker(ROOT, folder);
  const before = readFileSync(join(folder, 'build-manifest.json'), 'utf8');
  for (const made of ['build-manifest.json', 'service-worker.js']) rmSync(join(folder, made));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Another</title>');
  await buildServiceWorker(ROOT, folder);
  const after = readFileSync(join(folder, 'build-manifest.json'), 'utf8');
  expect((JSON.parse(after) as BuildManifest).build).not.toBe((JSON.parse(before) as BuildManifest).build);
});
