import { slotStartMs } from '../time/slot-key.ts';
import { SLOT_MS } from '../time/store-calendar.ts';
import type { Site } from '../site/site.ts';
import { totalGapS } from './gap-cause.ts';
import type { CoverageSlot, SlotRecords } from './slot-record.ts';

const MINUTE_MS = 60_000;

/**
 * Records as a reader who leaves these times out sees them. Slots that touch such a time were not measured, with the
 * cause `left-out`. Whatever else was recorded of them is gone, occupancy of the store too, and so are longer records
 * of detail that touch it: what part of them lies outside is not known.
 */
export function withoutLeftOut(
  records: SlotRecords,
  site: Pick<Site, 'cameras' | 'floorZones' | 'leftOut'>,
): SlotRecords {
  if ((site.leftOut ?? []).length === 0) return records;
  const isLeftOut = leftOutTest(site);
  const slotMinutes = SLOT_MS / MINUTE_MS;
  return {
    lines: records.lines.filter(({ slot, line }) => !isLeftOut(slot, slotMinutes, line)),
    store: records.store.filter(({ slot }) => !isLeftOut(slot, slotMinutes, null)),
    zones: records.zones.filter(({ slot, length, zone }) => !isLeftOut(slot, length, zone)),
    queues: records.queues.filter(({ slot, length, zone }) => !isLeftOut(slot, length, zone)),
    flows: records.flows.filter(
      ({ slot, length, from, to }) => !isLeftOut(slot, length, from) && !isLeftOut(slot, length, to),
    ),
    coverage: records.coverage.map((record) =>
      isLeftOut(record.slot, slotMinutes, record.camera) ? notMeasured(record) : record,
    ),
  };
}

/**
 * Whether a record touches a time that is left out: it begins at `slot`, is so many minutes long, and is of a camera, of
 * something that a camera counts, or (null) of the store.
 */
export function leftOutTest(
  site: Pick<Site, 'cameras' | 'floorZones' | 'leftOut'>,
): (slot: number, minutes: number, entity: number | null) => boolean {
  const times = site.leftOut ?? [];
  const cameraOf = camerasOfEntities(site);
  return (slot, minutes, entity) => {
    const fromMs = slotStartMs(slot);
    const toMs = fromMs + minutes * MINUTE_MS;
    const camera = entity === null ? null : cameraOf.get(entity);
    return times.some(
      (time) =>
        time.fromMs < toMs &&
        time.toMs > fromMs &&
        (time.camera === null || camera === null || time.camera === camera),
    );
  };
}

/** Cameras by the ids of what they count, and by their own. */
function camerasOfEntities({
  cameras,
  floorZones,
}: Pick<Site, 'cameras' | 'floorZones'>): Map<number, number> {
  const owned = floorZones.map(({ id, owner }) => [id, owner] as const);
  return new Map([
    ...cameras.flatMap(({ id, lines, zones }) =>
      [id, ...lines.map((line) => line.id), ...zones.map((zone) => zone.id)].map(
        (entity) => [entity, id] as const,
      ),
    ),
    ...owned,
  ]);
}

/** What was measured becomes a gap; time that was no open time (`not-started`) stays so. */
function notMeasured(record: CoverageSlot): CoverageSlot {
  const notStarted = record.gap_s['not-started'] ?? 0;
  const leftOut = record.measured_s + totalGapS(record.gap_s) - notStarted;
  return {
    ...record,
    measured_s: 0,
    frames: 0,
    gap_s: {
      ...(notStarted > 0 && { 'not-started': notStarted }),
      ...(leftOut > 0 && { 'left-out': leftOut }),
    },
  };
}
