import { STORED_GAP_CAUSES, type GapCause } from '../../../src/core/measures/gap-cause.ts';
import type { SlotRecords } from '../../../src/core/measures/slot-record.ts';
import type { Random } from '../../../src/core/simulation/random.ts';
import { slotKey } from '../../../src/core/time/slot-key.ts';
import {
  intervalsBetween,
  type Interval,
  type StoreCalendar,
} from '../../../src/core/time/store-calendar.ts';
import { DOOR, DOOR_CAMERA, QUEUE, SHELF, STREET } from './a-shop.ts';

type Mutable = { -readonly [Kind in keyof SlotRecords]: SlotRecords[Kind][number][] };

/**
 * Records of a shop over some time, as wild as the schema allows: slots without any, gaps of all causes, slots cut off,
 * detail of quarters, hours and days, some of it of few people, and another configuration now and then.
 */
export function randomRecords(calendar: StoreCalendar, span: Interval, random: Random): SlotRecords {
  const records: Mutable = { lines: [], store: [], zones: [], queues: [], flows: [], coverage: [] };
  const upTo = (most: number): number => Math.floor(random.between(0, most + 1));
  let config = 1;
  let isQuiet = false;
  for (const slot of intervalsBetween(calendar, span, 15)) {
    if (random.chance(0.05)) isQuiet = !isQuiet;
    if (random.chance(0.02)) config = 1 + upTo(2);
    if (random.chance(0.03)) continue;
    const key = slotKey(slot.fromMs);
    addPlain(records, { key, config, isQuiet }, { random, upTo });
    const { fromMs: hourMs } = calendar.hourAt(slot.fromMs);
    const { fromMs: dayMs } = calendar.dayAt(slot.fromMs);
    addDetail(records, { key, config, length: 15 }, { random, upTo });
    if (hourMs === slot.fromMs) addDetail(records, { key, config, length: 60 }, { random, upTo });
    if (dayMs === slot.fromMs) addDetail(records, { key, config, length: 1440 }, { random, upTo });
  }
  return records;
}

interface Chance {
  readonly random: Random;
  readonly upTo: (most: number) => number;
}

function addPlain(
  records: Mutable,
  { key, config, isQuiet }: { readonly key: number; readonly config: number; readonly isQuiet: boolean },
  { random, upTo }: Chance,
): void {
  const measured = isQuiet || random.chance(0.7) ? 900 : upTo(900);
  const cause = STORED_GAP_CAUSES[upTo(STORED_GAP_CAUSES.length - 1)] ?? 'stalled';
  const gaps: Partial<Record<GapCause, number>> =
    measured === 900 ? {} : { [cause]: upTo(900 - measured), ...(random.chance(0.3) && { paused: 0 }) };
  records.coverage.push({
    slot: key,
    camera: DOOR_CAMERA,
    measured_s: measured,
    gap_s: gaps,
    frames: measured * 5 - upTo(measured),
    brightness: upTo(255),
    ...(random.chance(0.5) && { signature: Array.from({ length: 12 }, () => upTo(7)), sharpness: upTo(15) }),
    config_id: config,
  });
  for (const line of [DOOR, STREET]) {
    if (random.chance(0.05)) continue;
    const [entered, left] = isQuiet ? [0, 0] : [upTo(40), upTo(40)];
    const raw = { in_raw: entered + upTo(3), out_raw: left + upTo(3), parties: upTo(entered) };
    records.lines.push({
      slot: key,
      line,
      in: entered,
      out: left,
      ...raw,
      measured_s: measured,
      config_id: config,
    });
  }
  if (random.chance(0.1)) return;
  records.store.push({
    slot: key,
    occupancy_person_s: upTo(90_000),
    occupancy_max: upTo(100),
    occupancy_end: upTo(60),
    drift: upTo(4),
    ...(random.chance(0.2) && { recount: upTo(10) - 5 }),
    measured_s: measured,
    config_id: config,
  });
}

function addDetail(
  records: Mutable,
  { key, config, length }: { readonly key: number; readonly config: number; readonly length: number },
  { random, upTo }: Chance,
): void {
  const head = { slot: key, length, measured_s: upTo(length * 60), config_id: config };
  const few = { suppressed: 1 } as const;
  const shown = { suppressed: 0 } as const;
  const bands = (): number[] => [5, ...Array.from({ length: 8 }, () => upTo(9))];
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  if (random.chance(0.8)) {
    const dwell = bands();
    const figures = { dwell_bands: dwell, occupancy_person_s: upTo(9000), occupancy_max: upTo(20) };
    records.zones.push({
      ...head,
      zone: SHELF,
      ...(random.chance(0.2) ? few : { ...shown, visits: sum(dwell), ...figures }),
    });
  }
  if (random.chance(0.6)) {
    const figures = { wait_bands: bands(), length_person_s: upTo(9000), length_max: upTo(9) };
    records.queues.push({ ...head, zone: QUEUE, ...(random.chance(0.2) ? few : { ...shown, ...figures }) });
  }
  if (length !== 15) {
    records.flows.push({ slot: key, from: SHELF, to: QUEUE, length, visits: 5 + upTo(9), config_id: config });
  }
}
