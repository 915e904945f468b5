import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALLOWANCES } from '../../tools/supply-chain/allowances.ts';
import { scanBundle, scanText } from '../../tools/supply-chain/scan-bundle.ts';
import { openBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
/** Scripts of workers: they come when they come, and hold up nothing that is seen. */
const OF_WORKERS = /^\/assets\/(?:archive|demo-store|ticker|vision)-/;
const FIRST_LOAD_BUDGET = 150_000; // bytes of JavaScript, gzip

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

/** What may be in `dist`: the document, the build, models with their cards, runtime files, icons. */
const ALLOWED = [
  /^index\.html$/,
  /^journal-check\.html$/,
  /^service-worker\.js$/,
  /^build-manifest\.json$/,
  /^manifest\.webmanifest$/,
  /^third-party-notices\.txt$/,
  /^sbom\.cdx\.json$/,
  /^icons\/[\w-]+\.(svg|png)$/,
  /^models\/(nanodet(-f(16|32))?|centernet)\.onnx$/,
  /^models\/(index|(nanodet(-f(16|32))?|centernet)-\d+x\d+)\.json$/,
  /^assets\/[\w-]+\.(js|css)$/,
  /^assets\/ort-wasm-simd-threaded(\.jspi)?-[\w-]+\.wasm$/,
];

function files(): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1));
}

describe('what is built and served', { retry: 0 }, () => {
  test('is the app, the models and the runtime, and no developer program', () => {
    expect(files().filter((file) => !ALLOWED.some((pattern) => pattern.test(file)))).toEqual([]);
    const scripts = files().filter((file) => file.endsWith('.js'));
    // "ffmpeg" is no sign of one: the assistant quotes a gateway's setting of that name.
    // The table of holidays comes with its own package file, which lists what its makers test with.
    const own = scripts.filter((file) => !/^assets\/holiday_jp-/.test(file));
    const withTools = own.filter((file) => /backtest|playwright|ffprobe/i.test(read(file)));
    expect(withTools).toEqual([]);
  });

  test('has nothing of MediaPipe, which only the benchmark runs', () => {
    const named = files().filter((file) => /mediapipe|tasks-vision|\.tflite/i.test(file + read(file)));
    expect(named).toEqual([]);
  });

  test('names no host of anybody else, and nothing that codes, keeps or sends a picture but what is known', () => {
    expect(scanBundle(dist, ALLOWANCES)).toEqual([]);
  });

  test('needs every exception to that', () => {
    const unneeded = ALLOWANCES.flatMap(({ files: pattern, names }) => {
      const texts = files()
        .filter((file) => pattern.test(`/${file}`))
        .map(read);
      return names.filter((name) => !texts.some((text) => scanText(text).includes(name)));
    });
    expect(unneeded).toEqual([]);
  });

  test.each([
    ['a source file', '/src/main.tsx'],
    ['the package file', '/package.json'],
    ['a path that climbs out', '/..%2fpackage.json'],
    ['a tool', '/tools/start.mjs'],
    ['the repository', '/.git/HEAD'],
  ])('%s is not served', async (_what, path) => {
    const response = await fetch(`${app.url}${path}`);
    expect(response.status).toBe(404);
  });

  test('the document comes with the production headers', async () => {
    const { headers } = await fetch(app.url);
    const policy = headers.get('content-security-policy') ?? '';
    for (const directive of [
      "default-src 'none'",
      "connect-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy).toContain(directive);
    }
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('the sealed worker may connect to nothing', async () => {
    const worker = files().find((file) => /^assets\/vision-(?!runtime)[\w-]+\.js$/.test(file));
    const { headers } = await fetch(`${app.url}/${worker ?? ''}`);
    expect(headers.get('content-security-policy')).toContain("connect-src 'none'");
  });

  test('the first load of the dashboard takes at most 150 kB of JavaScript, the workers’ aside', async () => {
    const browser = await openBrowser();
    try {
      await browser.page.goto(app.url, { waitUntil: 'load' });
      await browser.page.getByRole('status').first().waitFor();
      const loaded = await browser.page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).pathname)
          .filter((path) => path.endsWith('.js')),
      );
      const ofPage = [...new Set(loaded)].filter((path) => !OF_WORKERS.test(path));
      const bytes = ofPage.map((path) => gzipSync(readFileSync(join(dist, path))).byteLength);
      const total = bytes.reduce((sum, size) => sum + size, 0);
      console.log(
        `First load: ${(total / 1000).toFixed(0)} kB of JavaScript (gzip) in ${bytes.length} files`,
      );
      expect(total).toBeGreaterThan(0);
      expect(total).toBeLessThanOrEqual(FIRST_LOAD_BUDGET);
    } finally {
      await browser.close();
    }
  });
});

function read(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}
