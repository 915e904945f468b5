import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Messages } from '../../src/ui/i18n/messages.en.ts';
import { messagesOf } from '../../src/ui/i18n/messages.ts';

export const LANGUAGES = ['ja', 'en'] as const;
export const THEMES = ['light', 'dark'] as const;
export const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
] as const;
export type Language = (typeof LANGUAGES)[number];

/** Something to take a picture of: where it is, and what is clicked there to open it. */
export interface Shot {
  readonly name: string;
  /** `#/history`, or with parameters of its own. */
  readonly hash: string;
  readonly open?: (page: Page, m: Messages) => Promise<unknown>;
}

/** Takes pictures into a folder. */
export interface Camera {
  /** A tab of its own, on the live view, at the first of the sizes. */
  tab(language: Language): Promise<Page>;
  /** Every shot in both languages, light and dark, at every size. */
  takeAll(page: Page, shots: readonly Shot[]): Promise<void>;
  /** Each shot once, in Japanese, light, at the first of the sizes. */
  takeOnce(page: Page, shots: readonly Shot[]): Promise<void>;
  /** The page as it is now, in full; says what is too wide for the screen or cut off. */
  take(page: Page, name: string): Promise<void>;
}

interface CameraOptions {
  /** Where the app is served. */
  readonly app: string;
  /** Where the pictures go. */
  readonly folder: string;
  /** Called for each picture that shows a fault of the layout. */
  readonly onFault: () => void;
}

interface Looks {
  readonly language: Language;
  readonly theme: (typeof THEMES)[number];
  /** The end of the picture's name. */
  readonly suffix: string;
}

/** Charts are fetched, figures read, the stage drawn. */
const SETTLED_MS = 700;
/** Texts that do not fit into what holds them; what is hidden for readers of the screen alone, and what scrolls, does. */
const CUT_TEXTS = `[...document.querySelectorAll('main *, header *, footer *')]
  .filter((element) => {
    const { overflowX, clipPath, display } = getComputedStyle(element);
    const isCut = element.scrollWidth > element.clientWidth + 1 && (overflowX === 'hidden' || overflowX === 'clip');
    return isCut && clipPath === 'none' && display !== 'inline' && element.textContent.trim() !== '';
  })
  .map((element) => 'cut off: ' + element.textContent.trim().slice(0, 40))`;

/** Pictures of the app in `browser`. */
export function createCamera(browser: Browser, { app, folder, onFault }: CameraOptions): Camera {
  async function take(page: Page, name: string): Promise<void> {
    const tooWide = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    const cut = await page.evaluate<string[]>(CUT_TEXTS);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    const faults = [...(tooWide > 0 ? [`${tooWide} px wider than the screen`] : []), ...cut];
    console.log([name, ...faults].join(': '));
    if (faults.length > 0) onFault();
  }

  async function takeShot(page: Page, { name, hash, open }: Shot, looks: Looks): Promise<void> {
    const { language, theme, suffix } = looks;
    await go(page, `${hash}${hash.includes('?') ? '&' : '?'}lang=${language}&theme=${theme}`);
    if (open) {
      await open(page, messagesOf(language));
      await page.waitForTimeout(SETTLED_MS / 2);
    }
    await take(page, `${name}-${suffix}`);
    // Another view closes what was opened.
    if (open) await go(page, `#/accuracy?lang=${language}`);
  }

  return {
    take,
    async tab(language) {
      const context = await browser.newContext({
        viewport: SIZES[0],
        locale: language === 'ja' ? 'ja-JP' : 'en-GB',
        timezoneId: 'Asia/Tokyo',
      });
      const page = await context.newPage();
      await page.goto(`${app}/#/live?lang=${language}`);
      return page;
    },
    async takeAll(page, shots) {
      for (const size of SIZES) {
        await page.setViewportSize(size);
        for (const language of LANGUAGES) {
          for (const theme of THEMES) {
            for (const shot of shots) {
              await takeShot(page, shot, { language, theme, suffix: `${language}-${theme}-${size.width}` });
            }
          }
        }
      }
      await page.setViewportSize(SIZES[0]);
    },
    async takeOnce(page, shots) {
      for (const shot of shots) await takeShot(page, shot, { language: 'ja', theme: 'light', suffix: 'ja' });
    },
  };
}

/** Goes to an address of the app without loading it anew. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  await page.waitForTimeout(SETTLED_MS);
}

/** Waits until the status in the corner says that it counts. */
export async function waitUntilCounting(page: Page, language: Language): Promise<void> {
  const { counting } = messagesOf(language).status;
  await page.getByRole('status').getByText(counting, { exact: true }).waitFor({ timeout: 120_000 });
}
