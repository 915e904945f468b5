/** What a PC and its cameras ask of the network. */
export interface Demand {
  /** Time of one picture in full detail, ms, measured on this PC. */
  readonly fullMs: number;
  /** Cameras that are counted as they come; those that wait for the network ask for nothing. */
  readonly cameras: number;
}

/** Pictures a second that each camera must get before it is given more detail: below, crossings are missed. */
const ENOUGH_FPS = 5;
/** Share of the time that the network may take. The rest is for the browser, the page and other programs. */
const MOST_BUSY = 0.8;

/**
 * Full detail while every camera gets enough pictures with it; else light: a picture that is seen often counts better
 * than one that is seen sharply.
 */
export function chooseDetail({ fullMs, cameras }: Demand): 'full' | 'light' {
  return cameras * ENOUGH_FPS * fullMs <= MOST_BUSY * 1000 ? 'full' : 'light';
}

/** The cards of the wanted detail; all of them where there is no such card. */
export function cardsFor<T extends { readonly detail?: 'light' }>(
  cards: readonly T[],
  wanted: 'full' | 'light',
): readonly T[] {
  const suiting = cards.filter(({ detail }) => (detail ?? 'full') === wanted);
  return suiting.length > 0 ? suiting : cards;
}
