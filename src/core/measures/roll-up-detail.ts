import { addBands, emptyBands, quantileOfBands, sumBands } from './dwell-bands.ts';
import type { QueueFigures, ZoneFigures } from './figures.ts';
import type { QueueSlot, SlotRecords, ZoneSlot } from './slot-record.ts';

/** A zone that has figures (staff zones have none), and the camera that counts it. */
export interface CountedZone {
  readonly zone: number;
  readonly camera: number;
  readonly kind: 'area' | 'queue';
}

interface Detail {
  bands: number[];
  personS: number;
  max: number;
  measuredS: number;
}

/**
 * Zones with records and, as "few people", those of `zones` without; queue zones are among them. `dayS`: measured
 * seconds by camera of a day that is over, for which every second of detail was written, marked or lost.
 */
export function zoneFigures(
  records: Pick<SlotRecords, 'zones' | 'queues'>,
  zones: readonly CountedZone[],
  dayS: ReadonlyMap<number, number> | null,
): ZoneFigures[] {
  const sums = new Map<number, Detail>();
  for (const record of records.zones) addZone(sums, record);
  for (const record of records.queues) addQueue(sums, record);
  const known = new Set([
    ...zones.map(({ zone }) => zone),
    ...idsOf(records.zones),
    ...idsOf(records.queues),
  ]);
  return [...known]
    .sort((a, b) => a - b)
    .map((zone) => {
      const camera = zones.find((counted) => counted.zone === zone)?.camera;
      const wholeS = (camera === undefined ? undefined : dayS?.get(camera)) ?? 0;
      const accountedS = [...records.zones, ...records.queues]
        .filter((record) => record.zone === zone)
        .reduce((sum, record) => sum + record.measured_s, 0);
      return { ...toZoneFigures(zone, sums.get(zone)), lostS: Math.max(0, wholeS - accountedS) };
    });
}

/** Queue zones, by the same rule. */
export function queueFigures(records: readonly QueueSlot[], zones: readonly CountedZone[]): QueueFigures[] {
  const sums = new Map<number, Detail>();
  for (const record of records) addQueue(sums, record);
  const queues = zones.filter(({ kind }) => kind === 'queue').map(({ zone }) => zone);
  const known = new Set([...queues, ...idsOf(records)]);
  return [...known].sort((a, b) => a - b).map((zone) => toQueueFigures(zone, sums.get(zone)));
}

function idsOf(records: readonly { readonly zone: number }[]): number[] {
  return records.map((record) => record.zone);
}

function addZone(sums: Map<number, Detail>, record: ZoneSlot): void {
  if (record.suppressed === 1) return;
  const sum = sums.get(record.zone) ?? emptyDetail();
  sums.set(record.zone, sum);
  sum.bands = addBands(sum.bands, record.dwell_bands);
  sum.personS += record.occupancy_person_s;
  sum.max = Math.max(sum.max, record.occupancy_max);
  sum.measuredS += record.measured_s;
}

function addQueue(sums: Map<number, Detail>, record: QueueSlot): void {
  if (record.suppressed === 1) return;
  const sum = sums.get(record.zone) ?? emptyDetail();
  sums.set(record.zone, sum);
  sum.bands = addBands(sum.bands, record.wait_bands);
  sum.personS += record.length_person_s;
  sum.max = Math.max(sum.max, record.length_max);
  sum.measuredS += record.measured_s;
}

function emptyDetail(): Detail {
  return { bands: emptyBands(), personS: 0, max: 0, measuredS: 0 };
}

function toZoneFigures(zone: number, sum: Detail | undefined): Omit<ZoneFigures, 'lostS'> {
  return {
    zone,
    suppressed: sum === undefined,
    measuredS: sum?.measuredS ?? 0,
    visits: sum ? sumBands(sum.bands) : null,
    dwellBands: sum?.bands ?? null,
    dwellMedianS: sum ? quantileOfBands(sum.bands, 0.5) : null,
    dwellP90S: sum ? quantileOfBands(sum.bands, 0.9) : null,
    personSeconds: sum?.personS ?? null,
    occupancyMax: sum?.max ?? null,
  };
}

function toQueueFigures(zone: number, sum: Detail | undefined): QueueFigures {
  return {
    zone,
    suppressed: sum === undefined,
    measuredS: sum?.measuredS ?? 0,
    lengthPersonSeconds: sum?.personS ?? null,
    lengthMax: sum?.max ?? null,
    waitBands: sum?.bands ?? null,
    waitMedianS: sum ? quantileOfBands(sum.bands, 0.5) : null,
    waitP90S: sum ? quantileOfBands(sum.bands, 0.9) : null,
  };
}
