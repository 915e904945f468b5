import type { CountedSite } from '../measures/counted-site.ts';
import type { SlotRecords } from '../measures/slot-record.ts';
import { addCrossing } from '../measures/line-totals.ts';
import {
  cameraOf,
  lineOf,
  openSlotTotals,
  toCoverageSlot,
  toLineSlot,
  toStoreSlot,
  zoneOf,
  type SlotTotals,
} from '../measures/slot-totals.ts';
import { openOccupancyTotals, stepOccupancy, type OccupancyState } from '../measures/store-occupancy.ts';
import { addVisit } from '../measures/zone-totals.ts';
import type { Interval } from '../time/store-calendar.ts';
import type { SampleDay } from './sample-day.ts';
import { SAMPLE_IDS } from './sample-site.ts';
import { poisson, type SampleVisitor } from './sample-visitors.ts';

const SLOT_S = 900;
const FRAMES_PER_S = 5;
const BRIGHTNESS = { open: 118, closed: 21 } as const;
/** Passers-by for each customer, fewer in the rain. */
const PASSING = { dry: 3.1, rain: 2.2 } as const;

/** What is known of the slot. */
export interface SlotContext {
  readonly visitors: readonly SampleVisitor[];
  readonly day: SampleDay;
  /** The camera could not be reached: nothing of the slot was seen. */
  readonly isGap: boolean;
  readonly isOpen: boolean;
  /** Carried from slot to slot through the business day. */
  readonly state: OccupancyState;
}

/** Totals of one slot, as the counters would have left them. */
export function sampleSlot(interval: Interval, context: SlotContext): SlotTotals {
  const { isGap, isOpen, state } = context;
  const slot = openSlotTotals(interval, state);
  const camera = cameraOf(slot, SAMPLE_IDS.camera);
  const lengthMs = interval.toMs - interval.fromMs;
  if (isGap) {
    camera.gapMs = { unreachable: lengthMs };
    slot.occupancy = openOccupancyTotals(state);
    return slot;
  }
  camera.measuredMs = lengthMs;
  camera.frames = SLOT_S * FRAMES_PER_S;
  camera.brightnessSum = camera.frames * (isOpen ? BRIGHTNESS.open : BRIGHTNESS.closed);
  addCrossings(slot, context);
  addZones(slot, context.visitors);
  return slot;
}

/** Its records without detail. Line and store have none outside of the opening hours, to keep the sample small. */
export function plainOf(
  slot: SlotTotals,
  about: { readonly counted: CountedSite; readonly configId: number; readonly isOpen: boolean },
): Pick<SlotRecords, 'lines' | 'store' | 'coverage'> {
  const { configId } = about;
  const coverage = toCoverageSlot(slot, SAMPLE_IDS.camera, configId);
  const measuredS = coverage.measured_s;
  return {
    lines: about.isOpen
      ? [...about.counted.lines.keys()].map((line) => toLineSlot(slot, line, { measuredS, configId }))
      : [],
    store: about.isOpen && slot.occupancy ? [toStoreSlot(slot.interval, slot.occupancy, configId)] : [],
    coverage: [coverage],
  };
}

function addCrossings(slot: SlotTotals, { visitors, day, isOpen, state }: SlotContext): void {
  const { interval } = slot;
  const entrance = lineOf(slot, SAMPLE_IDS.entrance);
  const totals = openOccupancyTotals(state);
  let measuredToMs = interval.fromMs;
  for (const { atMs, change, startsParty } of crossingsIn(visitors, interval)) {
    totals.personMs += state.level * (atMs - measuredToMs);
    measuredToMs = atMs;
    addCrossing(entrance, { direction: change === 1 ? 'in' : 'out', startsParty, staff: false });
    stepOccupancy(state, change);
    totals.max = Math.max(totals.max, state.level);
  }
  totals.personMs += state.level * (interval.toMs - measuredToMs);
  totals.measuredMs = interval.toMs - interval.fromMs;
  totals.end = state.level;
  totals.drift = state.drift;
  slot.occupancy = totals;
  const street = lineOf(slot, SAMPLE_IDS.street);
  const passing = isOpen ? (day.customers / 40) * (day.rain ? PASSING.rain : PASSING.dry) : 0;
  street.in = street.inRaw = poisson(passing * 0.5, day.random);
  street.out = street.outRaw = poisson(passing * 0.5, day.random);
  street.parties = Math.round(street.in * 0.8);
}

interface Step {
  readonly atMs: number;
  readonly change: 1 | -1;
  readonly startsParty: boolean;
}

function crossingsIn(visitors: readonly SampleVisitor[], interval: Interval): readonly Step[] {
  const steps = visitors.flatMap(({ inMs, outMs, startsParty }): Step[] => [
    ...(isIn(inMs, interval) ? [{ atMs: inMs, change: 1 as const, startsParty }] : []),
    ...(isIn(outMs, interval) ? [{ atMs: outMs, change: -1 as const, startsParty }] : []),
  ]);
  // Who comes in at the instant at which somebody leaves comes first: nobody leaves an empty store.
  return steps.sort((a, b) => a.atMs - b.atMs || b.change - a.change);
}

/** A visit belongs to the slot in which it ends; its time is spread over the slots that it touches. */
function addZones(slot: SlotTotals, visitors: readonly SampleVisitor[]): void {
  const { fromMs, toMs } = slot.interval;
  const present = new Map<number, { atMs: number; change: number }[]>();
  for (const { stops } of visitors) {
    for (const [index, { zone, fromMs: beganMs, dwellMs }] of stops.entries()) {
      const endedMs = beganMs + dwellMs;
      if (endedMs < fromMs || beganMs >= toMs) continue;
      const totals = zoneOf(slot, zone);
      const [since, until] = [Math.max(beganMs, fromMs), Math.min(endedMs, toMs)];
      totals.personMs += until - since;
      const changes = present.get(zone) ?? [];
      present.set(zone, [...changes, { atMs: since, change: 1 }, { atMs: until, change: -1 }]);
      if (!isIn(endedMs, slot.interval)) continue;
      addVisit(totals, dwellMs);
      const next = stops[index + 1];
      if (next) slot.flows.set(`${zone}>${next.zone}`, (slot.flows.get(`${zone}>${next.zone}`) ?? 0) + 1);
    }
  }
  for (const [zone, changes] of present) zoneOf(slot, zone).max = mostAtOnce(changes);
}

function mostAtOnce(changes: { atMs: number; change: number }[]): number {
  let now = 0;
  let most = 0;
  for (const { change } of changes.sort((a, b) => a.atMs - b.atMs || a.change - b.change)) {
    now += change;
    most = Math.max(most, now);
  }
  return most;
}

function isIn(atMs: number, { fromMs, toMs }: Interval): boolean {
  return atMs >= fromMs && atMs < toMs;
}
