import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { readNetLog } from '../canary/net-log.ts';
import { findChromium } from '../chromium.ts';
import { InputError } from '../mot-file.ts';
import type { BenchPage } from './browser/protocol.ts';
import { readProcessTime } from './process-times.ts';
import type { ProcessTime } from './process-times.ts';

/** The benchmark's page in a browser of its own. */
export interface BenchBrowser {
  readonly version: string;
  /** Calls a method of the page. Rejects with the page's error, or when the page crashed. */
  call<Name extends keyof BenchPage>(
    method: Name,
    ...args: Parameters<BenchPage[Name]>
  ): Promise<Awaited<ReturnType<BenchPage[Name]>>>;
  /** Processor times of all processes of the browser; empty where they cannot be read. */
  processTimes(): Promise<readonly ProcessTime[]>;
  /** Throws when the page, or an engine that was raced in it (MediaPipe too), asked anybody but its own server. */
  close(): Promise<void>;
}

/** Memory is measured when it is asked for, not when the browser has leisure. */
const FLAGS = ['--no-sandbox', '--enable-unsafe-webgpu', '--enable-blink-features=ForceEagerMeasureMemory'];

/** Opens the benchmark's page in headless Chromium. Throws `InputError` without a browser. */
export async function openBenchBrowser(address: string): Promise<BenchBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new InputError('no Chromium was found: install one or set CHROME_PATH');
  const folder = mkdtempSync(join(tmpdir(), 'kazoe-bench-'));
  const netLog = join(folder, 'net-log.json');
  const args = [...FLAGS, `--log-net-log=${netLog}`];
  const browser = await chromium.launch({ executablePath, headless: true, args });
  const page = await browser.newPage();
  const crashed = new Promise<never>((_, reject) => {
    page.once('crash', () => reject(new Error('the benchmark page crashed')));
    page.once('pageerror', reject);
  });
  crashed.catch(() => undefined); // told to whoever calls next
  await page.goto(address);
  return {
    version: browser.version(),
    call: (method, ...args) =>
      Promise.race([page.evaluate(`(${CALL})(${JSON.stringify([method, args])})`), crashed]) as Promise<
        Awaited<ReturnType<BenchPage[typeof method]>>
      >,
    processTimes: () => readProcesses(browser),
    close: async () => {
      try {
        await browser.close(); // the log is complete when the browser is gone
        const { findings } = readNetLog(netLog, new URL(address).origin);
        if (findings.length > 0)
          throw new Error(`the benchmark page did more than read: ${findings.join(', ')}`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

const CALL = '([method, args]) => bench[method](...args)';

async function readProcesses(browser: Browser): Promise<readonly ProcessTime[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.flatMap(({ id, type }) => readProcessTime(id, type) ?? []);
}
