import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuildManifest } from '../../src/contracts/build-manifest.ts';
import { messagesOf } from '../../src/ui/i18n/messages.ts';
import { addCamera, openView, readLedger } from '../../tools/canary/use-the-app.ts';
import { packRelease } from '../../tools/release/archive.ts';
import { releaseFiles } from '../../tools/release/release-files.ts';
import { stopCounting } from '../../tools/webrtc/operator.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { hasPeopleVideo, peopleVideo } from './people-video.ts';
import { serveApp, type ServedApp } from './served-app.ts';
import { inventoryOf } from './storage-inventory.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WATCHED_MS = 20_000;
/** Step 4's own files: what the search may find, and nothing else. */
const EXPECTED_FIND = /\/Favicons $| \/assets\/[\w-]+\.js$| \/icons\/icon-\d+\.png$/;

let folder: string;
let app: ServedApp;
let browser: WatchedBrowser;
let page: Page;
let commands: readonly string[];

/** A reviewer's PC: a real profile, a camera on USB with people in its picture where footage is at hand. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kazoe reviewer-'));
  app = await serveApp();
  const footage = hasPeopleVideo() ? [`--use-file-for-fake-video-capture=${peopleVideo(folder)}`] : [];
  browser = await openBrowser({
    locale: 'en-GB',
    profile: join(folder, 'profile'),
    args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', ...footage],
  });
  page = browser.page;
  await addCamera(page, app.url);
  await openView(page, 'privacy');
  await page.locator('figure code').first().waitFor();
  commands = await page.locator('figure code').allInnerTexts();
});

afterAll(async () => {
  await browser.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const counting = (): Promise<void> =>
  page.getByRole('status').getByText('Counting', { exact: true }).first().waitFor({ timeout: 90_000 });

const sh = (command: string, cwd: string): string[] =>
  execFileSync('bash', ['-c', command], { cwd, encoding: 'utf8' }).trim().split('\n');

/** The command of the page for this kind of PC, as it stands there. */
const command = (part: string): string => commands.find((line) => line.startsWith(part)) ?? '';

function unpackRelease(): string {
  const unpacked = join(folder, 'release');
  for (const [name, bytes] of Object.entries(unzipSync(packRelease(releaseFiles(ROOT))))) {
    mkdirSync(dirname(join(unpacked, name)), { recursive: true });
    writeFileSync(join(unpacked, name), bytes);
  }
  return unpacked;
}

