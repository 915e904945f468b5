import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { Backend } from '../contracts/vision.ts';

/** The languages in which every sentence exists. */
export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const BACKENDS = ['auto', 'wasm', 'webgpu'] as const;
export type BackendChoice = Backend | 'auto';

/** How this screen looks and what computes. Never stored: the address of the page carries it. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** Takes effect when the page is loaded. */
  readonly backend: BackendChoice;
}

/** The preferences of this tab. */
export interface PreferencesStore {
  readonly language: ReadonlySignal<Language>;
  readonly theme: ReadonlySignal<Theme>;
  readonly backend: ReadonlySignal<BackendChoice>;
  set(change: Partial<Preferences>): void;
}

/** Starts from what the address said, or from the browser. */
export function createPreferencesStore(initial: Preferences): PreferencesStore {
  const language = signal(initial.language);
  const theme = signal(initial.theme);
  const backend = signal(initial.backend);
  return {
    language,
    theme,
    backend,
    set(change) {
      language.value = change.language ?? language.value;
      theme.value = change.theme ?? theme.value;
      backend.value = change.backend ?? backend.value;
    },
  };
}

/** What the parameters of the page's address say. Unknown values are ignored. */
export function statedPreferences(parameters: URLSearchParamsLike): Partial<Preferences> {
  const language = oneOf(LANGUAGES, parameters.get('lang'));
  const theme = oneOf(THEMES, parameters.get('theme'));
  const backend = oneOf(BACKENDS, parameters.get('backend'));
  return { ...(language && { language }), ...(theme && { theme }), ...(backend && { backend }) };
}

/** Preferences from the parameters of the page's address, else from the browser's languages. Unknown values are ignored. */
export function preferencesFrom(parameters: URLSearchParamsLike, browser: readonly string[]): Preferences {
  const defaults: Preferences = { language: languageFrom(browser), theme: 'system', backend: 'auto' };
  return { ...defaults, ...statedPreferences(parameters) };
}

/** `URLSearchParams` as far as it is needed: this layer knows no DOM. */
export interface URLSearchParamsLike {
  get(name: string): string | null;
}

/** The first of the browser's languages that the app speaks; Japanese where the browser names none at all. */
export function languageFrom(browser: readonly string[]): Language {
  for (const tag of browser) {
    const found = LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return browser.length > 0 ? 'en' : 'ja';
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | undefined {
  return known.find((candidate) => candidate === value);
}
