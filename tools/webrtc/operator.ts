import type { Page } from 'playwright-core';
import type { FrameLedger } from '../../src/contracts/tally.ts';

/** Chromium beside gateways on the same machine: loopback candidates, by address. */
export const LOOPBACK_FLAGS = [
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** What somebody enters for a camera behind a gateway. */
export interface GatewayCamera {
  readonly name: string;
  readonly url: string;
  readonly token?: string;
}

/** Lines as a scene file has them, in fractions of the picture. */
export interface SceneLine {
  readonly id: string;
  readonly points: readonly (readonly [number, number])[];
  readonly in: readonly [number, number];
}

/**
 * Adds cameras as an operator does, in English, and reloads where a new gateway asks for it. Resolves when the page is
 * back; whether anything is counted is not waited for.
 */
export async function addCameras(
  page: Page,
  appUrl: string,
  cameras: readonly GatewayCamera[],
): Promise<void> {
  await page.goto(`${appUrl}/#/cameras`);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.getByRole('region', { name: 'Demo camera' }).waitFor({ timeout: 60_000 });
  for (const { name, url, token } of cameras) {
    await page.getByRole('button', { name: 'Add a camera' }).click();
    await page.getByText('Network camera through a gateway').click();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Address of the stream').fill(url);
    if (token !== undefined) await enterToken(page, token);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('region', { name }).getByRole('heading', { name }).waitFor();
  }
}

/** The reload that lets the page connect to the gateways just entered. */
export async function reloadForGateways(page: Page): Promise<void> {
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Reload now' }).first().click(),
  ]);
}

/** Another token for a camera that is there already. */
export async function changeToken(page: Page, camera: string, token: string): Promise<void> {
  await openView(page, 'Cameras and areas');
  const section = page.getByRole('region', { name: camera });
  await section.getByRole('button', { name: 'Access data' }).click();
  await enterToken(page, token);
  await section.getByRole('button', { name: 'Save' }).click();
}

export async function importLines(page: Page, lines: readonly SceneLine[]): Promise<void> {
  await page.getByRole('button', { name: 'Import a scene file' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'scene.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ units: 'unit', lines, zones: [] })),
  });
  await page.getByText(/^Added: /).waitFor();
}

/** The app's own navigation: a new address would load the page anew. */
export async function openView(page: Page, name: 'Now' | 'Cameras and areas' | 'Privacy'): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
}

export async function untilCounting(page: Page): Promise<void> {
  await page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout: 90_000 });
}

/** Stops counting and waits until the archive has written all and the page was loaded anew. */
export async function stopCounting(page: Page): Promise<void> {
  await Promise.all([
    page.waitForEvent('load', { timeout: 30_000 }),
    page.getByRole('button', { name: 'Stop counting' }).click(),
  ]);
  await page.getByRole('status').getByText('Stopped', { exact: true }).waitFor({ timeout: 30_000 });
}

/** The frames of a camera since it was opened; the privacy view must be the one that is open. */
export async function shownLedger(page: Page, camera: string): Promise<Omit<FrameLedger, 'gated'>> {
  const table = page.getByRole('table', { name: 'Frames', exact: true });
  const row = table.getByRole('row').filter({ hasText: camera });
  await row.waitFor();
  const cells = await row.getByRole('cell').allInnerTexts();
  const [received = NaN, analysed = NaN, skipped = NaN, closed = NaN, alive = NaN] = cells.map((text) =>
    Number(text.replaceAll(',', '')),
  );
  return { received, analysed, skipped, closed, alive };
}

async function enterToken(page: Page, token: string): Promise<void> {
  await page.getByText('Token', { exact: true }).first().click();
  await page.getByLabel('Token', { exact: true }).last().fill(token);
}

/** Pictures a second that the live view shows for a camera; 0 where it shows none. */
export async function shownPace(page: Page, camera: string): Promise<number> {
  const text = await page.getByRole('listitem').filter({ hasText: camera }).first().innerText();
  return Number(/(\d+(?:\.\d+)?) (?:of|\/)/.exec(text)?.[1] ?? 0);
}
