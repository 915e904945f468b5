import type { RecordingSetup } from '../../src/contracts/archive.ts';
import type { CountedWith } from '../../src/core/measures/counted-with.ts';
import { RULE_VERSION } from '../../src/core/measures/rule-version.ts';
import { countedCameras } from '../../src/core/site/counted-camera.ts';
import type { Camera, FloorZone, Zone } from '../../src/core/site/site.ts';
import type { Database } from './database.ts';
import type { Configuration } from './schema.ts';
import { sha256 } from './sha256.ts';
import { write } from './write-gate.ts';

/** What a set-up counts with, without its number. */
export type ConfigurationDigests = Omit<Configuration, 'config_id'>;

/** Digests of everything that changes what a figure means; names and notes are no part of it. */
export async function digestsOf({ site, modelSha256 }: RecordingSetup): Promise<ConfigurationDigests> {
  const lines = site.cameras.map(({ id, lines: all, masks, region }) => [
    id,
    masks.map((mask) => mask.map(({ x, y }) => [x, y])),
    // Absent where there is none: the digests of settings from before regions stay what they were.
    ...(region ? [[region.left, region.top, region.right, region.bottom]] : []),
    all.map(({ id: line, kind, points, inward }) => [
      line,
      kind,
      points.map(({ x, y }) => [x, y]),
      [inward.x, inward.y],
    ]),
  ]);
  const zones = countedCameras(site).map(({ id, zones: all, floorZones, calibration }) => [
    id,
    all.map(zoneParts),
    // Absent where there are none, as above. Where a zone on the floor lies in the picture is up to the marks.
    ...(floorZones.length > 0 ? [marksParts(calibration), floorZones.map(zoneParts)] : []),
  ]);
  const floor = [
    ...site.cameras.flatMap(({ id, calibration }) => (calibration ? [[id, marksParts(calibration)]] : [])),
    ...site.floorZones.map((zone) => [zone.owner, zoneParts(zone)]),
  ];
  return {
    rule_version: RULE_VERSION,
    // Without a model (none loaded yet) the digest is that of nothing.
    model_sha256: /^[0-9a-f]{64}$/.test(modelSha256) ? modelSha256 : await sha256(''),
    lines_sha256: await sha256(JSON.stringify(lines)),
    zones_sha256: await sha256(JSON.stringify(zones)),
    calibration_sha256: await sha256(JSON.stringify(floor)),
  };
}

function zoneParts({ id, kind, polygon, timing }: Zone | FloorZone): readonly unknown[] {
  const corners = polygon.map(({ x, y }) => [x, y]);
  return [id, kind, corners, [timing.enterMs, timing.leaveMs, timing.bridgeMs]];
}

function marksParts(marks: Camera['calibration']): readonly unknown[] {
  return (marks ?? []).map(({ image, floor }) => [image.x, image.y, floor.x, floor.y]);
}

/** The number of the configuration with these digests; a new one when there is none. */
export async function configurationId(database: Database, digests: ConfigurationDigests): Promise<number> {
  const known = await database.getAll('configuration');
  const found = known.find((record) => isSame(record, digests));
  if (found) return found.config_id;
  const record = { config_id: Math.max(0, ...known.map(({ config_id }) => config_id)) + 1, ...digests };
  await write(database, [{ store: 'configuration', record }]);
  return record.config_id;
}

/** Every configuration that figures were counted with. */
export async function readCountedWith(database: Database): Promise<readonly CountedWith[]> {
  return (await database.getAll('configuration')).map(toCountedWith);
}

/** A record in the words of the views. */
export function toCountedWith(record: Configuration): CountedWith {
  return {
    configId: record.config_id,
    ruleVersion: record.rule_version,
    modelSha256: record.model_sha256,
    linesSha256: record.lines_sha256,
    zonesSha256: record.zones_sha256,
  };
}

function isSame(a: ConfigurationDigests, b: ConfigurationDigests): boolean {
  return (
    a.rule_version === b.rule_version &&
    a.model_sha256 === b.model_sha256 &&
    a.lines_sha256 === b.lines_sha256 &&
    a.zones_sha256 === b.zones_sha256 &&
    a.calibration_sha256 === b.calibration_sha256
  );
}
