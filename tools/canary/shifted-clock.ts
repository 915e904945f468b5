import type { Page } from 'playwright-core';

/**
 * Sets the clock of a running page and of all its workers, as somebody who sets the clock of the PC does: a slot of a
 * quarter of an hour ends when it is wanted.
 */
export async function setClock(page: Page, shiftMs: number): Promise<void> {
  const code = `(() => {
    globalThis.__realNow ??= Date.now.bind(Date);
    Date.now = () => globalThis.__realNow() + ${shiftMs};
  })()`;
  await Promise.all([page.evaluate(code), ...page.workers().map((worker) => worker.evaluate(code))]);
}

/** By how much the clock must be ahead for the current slot of `slotMs` to end in `inMs`. */
export function shiftToSlotEnd(nowMs: number, inMs: number, slotMs: number): number {
  return slotMs - ((nowMs + inMs) % slotMs);
}
