import type { CountedSite } from '../measures/counted-site.ts';
import { DWELL_BAND_EDGES_S, quantileOfBands } from '../measures/dwell-bands.ts';
import type { CoverageFigures, IntervalFigures, QueueFigures, ZoneFigures } from '../measures/figures.ts';
import { MEASURED_FROM, statusOf } from '../measures/data-status.ts';
import { GAP_CAUSES } from '../measures/gap-cause.ts';
import { cameraCoverage } from '../measures/open-coverage.ts';
import { rangeOfConversion, type ConversionFigures } from '../measures/conversion.ts';
import type { CheckedCount, CountRange } from '../measures/uncertainty.ts';
import { captureRate, conversionRate } from '../measures/ratios.ts';
import { BAND_COLUMNS, gapColumn, type ExportRow } from './export-columns.ts';
import { PROFILE_RULES, roundCount, type ExportProfile } from './export-profile.ts';

export interface RowContext {
  readonly site: CountedSite;
  readonly profile: ExportProfile;
  /** Whether the profile lets a zone's detail of this interval be told. */
  readonly isTold: (figures: IntervalFigures, zone: number) => boolean;
}

/** The rows of one interval: store, lines, zones, queues, cameras. Columns common to all rows are left to the caller. */
export function exportRows(figures: IntervalFigures, context: RowContext): ExportRow[] {
  return [
    storeRow(figures, context),
    ...lineRows(figures, context),
    ...figures.zones.flatMap((zone) => zoneRow(figures, zone, context)),
    ...figures.queues.flatMap((queue) => queueRow(figures, queue, context)),
    ...figures.cameras.map((camera) => cameraRow(figures, camera, context)),
  ];
}

function storeRow(figures: IntervalFigures, { site, profile }: RowContext): ExportRow {
  const count = counter(profile);
  const sum = (kind: string, of: (line: IntervalFigures['lines'][number]) => number): number =>
    count(
      figures.lines
        .filter(({ line }) => site.lines.get(line)?.line.kind === kind)
        .reduce((all, line) => all + of(line), 0),
    );
  const entered = sum('entrance', (line) => line.in);
  const passersby = sum('outside', (line) => line.in + line.out);
  const hasStreet = [...site.lines.values()].some(({ line }) => line.kind === 'outside');
  const { occupancy, coverage } = figures;
  return {
    entity_type: 'store',
    in: entered,
    out: sum('entrance', (line) => line.out),
    in_raw: sum('entrance', (line) => line.inRaw),
    out_raw: sum('entrance', (line) => line.outRaw),
    passersby: hasStreet ? passersby : null,
    // Of the counts as told, so that the ratio tells no more than they do.
    capture_rate: hasStreet ? decimals(captureRate(entered, passersby), 4) : null,
    occupancy_avg: occupancy ? average(occupancy.personSeconds, occupancy.measuredS, profile) : null,
    occupancy_max: occupancy ? count(occupancy.max) : null,
    occupancy_end: occupancy ? count(occupancy.end) : null,
    coverage_pct: percent(coverage),
    data_status: rowStatus(figures, coverage, figures.cameras),
  };
}

/**
 * 取引件数 and 買上率 of a business day. Its visitors are in the rows of its parts, so none of them is told twice; the
 * rate is that of the counts as told. Its ends are the 95 % interval, where a check is known; `entered` are the visitors
 * line by line.
 */
export function conversionRow(
  day: IntervalFigures,
  { figures, entered }: { readonly figures: ConversionFigures; readonly entered: readonly CheckedCount[] },
  profile: ExportProfile,
): ExportRow {
  const count = counter(profile);
  const { transactions, rate, coverage } = figures;
  const told = rate === null ? null : conversionRate(count(transactions), count(figures.entered));
  const range = told === null ? null : rangeOfTold(told, { figures, entered }, profile);
  return {
    entity_type: 'store',
    transactions: count(transactions),
    conversion_rate: decimals(told, 4),
    conversion_rate_low: decimals(range && Math.max(0, range.from), 4),
    conversion_rate_high: decimals(range && range.to, 4),
    coverage_pct: percent(coverage),
    data_status: rowStatus(day, coverage, day.cameras),
  };
}

/**
 * What a told rate lies between; null where its error is not known. For third parties it is made of what is told alone,
 * so that the ends give no count away: each line may have counted half a step more or less, and be wrong beside that as
 * its check says.
 */
function rangeOfTold(
  told: number,
  { figures, entered }: { readonly figures: ConversionFigures; readonly entered: readonly CheckedCount[] },
  profile: ExportProfile,
): CountRange | null {
  const { transactions, plusMinus } = figures;
  if (plusMinus === null) return null;
  if (profile === 'in-house') return { from: told - plusMinus, to: told + plusMinus };
  const { roundTo } = PROFILE_RULES[profile];
  const half = roundTo / 2;
  const shifted = (by: number): readonly CheckedCount[] =>
    entered.map(({ count, check }) => ({ count: Math.max(0, roundCount(count, roundTo) + by), check }));
  const sales = roundCount(transactions, roundTo);
  const fewest = rangeOfConversion(Math.max(0, sales - half), shifted(half));
  const most = rangeOfConversion(sales + half, shifted(-half));
  return fewest && most && { from: fewest.from, to: most.to };
}

