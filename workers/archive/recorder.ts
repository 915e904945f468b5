import type { GapCause, RecordingSetup } from '../../src/contracts/archive.ts';
import type { Tally } from '../../src/contracts/tally.ts';
import {
  DetailLedger,
  type ClosingZone,
  type DetailRecords,
} from '../../src/core/disclosure/detail-ledger.ts';
import { withoutEntities, type Entities } from '../../src/core/measures/entity-records.ts';
import type { SlotRecords } from '../../src/core/measures/slot-record.ts';
import { detailSeconds, type SlotTotals } from '../../src/core/measures/slot-totals.ts';
import { NO_RECORDS } from '../../src/core/measures/slot-record.ts';
import type { Site } from '../../src/core/site/site.ts';
import { slotKey, slotStartMs } from '../../src/core/time/slot-key.ts';
import { createStoreCalendar, type StoreCalendar } from '../../src/core/time/store-calendar.ts';
import { HeatBook } from './heat-book.ts';
import { concatRecords, liveDetail, openDetail } from './live-detail.ts';
import { plainRecords } from './plain-records.ts';
import { resumeSlots } from './resume-slots.ts';
import { LATE_MS, type SlotBook } from './slot-book.ts';
import { shiftTally } from './sound-tally.ts';

/** What recording goes on from. */
export interface ResumeFrom {
  /** Stored records of the business day. */
  readonly day: SlotRecords;
  /** Why the open slot was not measured before now, as far as its records do not say. */
  readonly missedAs: GapCause;
}

/** A tally that is so much older than the newest one belongs to a clock that was started anew. */
const RESTARTED_MS = 60_000;

/**
 * Turns tallies into records, heat in a book of its own. All in memory and in step: whoever owns it stores what it
 * hands out and tells it the time. With `clock: 'tallies'` the newest tally is the time and nothing exists before the first one.
 */
export class Recorder {
  readonly calendar: StoreCalendar;
  readonly heat: HeatBook;
  #setup: RecordingSetup;
  #configId: number;
  #resume: ResumeFrom;
  #book: SlotBook | null = null;
  #ledger: DetailLedger;
  /** Records of closed slots of the current business day. */
  #today: SlotRecords;
  #shiftMs = 0;
  readonly #causes = new Map<number, GapCause | null>();
  /** Why cameras are stopped, when they are. */
  #stopCause: GapCause = 'paused';

  constructor(setup: RecordingSetup, configId: number, resume: ResumeFrom) {
    this.calendar = createStoreCalendar(setup.site.store);
    this.#setup = setup;
    this.#configId = configId;
    this.#resume = resume;
    this.#today = resume.day;
    this.#ledger = new DetailLedger(this.calendar);
    this.heat = new HeatBook(this.calendar);
  }

  get setup(): RecordingSetup {
    return this.#setup;
  }

  /** Null before the first tally where tallies are the clock. */
  get nowMs(): number | null {
    return this.#book?.nowMs ?? null;
  }

  /** Begins, at the wall's time. */
  start(nowMs: number): void {
    this.#book = resumeSlots(this.#setup.site, this.calendar, { nowMs, ...this.#resume });
    const open = slotKey(this.calendar.slotAt(nowMs).fromMs);
    const isClosed = (record: { readonly slot: number }): boolean => record.slot < open;
    const { lines, store, coverage } = this.#resume.day;
    this.#today = {
      ...this.#resume.day,
      lines: lines.filter(isClosed),
      store: store.filter(isClosed),
      coverage: coverage.filter(isClosed),
    };
    for (const [camera, cause] of this.#causes) this.#book.noteGap(camera, cause);
  }

  /** Another site or model from now on; slots, memory and the store's time zone stay. */
  change(setup: RecordingSetup, configId: number): void {
    this.#setup = setup;
    this.#configId = configId;
    this.#stopCause = 'paused';
    this.#book?.setSite(setup.site, 'not-started');
  }

