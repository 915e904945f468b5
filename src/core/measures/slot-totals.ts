import type { PictureLook } from '../detection/picture-look.ts';
import type { Interval } from '../time/store-calendar.ts';
import type { AccountedTime } from './camera-clock.ts';
import type { GapCause } from './gap-cause.ts';
import { emptyLineTotals, type LineTotals } from './line-totals.ts';
import type { CoverageSlot, LineSlot, StoreSlot } from './slot-record.ts';
import type { OccupancyState, OccupancyTotals } from './store-occupancy.ts';
import { slotKey } from '../time/slot-key.ts';
import { toWholeSeconds } from './whole-seconds.ts';
import { emptyZoneTotals, type ZoneTotals } from './zone-totals.ts';

/** A camera's time in one slot. */
export interface CameraTotals {
  measuredMs: number;
  /** The part of it that comes from a checkpoint: of that time there is no detail any more. */
  restoredMs: number;
  gapMs: Partial<Record<GapCause, number>>;
  frames: number;
  brightnessSum: number;
  /** The newest of the slot. */
  look: PictureLook | null;
}

/** Everything counted in one slot that is still open, by entity id. Lives in memory. */
export interface SlotTotals {
  readonly interval: Interval;
  readonly lines: Map<number, LineTotals>;
  readonly zones: Map<number, ZoneTotals>;
  /** Visits by zone pair, keyed `from>to`. */
  readonly flows: Map<string, number>;
  readonly cameras: Map<number, CameraTotals>;
  /** Null where the store has no entrance line. */
  occupancy: OccupancyTotals | null;
  /** Shared by the slots of one business day. */
  readonly day: OccupancyState;
}

export function openSlotTotals(interval: Interval, day: OccupancyState): SlotTotals {
  return {
    interval,
    lines: new Map(),
    zones: new Map(),
    flows: new Map(),
    cameras: new Map(),
    occupancy: null,
    day,
  };
}

/** The entity's totals in a slot, begun when there are none. */
export function lineOf(slot: SlotTotals, line: number): LineTotals {
  return findOrAdd(slot.lines, line, emptyLineTotals);
}

/** As `lineOf`. */
export function zoneOf(slot: SlotTotals, zone: number): ZoneTotals {
  return findOrAdd(slot.zones, zone, emptyZoneTotals);
}

/** As `lineOf`. */
export function cameraOf(slot: SlotTotals, camera: number): CameraTotals {
  return findOrAdd(slot.cameras, camera, () => ({
    measuredMs: 0,
    restoredMs: 0,
    gapMs: {},
    frames: 0,
    brightnessSum: 0,
    look: null,
  }));
}

/** Adds the part of a stretch that lies in the slot; never more than the slot has left (a clock was set back). */
export function addAccounted(slot: SlotTotals, camera: number, time: AccountedTime): void {
  const { fromMs, toMs } = slot.interval;
  const totals = cameraOf(slot, camera);
  const leftMs = toMs - fromMs - accountedMs(totals);
  const lengthMs = Math.min(leftMs, Math.min(time.toMs, toMs) - Math.max(time.fromMs, fromMs));
  if (lengthMs <= 0) return;
  if (time.cause === null) totals.measuredMs += lengthMs;
  else totals.gapMs[time.cause] = (totals.gapMs[time.cause] ?? 0) + lengthMs;
}

/** Time of which it is known whether it was measured, ms. */
export function accountedMs(totals: CameraTotals): number {
  return Object.values(totals.gapMs).reduce((sum, ms) => sum + ms, totals.measuredMs);
}

/** Measured seconds that a zone of this camera has detail of. */
export function detailSeconds(slot: SlotTotals, camera: number): number {
  const totals = slot.cameras.get(camera);
  return totals ? Math.round((totals.measuredMs - totals.restoredMs) / 1000) : 0;
}

/** What is stored of a camera's slot. */
export function toCoverageSlot(slot: SlotTotals, camera: number, configId: number): CoverageSlot {
  const totals = cameraOf(slot, camera);
  const causes = Object.keys(totals.gapMs) as GapCause[];
  const [measuredS = 0, ...gapS] = toWholeSeconds([
    totals.measuredMs,
    ...causes.map((cause) => totals.gapMs[cause] ?? 0),
  ]);
  const gaps = causes.map((cause, index) => [cause, gapS[index] ?? 0] as const).filter(([, s]) => s > 0);
  return {
    slot: slotKey(slot.interval.fromMs),
    camera,
    measured_s: measuredS,
    gap_s: Object.fromEntries(gaps),
    frames: totals.frames,
    brightness: totals.frames === 0 ? 0 : Math.round(totals.brightnessSum / totals.frames),
    ...(totals.look ? { signature: totals.look.levels, sharpness: totals.look.sharpness } : {}),
    config_id: configId,
  };
}

/** What is stored of a line's slot. */
export function toLineSlot(
  slot: SlotTotals,
  line: number,
  about: { readonly measuredS: number; readonly configId: number },
): LineSlot {
  const totals = lineOf(slot, line);
  return {
    slot: slotKey(slot.interval.fromMs),
    line,
    in: totals.in,
    out: totals.out,
    in_raw: totals.inRaw,
    out_raw: totals.outRaw,
    parties: totals.parties,
    measured_s: about.measuredS,
    config_id: about.configId,
  };
}

/** What is stored of the store's slot. */
export function toStoreSlot(slot: Interval, totals: OccupancyTotals, configId: number): StoreSlot {
  return {
    slot: slotKey(slot.fromMs),
    occupancy_person_s: Math.round(totals.personMs / 1000),
    occupancy_max: totals.max,
    occupancy_end: totals.end,
    drift: totals.drift,
    ...(totals.recount !== undefined && { recount: totals.recount }),
    measured_s: Math.min(900, Math.round(totals.measuredMs / 1000)),
    config_id: configId,
  };
}

function findOrAdd<V>(map: Map<number, V>, key: number, create: () => V): V {
  const found = map.get(key);
  if (found) return found;
  const created = create();
  map.set(key, created);
  return created;
}