function lineRows(figures: IntervalFigures, { site, profile }: RowContext): ExportRow[] {
  const count = counter(profile);
  return figures.lines.flatMap((line) => {
    const found = site.lines.get(line.line);
    if (!found) return [];
    const isOutside = found.line.kind === 'outside';
    return [
      {
        entity_type: found.line.kind,
        entity_id: line.line,
        entity_name: found.line.name,
        in: count(line.in),
        out: count(line.out),
        in_raw: count(line.inRaw),
        out_raw: count(line.outRaw),
        passersby: isOutside ? count(line.in + line.out) : null,
        ...coverageColumns(figures, found.camera),
      },
    ];
  });
}

function zoneRow(figures: IntervalFigures, zone: ZoneFigures, context: RowContext): ExportRow[] {
  const found = context.site.zones.get(zone.zone);
  if (found?.zone.kind !== 'area') return [];
  const row = { entity_type: 'zone', entity_id: zone.zone, entity_name: found.zone.name };
  const { dwellBands, personSeconds, occupancyMax, measuredS } = zone;
  if (dwellBands === null || personSeconds === null || !context.isTold(figures, zone.zone)) {
    return [{ ...row, ...hiddenColumns(figures, found.camera) }];
  }
  const count = counter(context.profile);
  const bands = dwellBands.map(count);
  return [
    {
      ...row,
      ...visitColumns(zone, bands, context.profile),
      dwell_p50_s: decimals(quantileOfBands(bands, 0.5), 0),
      dwell_p90_s: decimals(quantileOfBands(bands, 0.9), 0),
      occupancy_avg: average(personSeconds, measuredS, context.profile),
      occupancy_max: occupancyMax === null ? null : count(occupancyMax),
      ...detailColumns(figures, found.camera, measuredS),
    },
  ];
}

function queueRow(figures: IntervalFigures, queue: QueueFigures, context: RowContext): ExportRow[] {
  const found = context.site.zones.get(queue.zone);
  const zone = figures.zones.find((other) => other.zone === queue.zone);
  if (!found || !zone) return [];
  const row = { entity_type: 'queue', entity_id: queue.zone, entity_name: found.zone.name };
  const { waitBands, lengthPersonSeconds, lengthMax, measuredS } = queue;
  if (waitBands === null || lengthPersonSeconds === null || !context.isTold(figures, queue.zone)) {
    return [{ ...row, ...hiddenColumns(figures, found.camera) }];
  }
  const count = counter(context.profile);
  const bands = waitBands.map(count);
  return [
    {
      ...row,
      ...visitColumns(zone, bands, context.profile),
      queue_length_avg: average(lengthPersonSeconds, measuredS, context.profile),
      queue_length_max: lengthMax === null ? null : count(lengthMax),
      wait_p50_s: decimals(quantileOfBands(bands, 0.5), 0),
      wait_p90_s: decimals(quantileOfBands(bands, 0.9), 0),
      ...detailColumns(figures, found.camera, measuredS),
    },
  ];
}

function cameraRow(figures: IntervalFigures, camera: CoverageFigures, { site }: RowContext): ExportRow {
  const coverage = cameraCoverage(camera);
  return {
    entity_type: 'camera',
    entity_id: camera.camera,
    entity_name: site.cameras.get(camera.camera)?.name ?? null,
    coverage_pct: percent(coverage),
    measured_s: camera.measuredS,
    ...Object.fromEntries(GAP_CAUSES.map((cause) => [gapColumn(cause), camera.gapS[cause] ?? 0])),
    data_status: rowStatus(figures, coverage, [camera]),
  };
}

function visitColumns(zone: ZoneFigures, bands: readonly number[], profile: ExportProfile): ExportRow {
  const columns = DWELL_BAND_EDGES_S.map((_, band) => [BAND_COLUMNS[band] ?? '', bands[band] ?? 0]);
  return {
    visits: zone.visits === null ? null : roundCount(zone.visits, PROFILE_RULES[profile].roundTo),
    ...(Object.fromEntries(columns) as Record<string, number>),
  };
}

function coverageColumns(figures: IntervalFigures, id: number): ExportRow {
  const cameras = figures.cameras.filter(({ camera }) => camera === id);
  const coverage = cameras[0] ? cameraCoverage(cameras[0]) : null;
  return { coverage_pct: percent(coverage), data_status: rowStatus(figures, coverage, cameras) };
}

function rowStatus(
  { status }: IntervalFigures,
  coverage: number | null,
  cameras: readonly CoverageFigures[],
): 'closed' | ReturnType<typeof statusOf> {
  return status === 'closed' ? 'closed' : statusOf(coverage, cameras);
}

function detailColumns(figures: IntervalFigures, camera: number, measuredS: number): ExportRow {
  const columns = coverageColumns(figures, camera);
  const whole = figures.cameras.find(({ camera: id }) => id === camera)?.measuredS ?? 0;
  return measuredS < whole * MEASURED_FROM ? { ...columns, data_status: 'partial' } : columns;
}

function hiddenColumns(figures: IntervalFigures, camera: number): ExportRow {
  const columns = coverageColumns(figures, camera);
  return columns['data_status'] === 'gap' ? columns : { ...columns, data_status: 'suppressed' };
}

function counter(profile: ExportProfile): (count: number) => number {
  return (count) => roundCount(count, PROFILE_RULES[profile].roundTo);
}

function average(personSeconds: number, measuredS: number, profile: ExportProfile): number | null {
  return measuredS === 0 ? null : decimals(personSeconds / measuredS, profile === 'third-party' ? 1 : 2);
}

function percent(rate: number | null): number | null {
  return rate === null ? null : decimals(rate * 100, 1);
}

function decimals(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}
