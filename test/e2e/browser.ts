import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../tools/chromium.ts';

export interface BrowserOptions {
  readonly locale?: 'ja-JP' | 'en-GB';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly args?: readonly string[];
  readonly permissions?: readonly string[];
  /** A profile directory that was prepared; it is removed on `close` like a fresh one. */
  readonly profile?: string;
}

/** Chromium's own words where there is no GPU, on every question for an adapter: no complaint about the page. */
const NO_GPU = 'No available adapters.';

/** Chromium on a profile directory of its own, with everything written down that a test must not find. */
export interface WatchedBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors and warnings, uncaught errors and CSP reports, as text. */
  readonly complaints: readonly string[];
  /** Every address asked for by the page, its workers and its service worker. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export async function openBrowser(options: BrowserOptions = {}): Promise<WatchedBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: set CHROME_PATH or install one');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'kazoe-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    locale: options.locale ?? 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: options.viewport ?? { width: 1366, height: 768 },
    args: ['--no-sandbox', ...(options.args ?? [])],
    permissions: [...(options.permissions ?? [])],
  });
  const complaints: string[] = [];
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && message.text() !== NO_GPU) complaints.push(message.text());
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    complaints,
    requests,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
