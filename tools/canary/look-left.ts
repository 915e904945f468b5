import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { FileKeeper } from './keep-files.ts';
import type { LiveScene } from './look-live.ts';
import type { PlantedRun } from './planted-run.ts';
import { sampleMemory, type MemorySample } from './sample-memory.ts';
import { filesBelow, scanFiles, type FileScan } from './scan-files.ts';

/** A browser gives its memory back a moment after a tab is closed. */
const AFTER_CLOSE_MS = 3000;

/** Closes the tab and looks through the memory of all processes of the browser. */
export async function memoryAfterClose({ page }: LiveScene, { browser }: PlantedRun): Promise<MemorySample> {
  await page.close();
  await pause(AFTER_CLOSE_MS);
  return sampleMemory(browser, 'any');
}

/** Ends the browser and searches everything that it has left, and what it had removed. */
export async function searchFiles(
  { browser, dist, sharedBefore }: PlantedRun,
  keeper: FileKeeper,
): Promise<FileScan> {
  await browser.exit();
  const shared = filesBelow('/dev/shm').filter((file) => !sharedBefore.has(file));
  const shipped = filesBelow(dist).map((path) => readFileSync(path));
  return scanFiles([...browser.folders, keeper.stop(), ...shared], shipped);
}
