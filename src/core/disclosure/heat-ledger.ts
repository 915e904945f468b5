import type { HeatStay } from '../counting/heat-counter.ts';
import { isSameLayout, type HeatLayout } from '../counting/heat-layout.ts';
import type { Entities } from '../measures/entity-records.ts';
import { layoutFields, type HeatFigures, type HeatRecord } from '../measures/heat-record.ts';
import { slotKey } from '../time/slot-key.ts';
import type { Interval, StoreCalendar } from '../time/store-calendar.ts';
import { emptyHeldDetail, releaseOrHold, settleDay, STORAGE_K, type HeldDetail } from './held-detail.ts';

/** What a camera's heat is added up in; a change of it forgets what is not yet written. */
export interface HeatSetUp {
  readonly layout: HeatLayout;
  readonly configId: number;
}

/** The stays of a stretch of time that was measured. */
export interface MeasuredHeat extends Interval {
  readonly stays: readonly HeatStay[];
}

/** The business day so far, as far as it is in memory alone. */
export interface HeldHeat extends HeatFigures {
  readonly measuredS: number;
}

interface CellAccount {
  /** Person-time of this hour, and the tracks that are new in the cell since it began. */
  hourMs: number;
  hourPeople: number;
  readonly day: HeldDetail<number>;
}

interface CameraAccount {
  readonly setUp: HeatSetUp;
  readonly cells: readonly CellAccount[];
  hourMeasuredMs: number;
  dayMeasuredMs: number;
}

/**
 * Decides what heat leaves memory, cell by cell: an hour in which k tracks came into the cell at once, the rest merged
 * into the business day, and what is still too little never. Who stays on into the next hour is no new track there.
 */
export class HeatLedger {
  readonly #calendar: StoreCalendar;
  readonly #cameras = new Map<number, CameraAccount>();
  #hour: Interval | null = null;
  #day: Interval | null = null;
  /** Hours before are written: what comes too late for its own lands in the one that is open. */
  #settledToMs = -Infinity;

  constructor(calendar: StoreCalendar) {
    this.#calendar = calendar;
  }

  /** Must come before a camera's first stay. The same again changes nothing. */
  setUp(camera: number, setUp: HeatSetUp): void {
    const known = this.#cameras.get(camera)?.setUp;
    if (known?.configId === setUp.configId && isSameLayout(known.layout, setUp.layout)) return;
    const { columns, rows } = setUp.layout;
    const cells = Array.from({ length: columns * rows }, (): CellAccount => ({
      hourMs: 0,
      hourPeople: 0,
      day: emptyHeldDetail(),
    }));
    this.#cameras.set(camera, { setUp, cells, hourMeasuredMs: 0, dayMeasuredMs: 0 });
  }

  /** Adds measured time by its end; returns what the end of an hour or day before it lets out. */
  add(camera: number, { fromMs, toMs, stays }: MeasuredHeat): HeatRecord[] {
    const records = this.settleBefore(toMs);
    const landsAtMs = Math.max(toMs, this.#settledToMs);
    this.#hour ??= this.#calendar.hourAt(landsAtMs);
    this.#day ??= this.#calendar.dayAt(landsAtMs);
    const account = this.#cameras.get(camera);
    if (!account) return records;
    account.hourMeasuredMs += toMs - fromMs;
    account.dayMeasuredMs += toMs - fromMs;
    for (const stay of stays) {
      const cell = account.cells[stay.cell];
      if (!cell) continue;
      cell.hourMs += stay.ms;
      cell.hourPeople += stay.isNew ? 1 : 0;
    }
    return records;
  }

  /** Ends the hour and the day when they are over by then. */
  settleBefore(atMs: number): HeatRecord[] {
    const records: HeatRecord[] = [];
    if (this.#hour && this.#hour.toMs <= atMs) {
      records.push(...this.#settleHour(this.#hour));
      this.#settledToMs = this.#hour.toMs;
      this.#hour = null;
    }
    if (this.#day && this.#day.toMs <= atMs) {
      records.push(...this.#settleDay(this.#day));
      this.#day = null;
    }
    return records;
  }

  /** What is held of these cameras is never written. */
  forget(gone: Entities): void {
    for (const camera of gone) this.#cameras.delete(camera);
  }

  /** What is not yet written of the open day, cells under k as 0: for the screen alone. */
  held(camera: number): HeldHeat | null {
    const account = this.#cameras.get(camera);
    if (!account) return null;
    return {
      ...account.setUp.layout,
      cells: account.cells.map((cell) => Math.round(heldMs(cell) / 1000)),
      measuredS: Math.round(account.dayMeasuredMs / 1000),
    };
  }

  /** A measured hour is a record whatever there is in it: an empty one takes as much as a busy one. */
  #settleHour(hour: Interval): HeatRecord[] {
    return [...this.#cameras].flatMap(([camera, account]) => {
      const record = recordOf({ camera, account, from: hour, length: 60 });
      account.hourMeasuredMs = 0;
      return record.measured_s > 0 ? [record] : [];
    });
  }

  /** A measured day is a record whatever there is in it: it tells that nothing of it was lost. */
  #settleDay(day: Interval): HeatRecord[] {
    return [...this.#cameras].flatMap(([camera, account]) => {
      const record = recordOf({ camera, account, from: day, length: 1440 });
      account.dayMeasuredMs = 0;
      return record.measured_s > 0 ? [record] : [];
    });
  }
}

/** Takes out of an account what may be written of an interval that ends. */
function recordOf(ended: {
  readonly camera: number;
  readonly account: CameraAccount;
  readonly from: Interval;
  readonly length: 60 | 1440;
}): HeatRecord {
  const { account, length } = ended;
  const { layout, configId } = account.setUp;
  const settle = length === 60 ? settleCellHour : settleCellDay;
  const measuredMs = length === 60 ? account.hourMeasuredMs : account.dayMeasuredMs;
  return {
    slot: slotKey(ended.from.fromMs),
    camera: ended.camera,
    length,
    ...layoutFields(layout),
    cells: account.cells.map((cell) => Math.round(settle(cell) / 1000)),
    measured_s: Math.round(measuredMs / 1000),
    config_id: configId,
  };
}

/** Person-time of the hour that may be told, ms; what may not is held for the day. */
function settleCellHour(cell: CellAccount): number {
  const { hourMs, hourPeople, day } = cell;
  cell.hourMs = 0;
  cell.hourPeople = 0;
  if (hourMs === 0) return 0;
  // Any second will do: it says that there was something to hold, where nobody new came but somebody stayed.
  const part = { base: hourPeople, measuredS: 1, totals: hourMs };
  return releaseOrHold(day, part, (a, b) => a + b) ? hourMs : 0;
}

function settleCellDay({ day }: CellAccount): number {
  const settled = settleDay(day);
  return settled.kind === 'release' ? settled.part.totals : 0;
}

function heldMs({ hourMs, hourPeople, day: { held } }: CellAccount): number {
  return hourPeople + (held?.base ?? 0) >= STORAGE_K ? hourMs + (held?.totals ?? 0) : 0;
}
