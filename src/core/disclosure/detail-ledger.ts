import { toQueueSlot, toZoneSlot, type DetailPlace } from '../measures/detail-record.ts';
import type { Entities } from '../measures/entity-records.ts';
import type { FlowSlot, QueueSlot, ZoneSlot } from '../measures/slot-record.ts';
import type { SlotTotals } from '../measures/slot-totals.ts';
import { emptyZoneTotals, mergeZoneTotals, type ZoneTotals } from '../measures/zone-totals.ts';
import { slotKey } from '../time/slot-key.ts';
import type { Interval, StoreCalendar } from '../time/store-calendar.ts';
import {
  emptyHeldDetail,
  type DetailPart,
  releaseOrHold,
  settleDay,
  settleHour,
  type HeldDetail,
  type Settled,
} from './held-detail.ts';

/** Detail that may be written. */
export interface DetailRecords {
  readonly zones: ZoneSlot[];
  readonly queues: QueueSlot[];
  readonly flows: FlowSlot[];
}

/** A zone whose slot ends, with the seconds that its camera measured. */
export interface ClosingZone {
  readonly zone: number;
  readonly kind: 'area' | 'queue';
  readonly measuredS: number;
}

interface ZoneAccount {
  kind: 'area' | 'queue';
  readonly hour: HeldDetail<ZoneTotals>;
  readonly day: HeldDetail<ZoneTotals>;
}

interface FlowAccount {
  readonly from: number;
  readonly to: number;
  hourVisits: number;
  readonly day: HeldDetail<number>;
}

/**
 * Decides what detail leaves memory: a slot with k visits at once, the rest merged into its hour, then into its
 * business day, and what is still too small as a mark without a value. A measured slot without k visits leaves a mark
 * too, the same for nobody as for few: what is written tells a quiet slot from a busy one by its figures alone, not by
 * how much it is. Lost with the worker.
 */
export class DetailLedger {
  readonly #calendar: StoreCalendar;
  readonly #zones = new Map<number, ZoneAccount>();
  readonly #flows = new Map<string, FlowAccount>();
  #hour: Interval | null = null;
  #day: Interval | null = null;
  #configId = 0;

  constructor(calendar: StoreCalendar) {
    this.#calendar = calendar;
  }

  /** Slots are closed in order, each once. Hours and days that ended before this slot are settled first. */
  closeSlot(slot: SlotTotals, zones: readonly ClosingZone[], configId: number): DetailRecords {
    const { fromMs } = slot.interval;
    const records = this.settleBefore(fromMs);
    this.#configId = configId;
    this.#hour = this.#calendar.hourAt(fromMs);
    this.#day = this.#calendar.dayAt(fromMs);
    for (const closing of zones) this.#closeZone(slot, closing, records);
    for (const [pair, visits] of slot.flows) this.#flow(pair).hourVisits += visits;
    return records;
  }

  /** Ends the hour and the day when they are over by then. */
  settleBefore(atMs: number): DetailRecords {
    const records: DetailRecords = { zones: [], queues: [], flows: [] };
    if (this.#hour && this.#hour.toMs <= atMs) {
      this.#settleHours(this.#hour, records);
      this.#hour = null;
    }
    if (this.#day && this.#day.toMs <= atMs) {
      this.#settleDays(this.#day, records);
      this.#day = null;
    }
    return records;
  }

  /** What is held of a zone since its day began: for the live view, never for a record. */
  held(zone: number): DetailPart<ZoneTotals>[] {
    const account = this.#zones.get(zone);
    return [account?.hour.held, account?.day.held].filter((part) => part != null);
  }

