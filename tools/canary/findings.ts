/** What is looked at; each check stands for one way in which a picture, or a person, could be kept or sent. */
export const CHECKS = {
  disk: 'files of the profile, temporary files, downloads, shared memory, crash reports',
  inventory: 'records, texts, caches and files of the origin',
  requests: "Chromium's network log: requests of the page",
  messages: 'what the page was sent by its workers',
  coding: 'use of encoders, recorders and senders by the page',
  console: 'console of page and workers, errors, reports of the content security policy, standard error',
  screens: 'every view on the screen',
  preview: 'the set-up picture: nothing finer than grey blocks and flat shapes',
  ledger: 'frames received, closed, alive',
  memory: 'copies of frames in memory while counting, and their growth',
  'memory-after-close': 'copies of frames in memory after the tab was closed',
  seal: 'attempts at what was taken away from the vision worker',
} as const;

export type Check = keyof typeof CHECKS;

/** One thing that should not be there. */
export interface Finding {
  readonly check: Check;
  readonly what: string;
}

/** Findings of one check. */
export function findings(check: Check, whats: readonly string[]): Finding[] {
  return whats.map((what) => ({ check, what }));
}

/** How a finding ends that says that a check could not look: the app is not proven, and a leak is not caught. */
export const NOTHING_TRIED = 'nothing was tried';

/** Without those that say that nothing was tried. */
export function ofSomethingTried(whats: readonly string[]): string[] {
  return whats.filter((what) => !what.endsWith(NOTHING_TRIED));
}
