import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { enterPin, openPictureButton, setPin, setUpPicture } from '../../tools/set-up-picture.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';
import { inventoryOf } from './storage-inventory.ts';

let app: ServedApp;
let browser: WatchedBrowser;
let page: Page;

beforeAll(async () => {
  app = await serveApp();
  browser = await openBrowser({ locale: 'en-GB' });
  page = browser.page;
  await page.goto(app.url);
  await page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout: 60_000 });
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Greys and other colours of the picture, as a photo of the screen would show them. */
async function coloursOf(on: Page): Promise<{ readonly greys: number; readonly people: number }> {
  const photo = await setUpPicture(on).screenshot();
  return on.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!context) throw new Error('no context');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const greys = new Set<number>();
    let people = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      if (red === green && green === blue) greys.add(red);
      if (red === 0x16 && green === 0x5a && blue === 0x80) people += 1;
    }
    return { greys: greys.size, people };
  }, photo.toString('base64'));
}

describe('the set-up picture of the running app', { retry: 0 }, () => {
  test('cannot be opened before a PIN is set', async () => {
    await page.goto(`${app.url}/#/cameras`);
    await page.getByText('Only with a manager’s PIN.').waitFor();
    expect(await openPictureButton(page).count()).toBe(0);
  });

  test('asks for the PIN that was set', async () => {
    await page.goto(`${app.url}/#/settings`);
    await setPin(page);
    await page.goto(`${app.url}/#/cameras`);
    await openPictureButton(page).click();
    await enterPin(page, '905382');
    await page.getByRole('dialog').getByText('This is not the PIN.').waitFor({ timeout: 30_000 });
    expect(await setUpPicture(page).count()).toBe(0);
    await enterPin(page);
    await setUpPicture(page).waitFor({ timeout: 30_000 });
    await page.getByText('Manager at work').waitFor();
  });

  test('shows blocks and, where people are, flat shapes', async () => {
    await expect.poll(async () => (await coloursOf(page)).greys, { timeout: 30_000 }).toBeGreaterThan(10);
    await expect.poll(async () => (await coloursOf(page)).people, { timeout: 30_000 }).toBeGreaterThan(0);
  });

  test('gives the page no context of the canvas', async () => {
    const error = await setUpPicture(page).evaluate((canvas) => {
      try {
        (canvas as HTMLCanvasElement).getContext('2d');
        return '';
      } catch (thrown) {
        return (thrown as DOMException).name;
      }
    });
    expect(error).toBe('InvalidStateError');
  });

  test('ends by itself within a minute and is gone', async () => {
    await page.getByText('The set-up picture has ended and was cleared.').waitFor({ timeout: 70_000 });
    expect(await setUpPicture(page).count()).toBe(0);
  });

  test('is in the journal, and nothing of it is kept', async () => {
    await page.goto(`${app.url}/#/privacy`);
    const inventory = await inventoryOf(page);
    expect(inventory.oddValues).toEqual([]);
    expect(inventory).toMatchObject({ localStorage: 0, sessionStorage: 0, cookies: '', originFiles: [] });
    const codes = await page.evaluate(
      () =>
        new Promise<string[]>((resolve, reject) => {
          const opening = indexedDB.open('kazoe');
          opening.onerror = () => reject(new Error('the journal cannot be read'));
          opening.onsuccess = () => {
            const reading = opening.result.transaction('journal').objectStore('journal').getAll();
            reading.onsuccess = () => {
              opening.result.close();
              resolve((reading.result as { code: string }[]).map(({ code }) => code));
            };
          };
        }),
    );
    expect(codes.filter((code) => code === 'preview-opened')).toHaveLength(1);
    expect(codes).toContain('pin-set');
  });

  test('made nothing complain and asked for nothing', () => {
    expect(browser.requests.filter((url) => !url.startsWith(`${app.url}/`))).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
