import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';

let app: ServedApp;
let browser: WatchedBrowser;

beforeAll(async () => {
  app = await serveApp();
  browser = await openBrowser({
    args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

/** As a drawing program saves it: units, groups, curves, notes and a label. */
const PLAN = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/" width="340mm" height="240mm" viewBox="0 0 340 240">
  <metadata>drawn by somebody</metadata>
  <style>.wall { stroke: black }</style>
  <g transform="translate(20 20)">
    <rect class="wall" width="300" height="200"/>
    <path class="wall" d="M0 120h100a20 20 0 0 1 20 20v60" fill="none"/>
    <polyline points="200,40 280,40 280,60 200,60"/>
    <circle cx="230" cy="140" r="15"/>
    <text x="40" y="40">倉庫</text>
  </g>
</svg>`;
const WITH_PHOTO = PLAN.replace('</svg>', '<image href="staff.jpg" width="9" height="9"/></svg>');

test('an SVG becomes the plan in the set-up, as numbers, and is drawn on; one with a photo does not', async () => {
  const { page } = browser;
  await page.goto(`${app.url}/#/setup?step=camera`);
  await page.getByRole('button', { name: 'USBカメラをさがす' }).click();
  await page.getByLabel('機器').waitFor();
  await page.getByLabel('名前', { exact: true }).fill('入口カメラ');
  await page.getByRole('button', { name: '保存する' }).click();
  await page.getByText('加えたカメラ：入口カメラ').waitFor();
  await page.goto(`${app.url}/#/setup?step=floor`);
  await page.getByRole('button', { name: 'SVGファイルから作る' }).click();
  const choose = (text: string): Promise<void> =>
    page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'plan.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(text) });
  await choose(WITH_PHOTO);
  await page.getByRole('alert').getByText('写真や画像は受け取りません').waitFor();
  await choose(PLAN);
  await page.getByText('線が4本見つかりました。').waitFor();
  await page.getByText('文字　1個').waitFor();
  await page.getByLabel('図の横幅 m').fill('12');
  await page.getByText('図面は12.0 × 8.0 mになります。').waitFor();
  await page.getByRole('button', { name: 'この図面を使う' }).click();
  await page.getByText('12.0 × 8.0 m', { exact: true }).waitFor();
  await page.reload();
  await page.getByText('12.0 × 8.0 m', { exact: true }).waitFor({ timeout: 90_000 });
  await drawOnIt();
  expect(
    browser.requests.filter((url) => !url.startsWith(`${app.url}/`) && !url.startsWith('blob:')),
  ).toEqual([]);
  expect(browser.complaints).toEqual([]);
});

/** One shelf by mouse, another by keyboard alone, and both are there after a reload. */
async function drawOnIt(): Promise<void> {
  const { page } = browser;
  const shelf = (name: string) => page.getByRole('button', { name, exact: true });
  const byMouse = shelf('棚・台、左から1.0 m、上から1.0 m、2.0 × 1.0 m');
  const byKeyboard = shelf('棚・台、左から6.0 m、上から4.0 m、1.0 × 0.5 m');
  await page.getByRole('button', { name: '図面に描く' }).click();
  await page.getByText('0.5 m', { exact: true }).click();
  await page.getByRole('button', { name: '棚・台を加える' }).click();
  const stage = page.getByRole('application');
  await stage.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await stage.boundingBox();
  if (!box) throw new Error('There is nothing to draw on.');
  await page.mouse.move(box.x + box.width / 12, box.y + box.height / 8);
  await page.mouse.down();
  await page.mouse.move(box.x + (box.width * 2) / 12, box.y + (box.height * 1.6) / 8);
  await page.mouse.move(box.x + (box.width * 3) / 12, box.y + (box.height * 2) / 8);
  await page.mouse.up();
  await byMouse.waitFor();
  await page.getByRole('button', { name: '棚・台を加える' }).focus();
  await page.keyboard.press('Enter');
  // The keys go to the stage as soon as it has the focus.
  await expect
    .poll(() => page.evaluate(`document.activeElement?.getAttribute('role')`), { timeout: 30_000 })
    .toBe('application');
  for (const key of ['Enter', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter']) {
    await page.keyboard.press(key);
  }
  await byKeyboard.waitFor();
  await page.keyboard.press('Control+z');
  await byKeyboard.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'やり直す' }).click();
  await byKeyboard.waitFor();
  await page.getByRole('button', { name: '保存する' }).click();
  await stage.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('button', { name: '図面に描く' }).click({ timeout: 90_000 });
  await byMouse.waitFor();
  await byKeyboard.waitFor();
}
