import type { Page } from 'playwright-core';
import { openPicture, openPictureButton, setPin, setUpPicture } from '../set-up-picture.ts';

/** The camera's scene: a line through the middle of the footage and an area around it. */
const SCENE = {
  units: 'unit',
  lines: [
    {
      id: 'door',
      points: [
        [0.5, 0.1],
        [0.5, 0.95],
      ],
      in: [1, 0],
    },
  ],
  zones: [
    {
      id: 'floor',
      polygon: [
        [0.2, 0.1],
        [0.8, 0.1],
        [0.8, 0.95],
        [0.2, 0.95],
      ],
    },
  ],
};

const COUNTING_MS = 180_000;
const LEDGER_MS = 10_000;
/** In this time some pictures are drawn. */
const DRAWN_MS = 2000;
export const VIEWS = ['live', 'history', 'cameras', 'accuracy', 'privacy', 'settings'] as const;

/** Adds the USB camera with a line and an area, as an operator does, and waits until it counts. */
export async function addCamera(page: Page, app: string): Promise<void> {
  await page.goto(`${app}/#/cameras?lang=en`);
  await page.getByRole('button', { name: 'Add a camera' }).click();
  await page.getByRole('button', { name: 'Look for USB cameras' }).click();
  await page.getByLabel('Device').waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Entrance');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Import a scene file' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'scene.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(SCENE)),
  });
  await page.getByText('Added: 1 line, 1 area.').waitFor();
  await page
    .getByRole('status')
    .getByText('Counting', { exact: true })
    .first()
    .waitFor({ timeout: COUNTING_MS });
}

export async function openView(page: Page, view: (typeof VIEWS)[number]): Promise<void> {
  await page.evaluate(`location.hash = '#/${view}?lang=en'`);
}

/** Sets a PIN for the set-up picture, which is not shown without one. */
export async function preparePreview(page: Page): Promise<void> {
  await openView(page, 'settings');
  await setPin(page);
}

/** Opens the set-up picture where it is not open, and takes a photo of it once something was drawn. */
export async function photoOfPreview(page: Page): Promise<Buffer> {
  await openView(page, 'cameras');
  const picture = setUpPicture(page);
  await picture.or(openPictureButton(page)).first().waitFor();
  if (!(await picture.isVisible())) {
    await openPicture(page);
    await page.waitForTimeout(DRAWN_MS);
  }
  return picture.screenshot();
}

/** One row of the table of frames that the privacy view shows. */
export interface ShownLedger {
  readonly received: number;
  readonly analysed: number;
  readonly skipped: number;
  readonly closed: number;
  readonly alive: number;
}

/** Reads the frame ledger of the camera from the privacy view; null where it shows none. */
export async function readLedger(page: Page): Promise<ShownLedger | null> {
  await openView(page, 'privacy');
  const frames = page.getByRole('table', { name: 'Frames', exact: true });
  const row = frames.getByRole('row').filter({ hasText: 'Entrance' });
  const isShown = await row
    .first()
    .waitFor({ timeout: LEDGER_MS })
    .then(
      () => true,
      () => false, // the camera is not counted just now
    );
  if (!isShown) return null;
  const cells = await row.first().getByRole('cell').allInnerTexts();
  const [received = NaN, analysed = NaN, skipped = NaN, closed = NaN, alive = NaN] = cells.map((cell) =>
    Number(cell.replaceAll(',', '')),
  );
  return { received, analysed, skipped, closed, alive };
}
