import { MAX_TALLY_LENGTH } from '../../src/contracts/tally-codec.ts';
import type { TapNotes } from './browser/tap-notes.ts';
import { NOTHING_TRIED } from './findings.ts';
import type { MemorySample } from './sample-memory.ts';
import type { ShownLedger } from './use-the-app.ts';
import { textFault } from './watch-page.ts';

/** Copies that may be there at any moment: buffers of the camera, the reused buffer, the frame in work. */
const MOST_COPIES = 12;
const MOST_GROWTH = 4;
/** The planted camera sends ten pictures a second, and each may give one row of figures. */
const MOST_ROWS_PER_S = 12;
/** Numbers of a row, in the mean: at most ten people are to be seen at once, one area and one line are counted. */
const MOST_NUMBERS_A_ROW = 120;
/** So much of a line is told. */
const SHOWN = 160;
/** Sooner than this the mean says nothing. */
const ENOUGH_ROWS = 20;

/** What is wrong with the copies of frames in memory, given samples in the order in which they were taken. */
export function memoryFaults(samples: readonly MemorySample[]): string[] {
  const [early, late] = [samples[0], samples.at(-1)];
  if (!early || !late) return [];
  return [
    ...(late.copies > MOST_COPIES ? [`${late.copies} copies of ${late.frames} frames`] : []),
    ...(late.copies - early.copies > MOST_GROWTH ? [`from ${early.copies} copies to ${late.copies}`] : []),
  ];
}

/** What is wrong with the frames' ledger; a vision worker in which frames pile up is ended by the app itself. */
export function ledgerFaults(ledger: ShownLedger | null, restarts: number): string[] {
  const anew = restarts > 0 ? [`the vision worker was started anew ${restarts} times`] : [];
  if (!ledger) return [...anew, `no frames are shown: ${NOTHING_TRIED}`];
  const { received, analysed, closed, alive } = ledger;
  return [
    ...anew,
    ...(analysed > 0 ? [] : [`no frame was analysed: ${NOTHING_TRIED}`]),
    ...(received === closed + alive ? [] : [`${received} received, ${closed} closed, ${alive} alive`]),
    ...(alive > 1 ? [`${alive} frames alive at once`] : []),
  ];
}

/** What is wrong with what the page was sent: too long, too much, too fine, or no numbers. */
export function messageFaults(notes: TapNotes): string[] {
  const { rows, longestRow, numbers, tooFine, firstMs, lastMs, binaries } = notes;
  const perS = (rows - 1) / Math.max(1, (lastMs - firstMs) / 1000);
  const mean = numbers / Math.max(1, rows);
  return [
    ...(rows > 0 ? [] : [`no figures reached the page: ${NOTHING_TRIED}`]),
    ...(longestRow > MAX_TALLY_LENGTH ? [`a row of ${longestRow} numbers`] : []),
    ...(tooFine > 0 ? [`${tooFine} numbers that are finer than figures`] : []),
    ...(rows > ENOUGH_ROWS && perS > MOST_ROWS_PER_S ? [`${perS.toFixed(0)} rows a second`] : []),
    ...(rows > ENOUGH_ROWS && mean > MOST_NUMBERS_A_ROW ? [`${mean.toFixed(0)} numbers a row`] : []),
    ...new Set(binaries),
  ];
}

/** How Chromium prints that a policy has stopped something; those of workers come by no other way. */
const REFUSED = /CONSOLE.*?(?:violates the following|Refused to)[^"]*(?:"[^"]*")?/;

/** What the console and the browser's own outputs should not have said. */
export function consoleFaults(complaints: readonly string[], printed: string): string[] {
  const lines = printed
    .split('\n')
    .flatMap((line) => textFault(line) ?? REFUSED.exec(line)?.[0].slice(0, SHOWN) ?? []);
  return [...new Set([...complaints, ...lines.map((fault) => `standard error: ${fault}`)])];
}
