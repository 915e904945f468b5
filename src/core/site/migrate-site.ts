import type { Site } from './site.ts';

/** The version that `Site` describes. */
export const SITE_VERSION = 1 satisfies Site['schemaVersion'];

/** Turns a description of one version into the next one; what it is given was written by that version. */
export type SiteMigration = (site: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** By the version that is left. Version 1 is the first. */
const MIGRATIONS: Readonly<Record<number, SiteMigration>> = {};

/** What a migration works with: the target and the steps there. */
export interface MigrationPlan {
  readonly to: number;
  readonly steps: Readonly<Record<number, SiteMigration>>;
}

/**
 * Brings a stored description to the present version, step by step. Null when it names no version, or one that
 * this program does not know: a newer program's settings are left alone.
 */
export function migrateSite(
  value: unknown,
  plan: MigrationPlan = { to: SITE_VERSION, steps: MIGRATIONS },
): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null) return null;
  let site = value as Readonly<Record<string, unknown>>;
  for (let version = site['schemaVersion']; version !== plan.to; version = site['schemaVersion']) {
    const step =
      typeof version === 'number' && Object.hasOwn(plan.steps, version) ? plan.steps[version] : null;
    if (!step) return null;
    site = { ...step(site), schemaVersion: Number(version) + 1 };
  }
  return site;
}
