import { countedSite, type CountedSite } from '../measures/counted-site.ts';
import type { HeatRecord } from '../measures/heat-record.ts';
import type { SlotRecords } from '../measures/slot-record.ts';
import { detailSeconds } from '../measures/slot-totals.ts';
import { DetailLedger, type ClosingZone } from '../disclosure/detail-ledger.ts';
import { HeatLedger } from '../disclosure/heat-ledger.ts';
import type { Site } from '../site/site.ts';
import {
  createStoreCalendar,
  intervalsBetween,
  type Interval,
  type StoreCalendar,
} from '../time/store-calendar.ts';
import { localDayAt, sampleDay, SAMPLE_OPEN, shareOfHour, type SampleDay } from './sample-day.ts';
import { createSampleHeat, type SampleHeat } from './sample-heat.ts';
import { plainOf, sampleSlot } from './sample-slot.ts';
import { SAMPLE_IDS } from './sample-site.ts';
import { transactionsOf, visitorsOf, type SampleVisitor } from './sample-visitors.ts';

/** Whole weeks before today that the sample has. */
export const SAMPLE_WEEKS = 8;
const DAYS = SAMPLE_WEEKS * 7;
/** Days before today: the store was closed, the camera was lost for some hours, the entrance's line was moved. */
const CLOSED_DAYS_AGO = 17;
const GAP_DAYS_AGO = 9;
const GAP = { fromHour: 13, toHour: 15.5 } as const;
export const MOVED_DAYS_AGO = 30;
const HOUR_MS = 3_600_000;

/** What the sample is drawn from; the same again gives the same records. */
export interface SampleOptions {
  readonly site: Site;
  readonly seed: number;
  readonly nowMs: number;
  /** Numbers of the configurations before and after the entrance's line was moved. */
  readonly configIds: { readonly before: number; readonly after: number };
}

/** Records of one business day, as they pass the write gate. */
export interface SampleRecords {
  readonly day: Interval;
  readonly records: SlotRecords;
  readonly heat: readonly HeatRecord[];
  /** 取引件数, as somebody would have typed it in the evening; null where the store was closed. */
  readonly transactions: number | null;
}

interface Ledgers {
  readonly calendar: StoreCalendar;
  readonly counted: CountedSite;
  readonly detail: DetailLedger;
  readonly heat: HeatLedger;
  readonly places: SampleHeat;
}

/**
 * Eight weeks up to yesterday, day by day: drawn, not simulated. What is small is merged and held back by the same
 * ledgers as a shop's figures.
 */
export function* sampleHistory(options: SampleOptions): Generator<SampleRecords> {
  const calendar = createStoreCalendar(options.site.store);
  const ledgers: Ledgers = {
    calendar,
    counted: countedSite(options.site),
    detail: new DetailLedger(calendar),
    heat: new HeatLedger(calendar),
    places: createSampleHeat(options.site),
  };
  for (const { day, ago } of daysBefore(calendar, options.nowMs))
    yield recordsOf(day, ago, { options, ledgers });
}

/** Whole business days, the oldest first, and how long ago each was. */
function daysBefore(calendar: StoreCalendar, nowMs: number): { day: Interval; ago: number }[] {
  const days: { day: Interval; ago: number }[] = [];
  let toMs = calendar.dayAt(nowMs).fromMs;
  for (let ago = 1; ago <= DAYS; ago += 1) {
    const day = calendar.dayAt(toMs - 1);
    days.unshift({ day, ago });
    toMs = day.fromMs;
  }
  return days;
}

function recordsOf(
  day: Interval,
  ago: number,
  { options, ledgers }: { readonly options: SampleOptions; readonly ledgers: Ledgers },
): SampleRecords {
  const { calendar, counted, detail, heat, places } = ledgers;
  const configId = ago > MOVED_DAYS_AGO ? options.configIds.before : options.configIds.after;
  const middleMs = (day.fromMs + day.toMs) / 2;
  const of = sampleDay(localDayAt(middleMs, calendar.offsetMsAt(middleMs)), {
    seed: options.seed,
    closed: ago === CLOSED_DAYS_AGO,
  });
  const slots = [...intervalsBetween(calendar, day, 15)];
  const hourOf = (atMs: number): number => localHour(calendar, atMs);
  const visitors = visitorsOfDay(slots, of, hourOf);
  const gap = (at: Interval): boolean =>
    ago === GAP_DAYS_AGO && hourOf(at.fromMs) >= GAP.fromHour && hourOf(at.fromMs) < GAP.toHour;
  const parts: Partial<SlotRecords>[] = [];
  const heats: HeatRecord[] = [];
  const state = { level: 0, drift: 0 };
  heat.setUp(SAMPLE_IDS.camera, { layout: places.layout, configId });
  for (const interval of slots) {
    const isGap = gap(interval);
    const isOpen = isOpenAt(hourOf(interval.fromMs));
    const slot = sampleSlot(interval, { visitors, day: of, isGap, isOpen, state });
    parts.push(plainOf(slot, { counted, configId, isOpen }));
    const zones = [...counted.zones.values()].map(({ zone, camera }): ClosingZone => ({
      zone: zone.id,
      kind: zone.kind,
      measuredS: detailSeconds(slot, camera),
    }));
    parts.push(detail.closeSlot(slot, zones, configId));
    if (!isGap) {
      // By its last instant: its end belongs to the next hour.
      const stays = places.staysOf(visitors, interval, of.random);
      heats.push(...heat.add(SAMPLE_IDS.camera, { ...interval, toMs: interval.toMs - 1, stays }));
    }
  }
  parts.push(detail.settleBefore(day.toMs));
  heats.push(...heat.settleBefore(day.toMs));
  return {
    day,
    records: join(parts),
    heat: heats,
    transactions: of.closed ? null : transactionsOf(visitors),
  };
}

function join(parts: readonly Partial<SlotRecords>[]): SlotRecords {
  return {
    lines: parts.flatMap(({ lines = [] }) => lines),
    store: parts.flatMap(({ store = [] }) => store),
    zones: parts.flatMap(({ zones = [] }) => zones),
    queues: parts.flatMap(({ queues = [] }) => queues),
    flows: parts.flatMap(({ flows = [] }) => flows),
    coverage: parts.flatMap(({ coverage = [] }) => coverage),
  };
}

function visitorsOfDay(
  slots: readonly Interval[],
  day: SampleDay,
  hourOf: (atMs: number) => number,
): readonly SampleVisitor[] {
  const closes = slots.findLast(({ fromMs }) => isOpenAt(hourOf(fromMs)));
  if (!closes) return [];
  return slots.flatMap((slot) =>
    visitorsOf(slot, {
      mean: (day.customers * shareOfHour(day, Math.floor(hourOf(slot.fromMs)))) / 4,
      closesMs: closes.toMs,
      random: day.random,
    }),
  );
}

function isOpenAt(hour: number): boolean {
  return hour >= SAMPLE_OPEN.fromHour && hour < SAMPLE_OPEN.toHour;
}

/** Hours since midnight on the store's clock, with its parts. */
function localHour(calendar: StoreCalendar, atMs: number): number {
  return ((atMs + calendar.offsetMsAt(atMs)) / HOUR_MS) % 24;
}
