import { computed } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';
import { loadHolidays } from '../../src/adapters/platform/holidays.ts';
import { demoCamera, demoOutline } from '../../src/core/simulation/demo-camera.ts';
import type { Site } from '../../src/core/site/site.ts';
import { createAccuracyStore } from '../../src/state/accuracy-store.ts';
import { createAlertStore } from '../../src/state/alert-store.ts';
import { createCameraSetupStore } from '../../src/state/camera-setup-store.ts';
import { createCompareStore } from '../../src/state/compare-store.ts';
import { createEvidencePacker } from '../../src/adapters/evidence/evidence-packer.ts';
import { createEraseStore } from '../../src/state/erase-store.ts';
import { createEvidenceStore } from '../../src/state/evidence-store.ts';
import { createStorageLook } from '../../src/state/storage-look.ts';
import { MemoryWatch } from '../state/ports/memory-ports.ts';
import { createDayMarks } from '../../src/state/day-marks.ts';
import { createHeatStore } from '../../src/state/heat-store.ts';
import { createHistoryStore } from '../../src/state/history-store.ts';
import { createPreferencesStore, type Language } from '../../src/state/preferences-store.ts';
import { createPreviewStore } from '../../src/state/preview-store.ts';
import { createPrivacyStore } from '../../src/state/privacy-store.ts';
import { createCopyOut } from '../../src/state/copy-out.ts';
import { createRecount } from '../../src/state/recount.ts';
import { createSampleStore } from '../../src/state/sample-store.ts';
import { createSelfCheckStore, type SelfCheckStore } from '../../src/state/self-check-store.ts';
import { createUpdateStore } from '../../src/state/update-store.ts';
import { App } from '../../src/ui/app.tsx';
import { demoFloorPlan } from '../../src/ui/canvas/floor-plan.ts';
import { messagesOf } from '../../src/ui/i18n/messages.ts';
import type { View } from '../../src/ui/router.ts';
import { aShop, aSite, film } from '../state/builders.ts';
import { MemoryAlarm } from '../state/ports/memory-ports.ts';
import { MemoryUpdate } from '../state/ports/memory-update.ts';
import { settle } from '../state/ports/manual-clock.ts';

type Shop = ReturnType<typeof aShop>;

/** The app on a page, with everything behind it in memory. */
export interface Page extends Shop {
  readonly alarm: MemoryAlarm;
  readonly update: MemoryUpdate;
  readonly selfCheck: SelfCheckStore;
  /** All that can be read. */
  text(): string;
  /** The element with this role and accessible name; throws where there is none. */
  get(role: string, name: string | RegExp): HTMLElement;
  find(role: string, name: string | RegExp): HTMLElement | null;
  all(role: string): HTMLElement[];
  click(role: string, name: string | RegExp): Promise<void>;
  /** The first one within a region, where the page has several of that name. */
  clickIn(region: string, role: string, name: string): Promise<void>;
  fill(label: string, value: string): Promise<void>;
  /** Time passes and frames come in. */
  film(ms: number): Promise<void>;
  wait(ms: number): Promise<void>;
}

let open: HTMLElement | null = null;

afterEach(async () => {
  const page = open;
  open = null;
  if (page) await act(() => render(null, page));
  page?.remove();
});