describe('the steps of docs/check-yourself', () => {
  test('are those of the privacy page, with the same commands', () => {
    for (const [language, name] of [
      ['en', 'docs/check-yourself.md'],
      ['ja', 'docs/check-yourself.ja.md'],
    ] as const) {
      const doc = readFileSync(join(ROOT, name), 'utf8');
      for (const [at, step] of messagesOf(language).checkYourself.steps('http://127.0.0.1:4180').entries()) {
        expect(doc).toContain(`## ${at + 1}. ${step.title}\n`);
        for (const { line } of step.commands ?? []) expect(doc).toContain(`\`\`\`\n${line}\n\`\`\``);
      }
    }
  });

  test('0. The archive itself', () => {
    const unpacked = unpackRelease();
    const line = 'sha256sum -c SHA256SUMS --quiet && echo done';
    expect(readFileSync(join(ROOT, 'docs/check-yourself.md'), 'utf8')).toContain(line);
    expect(sh(line, unpacked)).toEqual(['done']);
  });

  test('1. Watch who is talked to', async () => {
    const before = browser.requests.length;
    await page.reload();
    await counting();
    const loaded = browser.requests.length;
    await page.waitForTimeout(WATCHED_MS);
    const asked = browser.requests.slice(before);
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked.map((address) => new URL(address).origin))).toEqual(new Set([app.url]));
    expect(browser.requests.length - loaded, 'while people walk about').toBeLessThanOrEqual(1);
  });

  test('2. Look at what is stored', async () => {
    const kept = await inventoryOf(page);
    expect(kept.databases.map(({ name }) => name)).toEqual(expect.arrayContaining(['kazoe']));
    expect(kept).toMatchObject({ localStorage: 0, sessionStorage: 0, cookies: '', oddValues: [] });
    expect(kept.cached.filter((address) => !address.startsWith(`${app.url}/`))).toEqual([]);
    const figures = await page.evaluate(numbersOutsideOfSite);
    expect(figures.count).toBeGreaterThan(0);
    expect(figures.fractions).toEqual([]);
  });

  test('3. Unplug the network', async () => {
    await browser.context.setOffline(true);
    const analysed = async (): Promise<number> => (await readLedger(page))?.analysed ?? 0;
    const before = await analysed();
    await expect.poll(analysed, { timeout: 30_000 }).toBeGreaterThan(before);
    await page.reload();
    await counting();
    await browser.context.setOffline(false);
  });

  test('5. Compare the served files with the published digests', async () => {
    const unpacked = join(folder, 'release');
    const compare = command("grep '  dist/'");
    expect(compare).toContain(app.url);
    expect(sh(compare, unpacked)).toEqual(['done']);
    const other = join(folder, 'other');
    mkdirSync(other);
    const sums = readFileSync(join(unpacked, 'SHA256SUMS'), 'utf8');
    writeFileSync(
      join(other, 'SHA256SUMS'),
      sums.replace(/^\w{64}(?= {2}dist\/index\.html$)/m, 'f'.repeat(64)),
    );
    expect(sh(compare, other)).toEqual(['DIFFERS dist/index.html', 'done']);
    const manifest = JSON.parse(
      readFileSync(join(unpacked, 'dist/build-manifest.json'), 'utf8'),
    ) as BuildManifest;
    await openView(page, 'privacy');
    await page.getByText('Digest of all files').first().waitFor();
    expect(await page.locator('main').innerText()).toContain(manifest.build);
  });

  test('6. Check the journal without this app', async () => {
    const saved = page.waitForEvent('download', { timeout: 60_000 });
    await page.getByRole('button', { name: 'Make the evidence (PDF and JSON)' }).first().click();
    const pack = unzipSync(readFileSync(await (await saved).path()));
    const name = Object.keys(pack).find((each) => each.startsWith('kazoe-journal-')) ?? '';
    const journal = strFromU8(pack[name] ?? new Uint8Array());
    await page.getByRole('link', { name: 'Page that checks it without this app' }).click();
    await page.waitForURL(/journal-check\.html$/);
    const file = join(folder, 'journal-check.html');
    writeFileSync(file, await page.content());
    await page.goBack();

    await browser.context.setOffline(true);
    const alone = await browser.context.newPage();
    const asked: string[] = [];
    alone.on('request', (request) => asked.push(request.url()));
    await alone.goto(pathToFileURL(file).href);
    const verdict = async (text: string): Promise<string> => {
      await alone
        .locator('#file')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
      await alone.locator('#verdict:not(:empty)').waitFor();
      return alone.locator('#verdict').innerText();
    };
    const paper = JSON.parse(strFromU8(pack[name.replace('journal', 'evidence')] ?? new Uint8Array())) as {
      readonly journal: { readonly head: string };
    };
    const sound = await verdict(journal);
    expect(sound).toContain('each fits the one before it');
    expect(sound.endsWith(paper.journal.head)).toBe(true);
    await alone.reload();
    expect(await verdict(journal.replace('"role": "operator"', '"role": "system"'))).toMatch(
      /Entry \d+ was changed/,
    );
    expect(asked.filter((address) => !address.startsWith('file:'))).toEqual([]);
    await alone.close();
    await browser.context.setOffline(false);
  });

  test('4. Plant a picture and search for it', async () => {
    await page.goto(`${app.url}/#/cameras?lang=en`);
    await counting();
    await stopCounting(page);
    const version = await browser.context.newPage();
    await version.goto('chrome://version');
    const profile = await version.locator('#profile_path').innerText();
    await browser.context.close();
    const search = command("find 'PROFILE PATH'").replace('PROFILE PATH', profile);
    expect(search).toContain(profile);
    const found = sh(search, folder);
    expect(found.filter((line) => !EXPECTED_FIND.test(line))).toEqual([]);
    expect(found.some((line) => line.includes('/icons/'))).toBe(true);

    const head = {
      jpeg: Buffer.from('ffd8ffe000104a46494600010100', 'hex'),
      png: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      webp: Buffer.from('RIFF....WEBPVP8 ....', 'latin1'),
      mp4: Buffer.from('....ftypisom....', 'latin1'),
      webm: Buffer.from('1a45dfa34282847765626d42878104', 'hex'),
    };
    for (const [kind, bytes] of Object.entries(head)) {
      writeFileSync(join(profile, `planted-${kind}`), Buffer.concat([Buffer.from([0, 255, 10]), bytes]));
    }
    const planted = sh(search, folder).filter((line) => !EXPECTED_FIND.test(line));
    expect(planted.map((line) => line.trim().split('/').at(-1)).sort()).toEqual(
      Object.keys(head)
        .map((kind) => `planted-${kind}`)
        .sort(),
    );
  });
});

/** Runs in the page: numbers in all stores but the settings, and where one of them is no whole number. */
async function numbersOutsideOfSite(): Promise<{ count: number; fractions: string[] }> {
  const finished = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    });
  let count = 0;
  const fractions: string[] = [];
  const look = (value: unknown, path: string): void => {
    if (typeof value === 'number') {
      count += 1;
      if (!Number.isInteger(value)) fractions.push(`${path}: ${value}`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) look(item, `${path}.${key}`);
    }
  };
  for (const { name } of await indexedDB.databases()) {
    const database = await finished(indexedDB.open(name ?? ''));
    for (const store of database.objectStoreNames) {
      if (store === 'site') continue;
      look(await finished<unknown[]>(database.transaction(store).objectStore(store).getAll()), store);
    }
    database.close();
  }
  return { count, fractions };
}
