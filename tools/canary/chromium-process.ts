import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findChromium } from '../chromium.ts';

/** Chromium as an operator starts it: a process of its own on a profile on disk, all it writes below one folder. */
export interface ChromiumProcess {
  readonly pid: number;
  readonly context: BrowserContext;
  /** Folders in which it may leave something: profile, temporary files, home, downloads. */
  readonly folders: readonly string[];
  readonly netLog: string;
  /** All that it wrote to its standard outputs. */
  printed(): string;
  /** Ends it as the operator does, and waits until it is gone. */
  exit(): Promise<void>;
}

const START_MS = 30_000;
const EXIT_MS = 20_000;
const POLL_MS = 50;

/** Starts Chromium with a file as its only camera. Throws when there is no Chromium, or it does not come up. */
export async function startChromium(folder: string, camera: string): Promise<ChromiumProcess> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium was found: install one or set CHROME_PATH');
  const [profile, temporary, home] = ['profile', 'tmp', 'home'].map((name) => join(folder, name));
  if (profile === undefined || temporary === undefined || home === undefined) throw new Error('unreachable');
  for (const made of [profile, temporary, home]) mkdirSync(made, { recursive: true });
  const netLog = join(folder, 'net-log.json');
  const child = spawn(
    executablePath,
    [
      ...['--headless', '--no-sandbox', '--no-first-run', '--lang=en-GB', '--window-size=1366,768'],
      ...[`--user-data-dir=${profile}`, '--remote-debugging-port=0', '--enable-logging=stderr'],
      ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
      ...[`--use-file-for-fake-video-capture=${camera}`],
      ...[`--log-net-log=${netLog}`, '--net-log-capture-mode=Default'],
      'about:blank',
    ],
    {
      env: { ...process.env, TMPDIR: temporary, HOME: home, TZ: 'Asia/Tokyo' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  endWithProcess(child);
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => parts.push(part.toString('utf8')));
  }
  const browser = await connect(child, join(profile, 'DevToolsActivePort'));
  const context = browser.contexts()[0];
  if (!context || child.pid === undefined) throw new Error('Chromium has no window');
  return {
    pid: child.pid,
    context,
    folders: [profile, temporary, home],
    netLog,
    printed: () => parts.join(''),
    exit: () => exit(child, browser),
  };
}

/** A browser must not outlive the process that looks at it. */
function endWithProcess(child: ChildProcess): void {
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
}

async function connect(child: ChildProcess, portFile: string): Promise<Browser> {
  for (let waited = 0; waited < START_MS; waited += POLL_MS) {
    if (child.exitCode !== null) throw new Error(`Chromium ended with ${child.exitCode}`);
    const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n') : [];
    if (port.length > 1) return chromium.connectOverCDP(`http://127.0.0.1:${port[0] ?? ''}`);
    await pause(POLL_MS);
  }
  child.kill('SIGKILL');
  throw new Error('Chromium did not start');
}

async function exit(child: ChildProcess, browser: Browser): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.close').catch(() => undefined); // it may be gone before it answers
  const timer = setTimeout(() => child.kill('SIGKILL'), EXIT_MS);
  await gone;
  clearTimeout(timer);
}
