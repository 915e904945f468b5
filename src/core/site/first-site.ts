import { NO_ALERTS } from '../alerts/alert-settings.ts';
import type { Site } from './site.ts';

/** Months that figures are kept until the operator says otherwise. */
export const DEFAULT_RETENTION_MONTHS = 13;

/** The site of a shop that has set nothing yet: the day begins at midnight. */
export function firstSite(timeZone: string): Site {
  return {
    schemaVersion: 1,
    store: { name: '', timeZone, dayStartsAtMinute: 0, retentionMonths: DEFAULT_RETENTION_MONTHS },
    cameras: [],
    floor: null,
    floorZones: [],
    engine: 'auto',
    alerts: NO_ALERTS,
    nextId: 1,
  };
}
