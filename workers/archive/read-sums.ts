import { blockDay, firstSlotOf, unpackBlocks, type DayBlock } from '../../src/core/measures/day-block.ts';
import { cutsOfDay, hasWholeHours } from '../../src/core/measures/day-cuts.ts';
import { recordsOfTotals, type DayTotal } from '../../src/core/measures/day-total.ts';
import { NO_RECORDS, type SlotRecords } from '../../src/core/measures/slot-record.ts';
import type { Site } from '../../src/core/site/site.ts';
import { slotKey, slotStartMs } from '../../src/core/time/slot-key.ts';
import type { Interval, StoreCalendar } from '../../src/core/time/store-calendar.ts';
import type { Database } from './database.ts';
import { blocksOf, readLoose, type Looking } from './day-blocks.ts';
import { overlay } from './entries.ts';
import { concatRecords } from './live-detail.ts';
import { unpackWithin } from './read-records.ts';
import { PACKED_STORES, type StoreName } from './schema.ts';

/** A record of a business day that began in a day of UTC ends so long after it at most. */
const LONGEST_DAY_MS = 25 * 3_600_000;

/** What may be read as sums. */
export interface SumsWanted {
  readonly calendar: StoreCalendar;
  /** The days about times that are left out are read by slots. */
  readonly site: Pick<Site, 'store' | 'leftOut'>;
  /** Records that are laid over the stored ones: their days are read by slots, too. */
  readonly over: SlotRecords;
  /** Areas and queues by hours, too: they are then read by slots. */
  readonly detailByHour: boolean;
}

/**
 * As `readRecords`, for figures of hours and business days alone: of whole days that are packed what they come to, of all
 * others the slots. The figures are the same. Areas and queues are of whole business days, but where `detailByHour`.
 */
export async function readSums(database: Database, span: Interval, wanted: SumsWanted): Promise<SlotRecords> {
  if (span.toMs <= span.fromMs) return NO_RECORDS;
  const [from, to] = [slotKey(span.fromMs), slotKey(span.toMs)];
  const [firstDay, endDay] = [blockDay(from), blockDay(to - 1) + 1];
  const transaction = database.transaction(
    [...PACKED_STORES, 'day_block', 'day_total'] as StoreName[],
    'readonly',
  );
  const [stored, loose] = await Promise.all([
    transaction.objectStore('day_total').getAll(IDBKeyRange.bound(firstDay, endDay, false, true)),
    readLoose(transaction, from, to),
  ]);
  const touched = new Set([...daysOf(loose), ...daysOf(wanted.over)]);
  const totals = stored.filter(
    ({ day }) =>
      firstSlotOf(day) >= from && firstSlotOf(day + 1) <= to && !touched.has(day) && maySum(day, wanted),
  );
  const summed = new Set(totals.map(({ day }) => day));
  const [slots, detail] = await Promise.all([
    Promise.all(
      runsWithout(summed, firstDay, endDay).map((run) =>
        transaction.objectStore('day_block').getAll(blocksOf(run.fromDay, run.toDay)),
      ),
    ),
    readDetail(
      transaction,
      totals.filter((total) => wanted.detailByHour || !hasCuts(total, wanted)),
    ),
  ]);
  const bySlot = concatRecords(unpackWithin(slots.flat(), from, to), unpackBlocks(detail));
  const days = new Set(detail.map(({ day }) => day));
  return overlay(
    concatRecords(bySlot, recordsOfTotals(totals.map((total) => withoutDetail(total, days)))),
    loose,
  );
}

function maySum(day: number, { calendar, site: { leftOut = [] } }: SumsWanted): boolean {
  const fromMs = slotStartMs(firstSlotOf(day));
  const toMs = slotStartMs(firstSlotOf(day + 1)) + LONGEST_DAY_MS;
  return hasWholeHours(calendar, day) && leftOut.every((time) => time.toMs <= fromMs || time.fromMs >= toMs);
}

/** Whether a day was summed up by the business days that are asked for: they may begin at another time since. */
function hasCuts({ day, cuts }: DayTotal, { calendar }: SumsWanted): boolean {
  return cutsOfDay(calendar, day).join() === cuts.join();
}

async function readDetail(transaction: Looking, totals: readonly DayTotal[]): Promise<DayBlock[]> {
  const store = transaction.objectStore('day_block');
  const found = await Promise.all(
    totals.flatMap(({ day }) => [store.get([day, 'zones']), store.get([day, 'queues'])]),
  );
  return found.filter((block) => block !== undefined);
}

function withoutDetail(total: DayTotal, days: ReadonlySet<number>): DayTotal {
  return days.has(total.day) ? { ...total, zones: [], queues: [] } : total;
}

function daysOf({ lines, store, zones, queues, coverage }: SlotRecords): Set<number> {
  return new Set([lines, store, zones, queues, coverage].flat().map(({ slot }) => blockDay(slot)));
}

/** Days in a row from one up to but without another one that are not among the given. */
function runsWithout(
  days: ReadonlySet<number>,
  fromDay: number,
  endDay: number,
): { readonly fromDay: number; readonly toDay: number }[] {
  const runs: { fromDay: number; toDay: number }[] = [];
  for (let day = fromDay; day < endDay; day += 1) {
    if (days.has(day)) continue;
    const last = runs.at(-1);
    if (last?.toDay === day) last.toDay = day + 1;
    else runs.push({ fromDay: day, toDay: day + 1 });
  }
  return runs;
}
