import type { Page } from 'playwright-core';

import { base64Runs } from './find-in-bytes.ts';
import { TAP, type TapNotes } from './browser/tap-notes.ts';

/** What was written to the console and noted in the page. */
export interface PageWatch {
  /** Lines of the console that should not be: pictures in text, long rows of numbers, complaints. */
  complaints(): readonly string[];
  notes(): Promise<TapNotes>;
}

/** Chromium's own words where there is no GPU. */
const NO_GPU = 'No available adapters.';
const LONG_ROW = /(?:-?\d+(?:\.\d+)?[\s,]+){17,}/;
const SHOWN = 120;

/** Begins to watch, before the page is opened; `tap` is the script that takes notes in it. */
export async function watchPage(page: Page, tap: string): Promise<PageWatch> {
  const complaints: string[] = [];
  const note = (what: string): void => {
    if (complaints.length < 20) complaints.push(what.slice(0, SHOWN));
  };
  page.on('console', (message) => {
    const fault = textFault(message.text());
    if (fault) note(fault);
    else if (['error', 'warning'].includes(message.type()) && message.text() !== NO_GPU) note(message.text());
  });
  page.on('pageerror', (error) => note(`uncaught: ${error.message}`));
  await page.addInitScript(tap);
  return { complaints: () => complaints, notes: () => page.evaluate<TapNotes>(TAP) };
}

/** What of a text may be a picture or a row of figures; null for plain words. */
export function textFault(text: string): string | null {
  const [run] = base64Runs(text);
  if (run !== undefined) return `${run.length} characters of base64`;
  return LONG_ROW.test(text) ? 'a row of more than 16 numbers' : null;
}
