import type { AccountedTime } from '../../src/core/measures/camera-clock.ts';
import type { CountedSite } from '../../src/core/measures/counted-site.ts';
import type { SlotRecords } from '../../src/core/measures/slot-record.ts';
import {
  addAccounted,
  toCoverageSlot,
  toLineSlot,
  toStoreSlot,
  type SlotTotals,
} from '../../src/core/measures/slot-totals.ts';

export interface PlainContext {
  readonly site: CountedSite;
  readonly configId: number;
  /** Gaps that go on and are in no slot yet. */
  readonly gaps: readonly { readonly camera: number; readonly time: AccountedTime }[];
}

/** Plain totals of a slot: lines, occupancy of the store, coverage. */
export function plainRecords(slot: SlotTotals, { site, configId, gaps }: PlainContext): SlotRecords {
  const accounted = withGaps(slot, gaps);
  const coverage = [...accounted.cameras.keys()].map((camera) => toCoverageSlot(accounted, camera, configId));
  const measuredS = new Map(coverage.map((record) => [record.camera, record.measured_s]));
  // Lines of the site have a record even when nobody crossed; removed ones only when somebody had.
  const lines = new Set([...site.lines.keys(), ...slot.lines.keys()]);
  return {
    lines: [...lines].map((line) => {
      const camera = site.lines.get(line)?.camera;
      const seconds = camera === undefined ? 0 : (measuredS.get(camera) ?? 0);
      return toLineSlot(slot, line, { measuredS: seconds, configId });
    }),
    store: slot.occupancy ? [toStoreSlot(slot.interval, slot.occupancy, configId)] : [],
    zones: [],
    queues: [],
    flows: [],
    coverage,
  };
}

/** A copy, so that a look at the slot changes nothing in it. */
function withGaps(slot: SlotTotals, gaps: PlainContext['gaps']): SlotTotals {
  const cameras = new Map(
    [...slot.cameras].map(([camera, totals]) => [camera, { ...totals, gapMs: { ...totals.gapMs } }]),
  );
  const copy = { ...slot, cameras };
  for (const { camera, time } of gaps) addAccounted(copy, camera, time);
  return copy;
}
