import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { openAppServer } from '../serve/app-server.ts';
import { startApp } from '../start/start-app.ts';
import { startFeed, type Feed } from './feed.ts';
import { freeTcpPort } from './free-port.ts';
import type { Gateway } from './gateway.ts';
import {
  addCameras,
  LOOPBACK_FLAGS,
  openView,
  reloadForGateways,
  shownLedger,
  stopCounting,
} from './operator.ts';
import { installProbe, peerCount } from './page-probe.ts';
import { rendererMemoryMb } from './renderer-memory.ts';
import { memoryGrowthMb, soakFaults, type SoakRun } from './soak-report.ts';
import { startWerift } from './werift-gateway.ts';

/**
 * `npm run soak -- --minutes 30 --cameras 4`: cameras behind gateways of their own for a long time, in Chromium on the
 * built app. Prints memory and frame counts as it goes, at the end a report; exit status 1 when anything was left open
 * or memory grew.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOOKS = 60;
const LIVE_WITHIN_MS = 120_000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    cameras: { type: 'string', default: '4' },
  },
});
const seconds = Number(values.minutes) * 60;
const names = Array.from({ length: Number(values.cameras) }, (_, index) => `Camera ${index + 1}`);
if (!(seconds > 0) || names.length === 0) throw new Error('--minutes and --cameras must be above 0');

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium: set CHROME_PATH or install one');
if (!(await startApp({ root: ROOT, port: 0, buildOnly: true }))) process.exit(1);
const port = await freeTcpPort();
const server = await openAppServer(join(ROOT, 'dist'), port);
const gateways = await Promise.all(names.map(() => startWerift()));
const feeds = gateways.map(({ rtpPort }) => startFeed({ clip: 'pets-start', rtpPort, loops: true }));
const profile = mkdtempSync(join(tmpdir(), 'kazoe-soak-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  locale: 'en-GB',
  viewport: { width: 1366, height: 768 },
  args: ['--no-sandbox', ...LOOPBACK_FLAGS],
});
try {
  const run = await soak(context);
  const faults = soakFaults(run);
  report(run);
  for (const fault of faults) console.error(`✗ ${fault}`);
  console.log(faults.length === 0 ? 'All closed, memory flat.' : `${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await context.close();
  await closeAll(feeds, gateways);
  await server.close();
  rmSync(profile, { recursive: true, force: true });
}

async function soak(from: BrowserContext): Promise<SoakRun> {
  await installProbe(from);
  let deleted = 0;
  from.on('response', (response) => {
    if (response.request().method() === 'DELETE' && response.ok()) deleted += 1;
  });
  const page = from.pages()[0] ?? (await from.newPage());
  await addCameras(
    page,
    `http://localhost:${port}`,
    gateways.map(({ url }, index) => ({ name: names[index] ?? '', url })),
  );
  await reloadForGateways(page);
  await openView(page, 'Now');
  const lastLive = page.locator('li[data-phase=live]').nth(names.length - 1);
  await lastLive.waitFor({ timeout: LIVE_WITHIN_MS });
  await openView(page, 'Privacy');
  const memoryMb = await watch(page);
  const ledgers = await Promise.all(names.map((name) => shownLedger(page, name)));
  const peersRunning = (await peerCount(page)).unclosed;
  const deletedBefore = deleted;
  await openView(page, 'Cameras and areas');
  await stopCounting(page);
  await wait(2000);
  const peersAfter = (await peerCount(page)).unclosed;
  const sessions = await Promise.all(gateways.map((gateway) => gateway.sessions()));
  return {
    cameras: names.length,
    memoryMb,
    ledgers,
    peersRunning,
    peersAfter,
    deleted: deleted - deletedBefore,
    sessionsAfter: sessions.reduce((sum, one) => sum + one, 0),
    seconds,
  };
}

/** Memory at each of so many looks, over the whole time. */
async function watch(page: Page): Promise<readonly number[]> {
  const memoryMb: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    await wait((seconds * 1000) / LOOKS);
    memoryMb.push(rendererMemoryMb(profile));
    if (look % 6 !== 5) continue;
    const ledgers = await Promise.all(names.map((name) => shownLedger(page, name)));
    const frames = ledgers.map(({ analysed, alive }) => `${analysed}/${alive}`).join(' ');
    const minute = (((look + 1) * seconds) / LOOKS / 60).toFixed(1);
    console.log(`${minute} min: ${memoryMb.at(-1)?.toFixed(0)} MB, frames analysed/alive ${frames}`);
  }
  return memoryMb;
}

function report({ memoryMb, ledgers, seconds: length, ...rest }: SoakRun): void {
  console.table(
    ledgers.map((ledger, index) => ({
      camera: names[index],
      ...ledger,
      'frames/s': (ledger.analysed / length).toFixed(1),
    })),
  );
  const [lowest, highest] = [Math.min(...memoryMb), Math.max(...memoryMb)].map((mb) => mb.toFixed(0));
  console.log(
    `Memory ${lowest}–${highest} MB, growth ${memoryGrowthMb(memoryMb).toFixed(0)} MB; peers ${rest.peersRunning} while running, ` +
      `${rest.peersAfter} after; ${rest.deleted} sessions ended by DELETE, ${rest.sessionsAfter} left`,
  );
}

async function closeAll(running: readonly Feed[], serving: readonly Gateway[]): Promise<void> {
  await Promise.all([...running.map((feed) => feed.end()), ...serving.map((gateway) => gateway.close())]);
}
