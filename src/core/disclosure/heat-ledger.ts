import type { HeatStay } from '../counting/heat-counter.ts';
import type { HeatRecord } from '../measures/heat-record.ts';
import { slotKey } from '../time/slot-key.ts';
import type { Interval, StoreCalendar } from '../time/store-calendar.ts';
import { emptyHeldDetail, releaseOrHold, settleDay, type HeldDetail } from './held-detail.ts';

/** What a camera's heat is added up in; a change of it forgets what is not yet written. */
export interface HeatSetUp {
  readonly columns: number;
  readonly rows: number;
  readonly configId: number;
}

interface CellAccount {
  /** Person-time of this hour, and the tracks that are new in the cell since it began. */
  hourMs: number;
  hourPeople: number;
  readonly day: HeldDetail<number>;
}

/**
 * Decides what heat leaves memory, cell by cell: an hour in which k tracks came into the cell at once, the rest merged
 * into the business day, and what is still too little never. Who stays on into the next hour is no new track there.
 */
export class HeatLedger {
  readonly #calendar: StoreCalendar;
  readonly #cameras = new Map<number, { readonly setUp: HeatSetUp; readonly cells: CellAccount[] }>();
  #hour: Interval | null = null;
  #day: Interval | null = null;

  constructor(calendar: StoreCalendar) {
    this.#calendar = calendar;
  }

  /** Must come before a camera's first stay. The same again changes nothing. */
  setUp(camera: number, setUp: HeatSetUp): void {
    const known = this.#cameras.get(camera)?.setUp;
    const isSame =
      known?.columns === setUp.columns && known.rows === setUp.rows && known.configId === setUp.configId;
    if (isSame) return;
    const cells = Array.from({ length: setUp.columns * setUp.rows }, (): CellAccount => ({
      hourMs: 0,
      hourPeople: 0,
      day: emptyHeldDetail(),
    }));
    this.#cameras.set(camera, { setUp, cells });
  }

  /** Adds time that ends at `atMs`; returns what the end of an hour or day before it lets out. */
  add(camera: number, stay: HeatStay, atMs: number): HeatRecord[] {
    const records = this.settleBefore(atMs);
    this.#hour ??= this.#calendar.hourAt(atMs);
    this.#day ??= this.#calendar.dayAt(atMs);
    const cell = this.#cameras.get(camera)?.cells[stay.cell];
    if (cell) {
      cell.hourMs += stay.ms;
      cell.hourPeople += stay.isNew ? 1 : 0;
    }
    return records;
  }

  /** Ends the hour and the day when they are over by then. */
  settleBefore(atMs: number): HeatRecord[] {
    const records: HeatRecord[] = [];
    if (this.#hour && this.#hour.toMs <= atMs) {
      records.push(...this.#settle(this.#hour, 60, settleCellHour));
      this.#hour = null;
    }
    if (this.#day && this.#day.toMs <= atMs) {
      records.push(...this.#settle(this.#day, 1440, settleCellDay));
      this.#day = null;
    }
    return records;
  }

  #settle(interval: Interval, length: 60 | 1440, settle: (cell: CellAccount) => number): HeatRecord[] {
    return [...this.#cameras].flatMap(([camera, { setUp, cells }]): HeatRecord[] => {
      const seconds = cells.map((cell) => Math.round(settle(cell) / 1000));
      if (seconds.every((value) => value === 0)) return [];
      const { columns, configId } = setUp;
      const slot = slotKey(interval.fromMs);
      return [{ slot, camera, length, columns, cells: seconds, config_id: configId }];
    });
  }
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
