import type { Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';

let app: ServedApp;
let browser: WatchedBrowser;

beforeAll(async () => {
  app = await serveApp();
  browser = await openBrowser({ locale: 'en-GB' });
  await browser.page.goto(app.url);
  await browser.page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout: 60_000 });
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

function visionWorker(): Worker {
  const worker = browser.page.workers().find((one) => /\/assets\/vision-[\w-]+\.js$/.test(one.url()));
  if (!worker) throw new Error('the vision worker does not run');
  return worker;
}

/** Each is tried inside the running worker of the built app. */
const ATTEMPTS: Readonly<Record<string, string>> = {
  fetch: 'fetch("/")',
  'fetch of the prototype': 'Object.getPrototypeOf(self).fetch?.call(self, "/") ?? fetch("/")',
  XMLHttpRequest: 'new XMLHttpRequest()',
  WebSocket: 'new WebSocket("ws://127.0.0.1:1")',
  EventSource: 'new EventSource("/")',
  WebTransport: 'new WebTransport("https://127.0.0.1:1")',
  indexedDB: 'indexedDB.open("x")',
  'indexedDB of the prototype': 'IDBFactory.prototype.open.call({}, "x")',
  caches: 'caches.open("x")',
  'origin private files': 'navigator.storage.getDirectory()',
  'file system': 'webkitRequestFileSystem(0, 1)',
  BroadcastChannel: 'new BroadcastChannel("x")',
  Worker: 'new Worker("/x.js")',
  importScripts: 'importScripts("/x.js")',
  postMessage: 'postMessage(new Uint8Array(9))',
  'a port': 'new MessageChannel().port1.postMessage(new Uint8Array(9))',
  Blob: 'new Blob([])',
  'blob address': 'URL.createObjectURL(null)',
  FileReaderSync: 'new FileReaderSync()',
  createImageBitmap: 'createImageBitmap(new ImageData(1, 1))',
  'canvas to blob': 'new OffscreenCanvas(1, 1).convertToBlob()',
  VideoEncoder: 'new VideoEncoder({ output() {}, error() {} })',
  FontFace: 'new FontFace("x", "url(/x)")',
};

describe('the running vision worker', () => {
  test.each(Object.entries(ATTEMPTS))('refuses %s', async (_name, code) => {
    const outcome = await visionWorker().evaluate(`(() => {
      try {
        ${code};
        return 'done';
      } catch (error) {
        return error.name;
      }
    })()`);
    expect(outcome).toBe('SealedError');
  });

  test('writes nothing to the console', async () => {
    const before = browser.complaints.length;
    await visionWorker().evaluate('console.error("seen"), console.log("seen")');
    expect(browser.complaints.slice(before)).toEqual([]);
  });

  test('goes on counting', async () => {
    const status = browser.page.getByRole('status').getByText('Counting', { exact: true });
    expect(await status.count()).toBeGreaterThan(0);
  });
});