  /** What is held of these zones is never written. */
  forget(gone: Entities): void {
    for (const zone of gone) this.#zones.delete(zone);
    for (const [pair, { from, to }] of this.#flows)
      if (gone.has(from) || gone.has(to)) this.#flows.delete(pair);
  }

  #closeZone(slot: SlotTotals, { zone, kind, measuredS }: ClosingZone, records: DetailRecords): void {
    const account = this.#zone(zone, kind);
    const totals = slot.zones.get(zone) ?? emptyZoneTotals();
    const part = { base: totals.visits, measuredS, totals };
    const isReleased = releaseOrHold(account.hour, part, mergeZoneTotals);
    if (!isReleased && measuredS === 0) return;
    // A mark has no time of its own: that is in the longer record, with whoever was there.
    const place = this.#place(slot.interval, zone, { length: 15, measuredS: isReleased ? measuredS : 0 });
    pushDetail(records, { kind, place }, isReleased ? totals : null);
  }

  #settleHours(hour: Interval, records: DetailRecords): void {
    for (const [zone, account] of this.#zones) {
      this.#pushSettled(records, settleHour(account.hour, account.day, mergeZoneTotals), {
        zone,
        kind: account.kind,
        interval: hour,
        length: 60,
      });
    }
    for (const account of this.#flows.values()) {
      const part = { base: account.hourVisits, measuredS: 0, totals: account.hourVisits };
      account.hourVisits = 0;
      if (releaseOrHold(account.day, part, (a, b) => a + b)) {
        records.flows.push(this.#flowSlot(account, hour, { length: 60, visits: part.totals }));
      }
    }
  }

  #settleDays(day: Interval, records: DetailRecords): void {
    for (const [zone, account] of this.#zones) {
      this.#pushSettled(records, settleDay(account.day), {
        zone,
        kind: account.kind,
        interval: day,
        length: 1440,
      });
    }
    for (const account of this.#flows.values()) {
      const settled = settleDay(account.day);
      // No mark for few people here: of a pair without one nobody can say whether it was walked at all.
      if (settled.kind !== 'release') continue;
      records.flows.push(this.#flowSlot(account, day, { length: 1440, visits: settled.part.totals }));
    }
    this.#zones.clear();
    this.#flows.clear();
  }

  #pushSettled(
    records: DetailRecords,
    settled: Settled<ZoneTotals>,
    at: { zone: number; kind: 'area' | 'queue'; interval: Interval; length: 60 | 1440 },
  ): void {
    if (settled.kind === 'nothing') return;
    const isReleased = settled.kind === 'release';
    const measuredS = isReleased ? settled.part.measuredS : settled.measuredS;
    const place = this.#place(at.interval, at.zone, { length: at.length, measuredS });
    pushDetail(records, { kind: at.kind, place }, isReleased ? settled.part.totals : null);
  }

  #place(
    interval: Interval,
    zone: number,
    { length, measuredS }: { length: 15 | 60 | 1440; measuredS: number },
  ): DetailPlace {
    return { slot: slotKey(interval.fromMs), zone, length, measuredS, configId: this.#configId };
  }

  #flowSlot(
    { from, to }: FlowAccount,
    interval: Interval,
    { length, visits }: { length: 60 | 1440; visits: number },
  ): FlowSlot {
    return { slot: slotKey(interval.fromMs), from, to, length, visits, config_id: this.#configId };
  }

  #zone(zone: number, kind: 'area' | 'queue'): ZoneAccount {
    const found = this.#zones.get(zone);
    if (found) {
      found.kind = kind;
      return found;
    }
    const account: ZoneAccount = { kind, hour: emptyHeldDetail(), day: emptyHeldDetail() };
    this.#zones.set(zone, account);
    return account;
  }

  #flow(pair: string): FlowAccount {
    const found = this.#flows.get(pair);
    if (found) return found;
    const [from = 0, to = 0] = pair.split('>').map(Number);
    const account: FlowAccount = { from, to, hourVisits: 0, day: emptyHeldDetail() };
    this.#flows.set(pair, account);
    return account;
  }
}

function pushDetail(
  records: DetailRecords,
  { kind, place }: { readonly kind: 'area' | 'queue'; readonly place: DetailPlace },
  totals: ZoneTotals | null,
): void {
  if (kind === 'area') records.zones.push(toZoneSlot(place, totals));
  else records.queues.push(toQueueSlot(place, totals));
}