/** Opens a view. `prepare` may change the ports before anything starts. */
export async function openPage(options: {
  readonly language?: Language;
  readonly view?: View;
  readonly site?: Site | null;
  readonly prepare?: (shop: Shop) => void;
  readonly start?: boolean;
}): Promise<Page> {
  const { language = 'ja', view = 'live', site = aSite() } = options;
  window.location.hash = `#/${view}?lang=${language}`;
  const shop = aShop(site);
  shop.demoCamera.value = demoCamera({ firstId: 1, seed: 1, names: messagesOf(language).demoNames });
  options.prepare?.(shop);
  const { counting, settings, archive, clock, platform, cameras, problems, review } = shop;
  const alarm = new MemoryAlarm();
  const update = new MemoryUpdate();
  const root = document.createElement('div');
  document.body.append(root);
  open = root;
  const accuracy = createAccuracyStore(
    { archive, clock, vision: shop.vision, permit: shop.access.permit },
    counting.site,
  );
  counting.watch(accuracy.take);
  const sample = createSampleStore({
    archive,
    permit: shop.access.permit,
    shop: counting.site,
    names: computed(() => messagesOf(language).demoNames),
  });
  const shown = computed(() => sample.site.value ?? counting.site.value);
  const today = computed(() => (sample.site.value ? null : counting.live.today.value));
  const history = createHistoryStore(
    {
      archive: {
        ...sample.figures,
        saveTransactions: (atMs, transactions) => archive.saveTransactions(atMs, transactions),
      },
      clock,
      platform,
      permit: shop.access.permit,
    },
    { site: shown, live: { today } },
  );
  const vision = new MemoryWatch(clock);
  const look = createStorageLook(archive, clock);
  const privacy = createPrivacyStore({ archive, clock, platform, vision, look });
  const selfCheck = createSelfCheckStore({ archive, review, look, vision, clock, counting, problems });
  const app = {
    access: shop.access,
    counting,
    accuracy,
    site: settings,
    history,
    compare: createCompareStore(sample.figures, { site: shown, day: history.day, shown: history.period }),
    heat: createHeatStore(sample.figures, { site: shown, shown: history.period }),
    sample,
    dayMarks: createDayMarks(loadHolidays, shown),
    privacy,
    selfCheck,
    evidence: createEvidenceStore(
      { archive, clock, platform, packer: createEvidencePacker() },
      { counting, privacy, selfCheck },
    ),
    erase: createEraseStore({ eraser: shop.eraser, permit: shop.access.permit, counting }),
    preview: createPreviewStore({ archive, clock, vision: shop.vision }, shop.access),
    cameraSetup: createCameraSetupStore({ cameras, archive, clock, platform }, settings.site),
    preferences: createPreferencesStore({ language, theme: 'system', backend: 'auto' }),
    problems,
    recount: createRecount(archive, shop.access.permit),
    update: createUpdateStore({ update, archive, clock, platform, problems, accuracy }, counting),
    copyOut: createCopyOut(sample.figures, shop.access.permit),
    alerts: createAlertStore(clock, counting),
    alarm,
    clock,
    demoFloor: demoFloorPlan(demoOutline(), 16 / 9),
  };
  await act(() => render(<App app={app} />, root));
  await viewOpened(root);
  const page = { ...shop, ...readerOf(root), alarm, update, selfCheck } as Page;
  page.wait = (ms) => act(() => clock.advance(ms)).then(() => viewOpened(root));
  page.film = (ms) => act(() => film(shop, ms));
  if (options.start !== false) {
    await act(() => counting.start());
    await page.film(600);
  }
  return page;
}

/** A view is fetched when it is first opened. */
async function viewOpened(root: HTMLElement): Promise<void> {
  const words = [messagesOf('ja').shell.loading, messagesOf('en').shell.loading];
  while (words.some((word) => root.querySelector('main')?.textContent.includes(word))) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
  }
}

/** Presses keys where the focus is, one after another; `Shift+` before a name holds that one down. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const shiftKey = key.startsWith('Shift+');
    const name = shiftKey ? key.slice(6) : key;
    await act(() => {
      const focused = document.activeElement ?? document.body;
      focused.dispatchEvent(new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true }));
    });
  }
}

function readerOf(
  root: HTMLElement,
): Omit<Page, keyof Shop | 'alarm' | 'update' | 'selfCheck' | 'film' | 'wait'> {
  const all = (role: string): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].filter((element) => roleOf(element) === role);
  const find = (role: string, name: string | RegExp): HTMLElement | null =>
    all(role).find((element) => fits(nameOf(element), name)) ?? null;
  const get = (role: string, name: string | RegExp): HTMLElement => {
    const found = find(role, name);
    if (!found)
      throw new Error(`No ${role} named ${String(name)} among: ${all(role).map(nameOf).join(' | ')}`);
    return found;
  };
  return {
    all,
    find,
    get,
    text: () => root.textContent,
    click: (role, name) =>
      act(async () => {
        get(role, name).click();
        await settle();
      }).then(() => viewOpened(root)),
    clickIn: (region, role, name) =>
      act(async () => {
        const inside = all(role).filter((element) =>
          (find('region', region) ?? get('form', region)).contains(element),
        );
        inside.find((element) => fits(nameOf(element), name))?.click();
        await settle();
      }),
    fill: (label, value) =>
      act(() => {
        const field = [...root.querySelectorAll('label')].find(
          (each) => each.htmlFor !== '' && each.textContent === label,
        );
        const input = field && document.getElementById(field.htmlFor);
        if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)) {
          throw new Error(`No field named ${label}`);
        }
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }),
  };
}

const ROLES: Readonly<Record<string, string>> = {
  A: 'link',
  BUTTON: 'button',
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  NAV: 'navigation',
  MAIN: 'main',
  TABLE: 'table',
  FORM: 'form',
  LI: 'listitem',
  SECTION: 'region',
};

function roleOf(element: HTMLElement): string | null {
  const given = element.getAttribute('role');
  if (given) return given;
  if (element instanceof HTMLInputElement) return element.type === 'radio' ? 'radio' : 'textbox';
  return ROLES[element.tagName] ?? null;
}

function nameOf(element: HTMLElement): string {
  const labelled = element.getAttribute('aria-label');
  if (labelled) return labelled;
  if (element instanceof HTMLInputElement) return element.labels?.[0]?.textContent ?? '';
  return element.textContent.trim();
}

function fits(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}
