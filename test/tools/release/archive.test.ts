import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packRelease, SUMS } from '../../../tools/release/archive.ts';
import { releaseFiles } from '../../../tools/release/release-files.ts';

const ARCHIVE = fileURLToPath(new URL('../../../tools/release/archive.ts', import.meta.url));

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kazoe-release-'));
  for (const path of [
    ...['dist/index.html', 'dist/assets/main-1.js', 'dist/build-manifest.json', 'docs/hosting/Caddyfile'],
    ...['docs/install-guide.ja.md', 'docs/accuracy.md', 'docs/picture.png', 'LICENSE', 'README.md'],
    ...['public/third-party-notices.txt', 'public/sbom.cdx.json'],
  ]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `contents of ${path}, again and again and again`);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the release archive', () => {
  test('holds the app, the configurations, the guides and what the licences ask for, and nothing else', () => {
    expect(Object.keys(unzipSync(packRelease(releaseFiles(root))))).toEqual([
      ...['LICENSE', SUMS, 'dist/assets/main-1.js', 'dist/build-manifest.json', 'dist/index.html'],
      ...['docs/install-guide.ja.md', 'hosting/Caddyfile', 'sbom.cdx.json', 'third-party-notices.txt'],
    ]);
  });

  test('says the digest of every file in it but its own list', () => {
    const files = unzipSync(packRelease(releaseFiles(root)));
    const expected = Object.entries(files)
      .filter(([path]) => path !== SUMS)
      .map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`);
    expect(strFromU8(files[SUMS]!)).toBe(expected.join(''));
  });

  test('is the same, byte by byte, in another order, at another time and in another zone', () => {
    const files = releaseFiles(root);
    const here = createHash('sha256').update(packRelease(files)).digest('hex');
    const turned = packRelease(new Map([...files].reverse()));
    expect(createHash('sha256').update(turned).digest('hex')).toBe(here);
    for (const zone of ['Asia/Tokyo', 'America/New_York']) expect(packedElsewhere(files, zone)).toBe(here);
  });

  test('has another date after a change that leaves every length as it was, so that servers tell the change', () => {
    const dateIn = (archive: Uint8Array): string => Buffer.from(archive.subarray(10, 14)).toString('hex');
    const before = dateIn(packRelease(releaseFiles(root)));
    writeFileSync(join(root, 'dist/index.html'), 'contents of dist/index.html, again and again and AGAIN');
    expect(dateIn(packRelease(releaseFiles(root)))).not.toBe(before);
  });
});

/** Digest of the archive as another process makes it, some time later. */
function packedElsewhere(files: ReadonlyMap<string, Uint8Array>, zone: string): string {
  const entries = [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]);
  const program = `
    import { createHash } from 'node:crypto';
    const { packRelease } = await import(${JSON.stringify(ARCHIVE)});
    const files = new Map(${JSON.stringify(entries)}.map(([path, text]) => [path, Buffer.from(text, 'base64')]));
    console.log(createHash('sha256').update(packRelease(files)).digest('hex'));`;
  return execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  }).trim();
}
