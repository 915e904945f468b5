import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { openAppServer } from '../serve/app-server.ts';
import { startApp } from '../start/start-app.ts';
import { createCamera } from './camera.ts';
import { PARTS } from './parts.ts';

/**
 * Pictures of every view of the built app, in both languages, light and dark, at three sizes, and of the states that a
 * shop manager meets: `npm run screenshots [-- FOLDER [PART…]]`; the parts are the keys of `PARTS`. Ends with status 1
 * where a view is wider than the screen or cuts off a text.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = process.argv[2] ?? join(ROOT, '.cache/screenshots');
const PORT = Number(process.env.PORT ?? 4199);
const names = process.argv.slice(3);
const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium: set CHROME_PATH or install one');
if (!(await startApp({ root: ROOT, port: PORT, buildOnly: true }))) process.exit(1);
mkdirSync(FOLDER, { recursive: true });
const server = await openAppServer(join(ROOT, 'dist'), PORT);
const browser = await chromium.launch({
  executablePath,
  // The set-up assistant adds a USB camera: Chromium's own, a test picture without people.
  args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
});
try {
  const camera = createCamera(browser, {
    app: `http://localhost:${PORT}`,
    folder: FOLDER,
    onFault: () => (process.exitCode = 1),
  });
  for (const [name, takePart] of Object.entries(PARTS)) {
    if (names.length === 0 || names.includes(name)) await takePart(camera);
  }
} finally {
  await browser.close();
  await server.close();
}
