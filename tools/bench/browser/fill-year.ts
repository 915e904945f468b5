import { configurationId, digestsOf } from '../../../workers/archive/configurations.ts';
import { Connection } from '../../../workers/archive/connection.ts';
import type { Database } from '../../../workers/archive/database.ts';
import { toEntries } from '../../../workers/archive/entries.ts';
import { appendNote } from '../../../workers/archive/journal.ts';
import type { Entry } from '../../../workers/archive/schema.ts';
import { saveSite } from '../../../workers/archive/settings.ts';
import { write } from '../../../workers/archive/write-gate.ts';
import { busySite, busyYear, type YearDay } from './busy-year.ts';

/** What was written. */
export interface FilledYear {
  /** Of slots: without heat, flows, journal and settings. */
  readonly slotRecords: number;
  readonly heatRecords: number;
  readonly days: number;
}

const HOURS_A_DAY = 24;
const HOUR_MS = 3_600_000;

/**
 * Writes a year into the database of this origin through the app's own gate, with the journal's entry of each hourly
 * self-check. Runs in a page of the app's origin that is not the app.
 */
async function fillYear(days: number): Promise<FilledYear> {
  const connection = new Connection(indexedDB, 'store');
  const site = busySite();
  const saved = await saveSite(connection, site);
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem));
  const filled = await connection.use(async (database) => {
    await configurationId(database, await digestsOf({ site, modelSha256: '', clock: 'wall' }));
    let sum: FilledYear = { slotRecords: 0, heatRecords: 0, days: 0 };
    for (const day of busyYear(site, { nowMs: Date.now(), days })) sum = await writeDay(database, day, sum);
    return sum;
  });
  await connection.close();
  if (!filled.ok) throw new Error(JSON.stringify(filled.problem));
  return filled.value;
}

async function writeDay(
  database: Database,
  { records, heat }: YearDay,
  sum: FilledYear,
): Promise<FilledYear> {
  const slots = toEntries(records);
  const { problem } = await write(database, [
    ...slots,
    ...heat.map((record): Entry => ({ store: 'heat_slot', record })),
  ]);
  if (problem) throw new Error(JSON.stringify(problem));
  const startMs = (records.coverage[0]?.slot ?? 0) * 60_000;
  for (let hour = 0; hour < HOURS_A_DAY; hour += 1) {
    const atMs = startMs + hour * HOUR_MS;
    await appendNote(database, { atMs, code: 'self-checked', role: 'system', numbers: [6, 0] });
  }
  return {
    slotRecords: sum.slotRecords + slots.length - records.flows.length,
    heatRecords: sum.heatRecords + heat.length,
    days: sum.days + 1,
  };
}

Object.assign(globalThis, { fillYear });
