import type { PeriodChecks } from '../../src/core/accuracy-check/period-checks.ts';
import type {
  DayTransactions,
  ExportQuery,
  ExportedFile,
  IntervalFigures,
} from '../../src/contracts/archive.ts';
import { toCsv } from '../../src/core/disclosure/csv.ts';
import {
  EXPORT_COLUMNS,
  EXPORT_SCHEMA_VERSION,
  type ExportRow,
} from '../../src/core/disclosure/export-columns.ts';
import { PROFILE_RULES, roundCount } from '../../src/core/disclosure/export-profile.ts';
import { conversionRow, exportRows } from '../../src/core/disclosure/export-rows.ts';
import { toldFlows, type ToldFlow } from '../../src/core/disclosure/told-flows.ts';
import { toldZones, type WholeDay } from '../../src/core/disclosure/told-zones.ts';
import { conversionOf } from '../../src/core/measures/conversion.ts';
import { ENTERED, lineCounts } from '../../src/core/measures/line-sums.ts';
import { countedSite } from '../../src/core/measures/counted-site.ts';
import type { SlotRecords } from '../../src/core/measures/slot-record.ts';
import { failed, ok, type Result } from '../../src/core/result.ts';
import { toIsoDate, toIsoInstant } from '../../src/core/time/iso-instant.ts';
import { intervalsBetween, type Interval, type StoreCalendar } from '../../src/core/time/store-calendar.ts';
import type { Configuration } from './schema.ts';
import { historyFigures, type ViewSource } from './views.ts';

/** Everything that an export is made of: stored records of whole business days, and nothing from memory. */
export interface ExportSource extends ViewSource {
  readonly records: SlotRecords;
  readonly configurations: readonly Configuration[];
  readonly transactions: readonly DayTransactions[];
  readonly checks: PeriodChecks;
}

/** `settings-invalid`, naming the field, for a query that the profile does not allow. */
export function checkExport(query: ExportQuery): Result<null> {
  const rules = (PROFILE_RULES as Partial<typeof PROFILE_RULES>)[query.profile];
  if (!rules) return failed('settings-invalid', { field: 'profile' });
  if (query.intervalMinutes < rules.shortestMinutes) return failed('settings-invalid', { field: 'interval' });
  if (!isTyped(query.recipient)) return failed('settings-invalid', { field: 'recipient' });
  if (!isTyped(query.purpose)) return failed('settings-invalid', { field: 'purpose' });
  return ok(null);
}

/** The business days that a query touches: what may be told of an hour depends on its day. */
export function exportSpan(calendar: StoreCalendar, query: Interval): Interval {
  return {
    fromMs: calendar.dayAt(query.fromMs).fromMs,
    toMs: calendar.dayAt(Math.max(query.fromMs, query.toMs - 1)).toMs,
  };
}

/** What the file tells. Intervals that have not ended, and for third parties days, are left out. */
export function rowsOfExport(source: ExportSource, query: ExportQuery): readonly ExportRow[] {
  const { profile, intervalMinutes } = query;
  const { calendar } = source;
  const intervals = [...intervalsBetween(calendar, query, intervalMinutes)].filter(
    ({ fromMs, toMs }) => (profile === 'third-party' ? calendar.dayAt(fromMs).toMs : toMs) <= source.nowMs,
  );
  const figures = historyFigures(source, { intervals, intervalMinutes });
  const days = wholeDays(source, query);
  const site = countedSite(source.site);
  const { k } = PROFILE_RULES[profile];
  const told = toldZones(profile === 'third-party' ? days : [], {
    k,
    cameraOf: (zone) => site.zones.get(zone)?.camera,
  });
  const isTold = (at: IntervalFigures, zone: number): boolean =>
    profile === 'in-house' ||
    ((intervalMinutes === 60 ? told.hours : told.days).get(at.fromMs)?.has(zone) ?? false);
  const flows = toldFlows(
    source.records.flows,
    days.map(({ hours, total }) => ({ day: total, hours })),
    k,
  );
  const rows = figures.flatMap((at) => [
    ...exportRows(at, { site, profile, isTold }).map((row) => ({
      ...commonColumns(source, query, at),
      ...row,
    })),
    ...flowRows(flows, at, query).map((row) => ({ ...commonColumns(source, query, at), ...row })),
  ]);
  return [...rows, ...transactionRows(source, query, days)];
}

