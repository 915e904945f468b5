import type { IntervalFigures } from '../contracts/archive.ts';
import { openGapS } from '../core/measures/gap-cause.ts';
import { cameraCoverage, countedTime } from '../core/measures/open-coverage.ts';
import type { Site } from '../core/site/site.ts';
import { gapsOfCamera, type Gap } from './history-figures.ts';

/** One interval of a camera's day, as parts of the interval's length. */
export interface UptimeSlot {
  readonly fromMs: number;
  readonly measured: number;
  /** Open time that was not measured. What is left of 1 was not open, or is to come. */
  readonly missed: number;
  /** The store was closed throughout. */
  readonly closed: boolean;
}

/** What one camera measured of a day. */
export interface CameraUptime {
  readonly camera: number;
  /** Null where the camera has been deleted since. */
  readonly name: string | null;
  readonly measuredS: number;
  /** Measured ÷ open seconds; null where nothing was open. */
  readonly rate: number | null;
  /** Longest first; time before counting began is among them, and lowers no rate. */
  readonly gaps: readonly Gap[];
  readonly slots: readonly UptimeSlot[];
}

/** The cameras of a day in the site's order; those that are gone come last. `slots` are the day's intervals. */
export function cameraUptimes(
  total: IntervalFigures,
  slots: readonly IntervalFigures[],
  site: Pick<Site, 'cameras'>,
): readonly CameraUptime[] {
  const order = new Map(site.cameras.map(({ id }, index) => [id, index]));
  const place = (camera: number): number => order.get(camera) ?? order.size;
  return total.cameras
    .toSorted((a, b) => place(a.camera) - place(b.camera) || a.camera - b.camera)
    .map((figures) => ({
      camera: figures.camera,
      name: site.cameras.find(({ id }) => id === figures.camera)?.name ?? null,
      measuredS: figures.measuredS,
      rate: cameraCoverage(figures),
      gaps: gapsOfCamera(figures),
      slots: slots.map((slot) => slotOf(slot, figures.camera)),
    }));
}

function slotOf({ fromMs, toMs, status, cameras }: IntervalFigures, camera: number): UptimeSlot {
  const figures = cameras.find((other) => other.camera === camera);
  const lengthS = (toMs - fromMs) / 1000;
  const closed = status === 'closed';
  if (!figures || lengthS <= 0) return { fromMs, measured: 0, missed: 0, closed };
  const missed = openGapS(countedTime(figures).gapS) / lengthS;
  return { fromMs, measured: figures.measuredS / lengthS, missed, closed };
}