  /** What is in memory of these is gone; `site` does not have them any more. */
  forget(gone: Entities, site: Site): void {
    this.change({ ...this.#setup, site }, this.#configId);
    this.#today = withoutEntities(this.#today, gone);
    this.#book?.forget(gone);
    this.#ledger.forget(gone);
    this.heat.forget(gone);
  }

  /** Counts; returns the records of slots that are thereby over. */
  record(tallies: readonly Tally[]): SlotRecords {
    let closed = NO_RECORDS;
    for (const tally of tallies) {
      if (this.#setup.clock === 'wall') {
        this.#add(tally);
        continue;
      }
      const ended = this.#recordOwnTime(tally);
      if (ended !== NO_RECORDS) closed = concatRecords(closed, ended);
    }
    return closed;
  }

  noteGap(camera: number, noted: GapCause | null): void {
    const cause = noted === 'paused' ? this.#stopCause : noted;
    if (this.#book) this.#book.noteGap(camera, cause);
    else this.#causes.set(camera, cause);
  }

  /** Until recording begins anew, cameras are stopped for an update and by nobody. */
  stopForUpdate(): void {
    this.#stopCause = 'app-update';
  }

  /** So many people are in the store now. Returns how many there were said to be; null before anything is recorded. */
  recount(people: number): number | null {
    return this.#book ? this.#book.slots.recount(this.#book.nowMs, people) : null;
  }

  /** Nothing is measured any more. */
  pause(): void {
    this.#book?.noteGapOfAll(this.#stopCause);
  }

  /** The clock moves on; returns the records of slots that are over. */
  advance(nowMs: number): SlotRecords {
    const book = this.#book;
    if (!book) return NO_RECORDS;
    const dayFromMs = this.calendar.dayAt(book.nowMs).fromMs;
    let closed = NO_RECORDS;
    for (const slot of book.advance(nowMs)) closed = concatRecords(closed, this.#close(slot));
    const settledToMs = this.calendar.slotAt(book.nowMs - LATE_MS).fromMs;
    const settled = this.#ledger.settleBefore(settledToMs);
    this.heat.settleBefore(settledToMs);
    if (hasDetail(settled)) closed = concatRecords(closed, asRecords(settled));
    const isNewDay = this.calendar.dayAt(book.nowMs).fromMs !== dayFromMs;
    // This runs for every frame, and hardly any ends a slot.
    if (closed !== NO_RECORDS || isNewDay) this.#remember(closed, book.nowMs);
    return closed;
  }

  /** Plain totals of the open slots so far: all that may be kept of a slot before its end. */
  checkpoint(): SlotRecords {
    if (!this.#book) return NO_RECORDS;
    const gaps = this.#book.pendingGaps();
    const { site } = this.#book;
    return this.#book.slots.all
      .map((slot) => plainRecords(slot, { site, configId: this.#configId, gaps }))
      .reduce(concatRecords, NO_RECORDS);
  }

  /** Records of the closed slots of the business day. */
  get closedToday(): SlotRecords {
    return this.#today;
  }

  /** The open slots as they would be shown: detail only where k people are in it. Never written. */
  openRecords(): SlotRecords {
    if (!this.#book) return NO_RECORDS;
    return concatRecords(this.checkpoint(), openDetail(this.#book, this.#configId));
  }

  /** The business day so far, for the live view: detail is exact from k visits on. Never written. */
  today(): SlotRecords {
    const book = this.#book;
    if (!book) return this.#today;
    const plain = concatRecords({ ...this.#today, zones: [], queues: [] }, this.checkpoint());
    const detail = liveDetail(book, { ledger: this.#ledger, written: this.#today, configId: this.#configId });
    return concatRecords(plain, detail);
  }

  #add(tally: Tally): void {
    this.#book?.add(tally);
    if (this.#book?.site.cameras.has(tally.camera)) this.heat.add(tally, this.#configId);
  }

  #recordOwnTime(tally: Tally): SlotRecords {
    if (!this.#book) this.start(tally.measuredFromMs);
    const book = this.#book;
    if (!book) return NO_RECORDS;
    // A demo store that is opened anew begins at an earlier time than fast-forward had reached: time goes on.
    const backMs = book.nowMs - (tally.atMs + this.#shiftMs);
    if (backMs > RESTARTED_MS) this.#shiftMs = book.nowMs - tally.measuredFromMs;
    const shifted = shiftTally(tally, this.#shiftMs);
    this.#add(shifted);
    return this.advance(shifted.atMs);
  }

  #close(slot: SlotTotals): SlotRecords {
    const book = this.#book;
    if (!book) return NO_RECORDS;
    const plain = plainRecords(slot, { site: book.site, configId: this.#configId, gaps: [] });
    const zones = [...book.site.zones.values()].map(({ zone, camera }): ClosingZone => ({
      zone: zone.id,
      kind: zone.kind,
      measuredS: detailSeconds(slot, camera),
    }));
    return concatRecords(plain, asRecords(this.#ledger.closeSlot(slot, zones, this.#configId)));
  }

  #remember(closed: SlotRecords, nowMs: number): void {
    const { fromMs } = this.calendar.dayAt(nowMs);
    const isToday = (record: { readonly slot: number }): boolean => slotStartMs(record.slot) >= fromMs;
    const all = concatRecords(this.#today, closed);
    this.#today = {
      lines: all.lines.filter(isToday),
      store: all.store.filter(isToday),
      zones: all.zones.filter(isToday),
      queues: all.queues.filter(isToday),
      flows: all.flows.filter(isToday),
      coverage: all.coverage.filter(isToday),
    };
  }
}

function hasDetail({ zones, queues, flows }: DetailRecords): boolean {
  return zones.length + queues.length + flows.length > 0;
}

function asRecords(detail: DetailRecords): SlotRecords {
  return { ...NO_RECORDS, ...detail };
}

/** Whether two set-ups cut time alike: the records of one go on in the other. */
export function isSameClock(a: RecordingSetup, b: RecordingSetup): boolean {
  const [storeA, storeB] = [a.site.store, b.site.store];
  return (
    a.clock === b.clock &&
    storeA.timeZone === storeB.timeZone &&
    storeA.dayStartsAtMinute === storeB.dayStartsAtMinute
  );
}
