/** Starts the worker that keeps time while the page is hidden. */
export function spawnTicker(): Worker {
  return new Worker(new URL('../../../workers/ticker/main.ts', import.meta.url), {
    type: 'module',
    name: 'ticker',
  });
}
