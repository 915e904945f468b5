import { DWELL_BAND_EDGES_S } from '../measures/dwell-bands.ts';
import { GAP_CAUSES, type GapCause } from '../measures/gap-cause.ts';

/** Columns of the dwell bands: `dwell_band_5` … `dwell_band_1800`, `dwell_band_inf`. */
export const BAND_COLUMNS: readonly string[] = DWELL_BAND_EDGES_S.map(
  (edgeS) => `dwell_band_${edgeS === Infinity ? 'inf' : String(edgeS)}`,
);

/** Column of the seconds that a camera did not measure for one cause: `gap_pc_asleep_s`. */
export function gapColumn(cause: GapCause): string {
  return `gap_${cause.replaceAll('-', '_')}_s`;
}

/**
 * Columns of every export, in order (measures.md "Export fields"). `journal_head`: hash of the journal's entry about this
 * file, by which the file can be found in the journal; empty where nothing can be stored.
 */
export const EXPORT_COLUMNS: readonly string[] = [
  'schema_version',
  'store_id',
  'entity_type',
  'entity_id',
  'entity_name',
  'from_id',
  'to_id',
  'interval_start',
  'interval_end',
  'interval_minutes',
  'in',
  'out',
  'in_raw',
  'out_raw',
  'passersby',
  'capture_rate',
  'occupancy_avg',
  'occupancy_max',
  'occupancy_end',
  'visits',
  'dwell_p50_s',
  'dwell_p90_s',
  ...BAND_COLUMNS,
  'queue_length_avg',
  'queue_length_max',
  'wait_p50_s',
  'wait_p90_s',
  'transactions',
  'conversion_rate',
  'conversion_rate_low',
  'conversion_rate_high',
  'coverage_pct',
  'measured_s',
  ...GAP_CAUSES.map(gapColumn),
  'data_status',
  'rule_version',
  'model_sha256',
  'profile',
  'config_id',
  'journal_head',
];

/** Version of the columns and what they mean. */
export const EXPORT_SCHEMA_VERSION = 2;

/** One row; a column that does not apply or has no value is absent. */
export type ExportRow = Readonly<Record<string, string | number | null>>;
