/** Ends the worker in its supervisor's eyes. */
export type Die = () => void;

/** The one error that reaches the page. */
const LAST_WORDS = 'the vision worker failed';

/**
 * Makes every failure end the worker by one error without content: what an error says may come from anywhere, so its
 * text does not leave. The supervisor sees an error event, ends the worker and starts another.
 */
export function installLastWords(realm: Pick<typeof globalThis, 'addEventListener' | 'setTimeout'>): Die {
  const end = new Error(LAST_WORDS);
  end.stack = LAST_WORDS;
  const die = () => {
    realm.setTimeout(() => {
      throw end;
    });
  };
  realm.addEventListener('error', (event) => {
    if (event.error === end) return;
    event.preventDefault();
    die();
  });
  realm.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    die();
  });
  return die;
}
