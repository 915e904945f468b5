import { NO_ALERTS } from '../../../src/core/alerts/alert-settings.ts';
import { DEFAULT_ZONE_TIMING } from '../../../src/core/counting/scene.ts';
import { DetailLedger, type ClosingZone } from '../../../src/core/disclosure/detail-ledger.ts';
import { countedSite } from '../../../src/core/measures/counted-site.ts';
import type { HeatRecord } from '../../../src/core/measures/heat-record.ts';
import type { SlotRecords } from '../../../src/core/measures/slot-record.ts';
import {
  cameraOf,
  detailSeconds,
  lineOf,
  openSlotTotals,
  zoneOf,
  type SlotTotals,
} from '../../../src/core/measures/slot-totals.ts';
import { openOccupancyTotals } from '../../../src/core/measures/store-occupancy.ts';
import { addVisit } from '../../../src/core/measures/zone-totals.ts';
import { createRandom, type Random } from '../../../src/core/simulation/random.ts';
import type { Camera, Line, Site, Zone } from '../../../src/core/site/site.ts';
import { slotKey } from '../../../src/core/time/slot-key.ts';
import {
  createStoreCalendar,
  intervalsBetween,
  type Interval,
} from '../../../src/core/time/store-calendar.ts';
import { plainRecords } from '../../../workers/archive/plain-records.ts';

/**
 * The most that a year can hold of 20 entities: four cameras, eight lines, seven zones and the store itself, busy day
 * and night, so that every one of them has a record of every slot. Heat and flows come on top.
 */

const DAY_MS = 86_400_000;
const CAMERAS = 4;
const ZONES_OF_CAMERA = [2, 2, 2, 1];
const GRID = { columns: 16, rows: 9 } as const;
const FRAMES = 4500;
const LOOK = { levels: [3, 4, 4, 3, 2, 4, 5, 3, 3, 4, 4, 2], sharpness: 9 } as const;
/** Visits that each zone has in a slot, at least: more than k, or there would be fewer records. */
const VISITS = { least: 6, most: 40 } as const;

/** Records of one business day. */
export interface YearDay {
  readonly records: SlotRecords;
  readonly heat: readonly HeatRecord[];
}

/** The store of which the year tells. */
export function busySite(): Site {
  let nextId = 1;
  const cameras = Array.from({ length: CAMERAS }, (_, index): Camera => {
    const id = nextId++;
    const lines = [line(nextId++, index === 0 ? 'entrance' : 'passage'), line(nextId++, 'outside')];
    const zones = Array.from({ length: ZONES_OF_CAMERA[index] ?? 0 }, (_, zoneIndex) =>
      zone(nextId++, index < 2 && zoneIndex === 0 ? 'queue' : 'area'),
    );
    const source = { kind: 'usb', deviceId: `camera-${id}` } as const;
    const name = `Camera ${id}`;
    return { id, name, source, paused: false, lines, zones, masks: [], region: null, calibration: null };
  });
  return {
    schemaVersion: 1,
    store: { name: 'Busy', timeZone: 'Asia/Tokyo', dayStartsAtMinute: 300, retentionMonths: 36 },
    cameras,
    floor: null,
    floorZones: [],
    engine: 'auto',
    alerts: NO_ALERTS,
    nextId,
  };
}

/** Day by day, the last one up to the slot that `nowMs` lies in. */
export function* busyYear(site: Site, { nowMs, days }: { nowMs: number; days: number }): Generator<YearDay> {
  const calendar = createStoreCalendar(site.store);
  const ledger = new DetailLedger(calendar);
  const counted = countedSite(site);
  const random = createRandom(365);
  const endMs = calendar.slotAt(nowMs).fromMs;
  const fromMs = calendar.dayAt(endMs - days * DAY_MS).fromMs;
  for (const day of intervalsBetween(calendar, { fromMs, toMs: endMs }, 1440)) {
    const parts: Partial<SlotRecords>[] = [];
    const state = { level: 0, drift: 0 };
    const slots = [...intervalsBetween(calendar, day, 15)].filter(({ toMs }) => toMs <= endMs);
    for (const interval of slots) {
      const slot = busySlot(interval, site, { random, state });
      parts.push(plainRecords(slot, { site: counted, configId: 1, gaps: [] }));
      const zones = [...counted.zones.values()].map(({ zone: { id, kind }, camera }): ClosingZone => ({
        zone: id,
        kind,
        measuredS: detailSeconds(slot, camera),
      }));
      parts.push(ledger.closeSlot(slot, zones, 1));
    }
    if (day.toMs <= endMs) parts.push(ledger.settleBefore(day.toMs));
    const hours = [...intervalsBetween(calendar, day, 60)].filter(({ toMs }) => toMs <= endMs);
    yield { records: join(parts), heat: hours.flatMap((hour) => heatOfHour(hour, site, random)) };
  }
}

function busySlot(
  interval: Interval,
  site: Site,
  { random, state }: { readonly random: Random; readonly state: { level: number; drift: number } },
): SlotTotals {
  const slot = openSlotTotals(interval, state);
  const people = (most: number): number => Math.floor(random.between(0, most));
  for (const camera of site.cameras) {
    const totals = cameraOf(slot, camera.id);
    totals.measuredMs = interval.toMs - interval.fromMs;
    totals.frames = FRAMES - people(60);
    totals.brightnessSum = totals.frames * (100 + people(40));
    totals.look = LOOK;
    for (const { id } of camera.lines) {
      const line = lineOf(slot, id);
      line.in = people(60);
      line.out = people(60);
      line.inRaw = line.in + people(4);
      line.outRaw = line.out + people(4);
      line.parties = people(line.in);
    }
    for (const [index, { id }] of camera.zones.entries()) {
      const totalsOfZone = zoneOf(slot, id);
      const visits = VISITS.least + people(VISITS.most);
      for (let visit = 0; visit < visits; visit += 1) addVisit(totalsOfZone, random.wait(90_000));
      totalsOfZone.personMs = visits * 90_000;
      totalsOfZone.max = 1 + people(12);
      const next = camera.zones[index + 1];
      if (next) slot.flows.set(`${id}>${next.id}`, 2 + people(5));
    }
  }
  state.level = people(80);
  slot.occupancy = { ...openOccupancyTotals(state), personMs: people(72_000) * 1000, measuredMs: 900_000 };
  return slot;
}

function heatOfHour({ fromMs }: Interval, { cameras }: Site, random: Random): HeatRecord[] {
  return cameras.map(({ id }) => ({
    slot: slotKey(fromMs),
    camera: id,
    length: 60,
    columns: GRID.columns,
    cell_m: 0,
    x_m: 0,
    y_m: 0,
    cells: Array.from({ length: GRID.columns * GRID.rows }, () =>
      random.chance(0.5) ? Math.floor(random.between(5, 600)) : 0,
    ),
    measured_s: 3600,
    config_id: 1,
  }));
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

function line(id: number, kind: Line['kind']): Line {
  const points = [
    { x: 0.1, y: 0.5 },
    { x: 0.9, y: 0.5 },
  ];
  return { id, name: `Line ${id}`, kind, points, inward: { x: 0, y: -1 } };
}

function zone(id: number, kind: Zone['kind']): Zone {
  const polygon = [
    { x: 0.1, y: 0.1 },
    { x: 0.5, y: 0.1 },
    { x: 0.5, y: 0.5 },
  ];
  return { id, name: `Zone ${id}`, kind, polygon, timing: DEFAULT_ZONE_TIMING };
}
