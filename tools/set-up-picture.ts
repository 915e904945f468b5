import type { Locator, Page } from 'playwright-core';

/** The manager's PIN of tools and tests. */
export const PIN = '284917';

/** The time in which a PIN is set or compared on a busy machine. */
const PIN_MS = 60_000;
const PICTURE = /^Set-up picture of .+: grey blocks/;

/** The set-up picture (下絵) as the English page names it. */
export function setUpPicture(page: Page): Locator {
  return page.getByRole('img', { name: PICTURE });
}

/** Sets the manager's PIN; the settings must be the view that is open. */
export async function setPin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set a manager’s PIN' }).click();
  await page.getByLabel('New PIN', { exact: true }).fill(PIN);
  await page.getByLabel('The new PIN once more').fill(PIN);
  await page.getByRole('button', { name: 'Use this PIN' }).click();
  await page.getByRole('button', { name: 'I have written it down' }).click({ timeout: PIN_MS });
}

/** Answers the question for the PIN. */
export async function enterPin(page: Page, pin = PIN): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('PIN', { exact: true }).fill(pin);
  await dialog.getByRole('button', { name: 'Go ahead' }).click();
}

/** The button that opens the picture of the first camera; the cameras must be the view that is open. */
export function openPictureButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Show the set-up picture/ }).first();
}

/** Opens the picture of the first camera, with the PIN where it is asked for; something is drawn a moment later. */
export async function openPicture(page: Page): Promise<void> {
  await openPictureButton(page).click();
  const [picture, dialog] = [setUpPicture(page), page.getByRole('dialog')];
  await picture.or(dialog).first().waitFor({ timeout: PIN_MS });
  if (await dialog.isVisible()) await enterPin(page);
  await picture.waitFor({ timeout: PIN_MS });
}
