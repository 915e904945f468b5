import { addBands, emptyBands, quantileOfBands, sumBands } from './dwell-bands.ts';
import type {
  CoverageFigures,
  IntervalFigures,
  LineFigures,
  OccupancyFigures,
  QueueFigures,
  ZoneFigures,
} from './figures.ts';
import { statusOf } from './data-status.ts';
import { addTimes, wantedS } from './open-coverage.ts';
import { coverageRate } from './ratios.ts';

/** Intervals in a row as one: sums, medians of the bands added up, coverage of all their time. Null without any. */
export function sumFigures(parts: readonly IntervalFigures[]): IntervalFigures | null {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return null;
  const cameras = byId(
    parts.flatMap((part) => part.cameras),
    ({ camera }) => camera,
    addCameras,
  );
  const measuredS = cameras.reduce((sum, camera) => sum + camera.measuredS, 0);
  const openS = cameras.reduce((sum, camera) => sum + wantedS(camera), 0);
  const openTime = sumOpenTime(parts);
  const coverage = openTime
    ? coverageRate(openTime.measuredS, openTime.openS)
    : coverageRate(measuredS, openS);
  const isClosed = parts.every(({ status }) => status === 'closed');
  return {
    fromMs: first.fromMs,
    toMs: last.toMs,
    status: isClosed ? 'closed' : last.status === 'open' ? 'open' : statusOf(coverage, cameras),
    coverage,
    lines: byId(
      parts.flatMap((part) => part.lines),
      ({ line }) => line,
      addLines,
    ),
    zones: byId(
      parts.flatMap((part) => part.zones),
      ({ zone }) => zone,
      addZones,
    ),
    queues: byId(
      parts.flatMap((part) => part.queues),
      ({ zone }) => zone,
      addQueues,
    ),
    occupancy: sumOccupancy(parts),
    cameras,
    ...(openTime && { openTime }),
    configIds: [...new Set(parts.flatMap((part) => part.configIds))].sort((a, b) => a - b),
  };
}

function byId<T>(all: readonly T[], idOf: (one: T) => number, add: (a: T, b: T) => T): T[] {
  const sums = new Map<number, T>();
  for (const one of all) {
    const sum = sums.get(idOf(one));
    sums.set(idOf(one), sum === undefined ? one : add(sum, one));
  }
  return [...sums].sort(([a], [b]) => a - b).map(([, sum]) => sum);
}

function addLines(a: LineFigures, b: LineFigures): LineFigures {
  return {
    line: a.line,
    in: a.in + b.in,
    out: a.out + b.out,
    inRaw: a.inRaw + b.inRaw,
    outRaw: a.outRaw + b.outRaw,
    parties: a.parties + b.parties,
  };
}

/** A part that is not shown adds nothing: its visits are in no figure of the whole either. */
function addZones(a: ZoneFigures, b: ZoneFigures): ZoneFigures {
  const lostS = a.lostS + b.lostS;
  if (a.suppressed || b.suppressed) return { ...(a.suppressed ? b : a), lostS };
  const bands = addBands(a.dwellBands ?? emptyBands(), b.dwellBands ?? emptyBands());
  return {
    zone: a.zone,
    suppressed: false,
    measuredS: a.measuredS + b.measuredS,
    lostS,
    visits: sumBands(bands),
    dwellBands: bands,
    dwellMedianS: quantileOfBands(bands, 0.5),
    dwellP90S: quantileOfBands(bands, 0.9),
    personSeconds: (a.personSeconds ?? 0) + (b.personSeconds ?? 0),
    occupancyMax: Math.max(a.occupancyMax ?? 0, b.occupancyMax ?? 0),
  };
}

function addQueues(a: QueueFigures, b: QueueFigures): QueueFigures {
  if (a.suppressed || b.suppressed) return a.suppressed ? b : a;
  const bands = addBands(a.waitBands ?? emptyBands(), b.waitBands ?? emptyBands());
  return {
    zone: a.zone,
    suppressed: false,
    measuredS: a.measuredS + b.measuredS,
    lengthPersonSeconds: (a.lengthPersonSeconds ?? 0) + (b.lengthPersonSeconds ?? 0),
    lengthMax: Math.max(a.lengthMax ?? 0, b.lengthMax ?? 0),
    waitBands: bands,
    waitMedianS: quantileOfBands(bands, 0.5),
    waitP90S: quantileOfBands(bands, 0.9),
  };
}

function addCameras(a: CoverageFigures, b: CoverageFigures): CoverageFigures {
  const open = b.open ? addTimes(a.open, b.open) : a.open;
  return {
    camera: a.camera,
    ...addTimes({ measuredS: a.measuredS, gapS: a.gapS }, b),
    framesAnalysed: a.framesAnalysed + b.framesAnalysed,
    ...(open && { open }),
  };
}

/** Undefined where the store has no opening hours. */
function sumOpenTime(parts: readonly IntervalFigures[]): IntervalFigures['openTime'] {
  const known = parts.flatMap(({ openTime }) => (openTime ? [openTime] : []));
  if (known.length === 0) return undefined;
  return {
    measuredS: known.reduce((sum, { measuredS }) => sum + measuredS, 0),
    openS: known.reduce((sum, { openS }) => sum + openS, 0),
  };
}

function sumOccupancy(parts: readonly IntervalFigures[]): OccupancyFigures | null {
  const known = parts.flatMap(({ occupancy }) => (occupancy ? [occupancy] : []));
  const last = known.at(-1);
  if (!last) return null;
  return {
    personSeconds: known.reduce((sum, { personSeconds }) => sum + personSeconds, 0),
    max: known.reduce((most, { max }) => Math.max(most, max), 0),
    end: last.end,
    drift: last.drift,
    measuredS: known.reduce((sum, { measuredS }) => sum + measuredS, 0),
  };
}