function wholeDays(source: ExportSource, query: ExportQuery): WholeDay[] {
  const { calendar, nowMs } = source;
  const span = exportSpan(calendar, query);
  const days = [...intervalsBetween(calendar, span, 1440)];
  const totals = historyFigures(source, { intervals: days, intervalMinutes: 1440 });
  const hours = historyFigures(source, {
    intervals: [...intervalsBetween(calendar, span, 60)],
    intervalMinutes: 60,
  });
  return totals
    .filter((total) => total.toMs <= nowMs)
    .map((total) => ({
      total,
      hours: hours.filter(({ fromMs }) => fromMs >= total.fromMs && fromMs < total.toMs),
    }));
}

function flowRows(flows: readonly ToldFlow[], at: IntervalFigures, query: ExportQuery): ExportRow[] {
  return flows
    .filter(({ fromMs, minutes }) => fromMs === at.fromMs && minutes === query.intervalMinutes)
    .map(({ from, to, visits }) => ({
      entity_type: 'flow',
      from_id: from,
      to_id: to,
      visits: roundCount(visits, PROFILE_RULES[query.profile].roundTo),
      data_status: at.status === 'measured' ? 'measured' : 'partial',
    }));
}

/** A row for each business day that transactions were typed for, after all others: they are known by day alone. */
function transactionRows(source: ExportSource, query: ExportQuery, days: readonly WholeDay[]): ExportRow[] {
  const { transactions: typed, checks } = source;
  const site = countedSite(source.site);
  return days.flatMap(({ total }) => {
    const isTyped = typed.some(({ fromMs }) => fromMs === total.fromMs);
    if (!isTyped) return [];
    const entered = lineCounts([total], ENTERED, { site, checks });
    const figures = conversionOf({ days: [total], typed, site, checks, isOver: () => true });
    return [
      {
        ...commonColumns(source, { ...query, intervalMinutes: 1440 }, total),
        ...conversionRow(total, { figures, entered }, query.profile),
      },
    ];
  });
}

function commonColumns(source: ExportSource, query: ExportQuery, at: IntervalFigures): ExportRow {
  const { calendar } = source;
  const configId = at.configIds.at(-1) ?? null;
  const configuration = source.configurations.find(({ config_id }) => config_id === configId);
  return {
    schema_version: EXPORT_SCHEMA_VERSION,
    store_id: source.site.store.name,
    interval_start: toIsoInstant(at.fromMs, calendar.offsetMsAt(at.fromMs)),
    interval_end: toIsoInstant(at.toMs, calendar.offsetMsAt(at.toMs)),
    interval_minutes: query.intervalMinutes,
    rule_version: configuration?.rule_version ?? null,
    model_sha256: configuration?.model_sha256 ?? null,
    profile: query.profile,
    config_id: configId,
  };
}

/** Rows as a file; `journalHead` (64 hex digits; null: nothing can be stored) stands in each of them. */
export function exportFile(
  calendar: StoreCalendar,
  query: ExportQuery,
  { rows, journalHead }: { readonly rows: readonly ExportRow[]; readonly journalHead: string | null },
): ExportedFile {
  const date = (atMs: number): string => toIsoDate(atMs, calendar.offsetMsAt(atMs));
  const dates = [...new Set([date(query.fromMs), date(query.toMs - 1)])].join('_');
  const name = `kazoe_${dates}_${query.intervalMinutes}min_${query.profile}.csv`;
  const headed = rows.map((row) => ({ ...row, journal_head: journalHead }));
  return { name, mediaType: 'text/csv;charset=utf-8', text: toCsv(EXPORT_COLUMNS, headed) };
}

function isTyped(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 200 && !/\p{Cc}/u.test(value);
}
