/** Starts the vision worker. Its own response headers leave it no connection. */
export function spawnVision(): Worker {
  return new Worker(new URL('../../../workers/vision/main.ts', import.meta.url), {
    type: 'module',
    name: 'vision',
  });
}
