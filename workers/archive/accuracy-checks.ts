import type { FinishedCheck, LineAccuracy, PeriodChecks } from '../../src/contracts/accuracy.ts';
import type { RecordingSetup } from '../../src/contracts/archive.ts';
import {
  expiryOf,
  nextExpiryMs,
  validIntervals,
  type CheckedSetUp,
  type FinishedTally,
} from '../../src/core/accuracy-check/check-expiry.ts';
import { errorOf } from '../../src/core/accuracy-check/count-error.ts';
import { checkAbout } from '../../src/core/accuracy-check/period-checks.ts';
import { countsLinesAlike } from '../../src/core/measures/counted-with.ts';
import { RULE_VERSION } from '../../src/core/measures/rule-version.ts';
import { failed, ok, type Result } from '../../src/core/result.ts';
import type { Camera, Line } from '../../src/core/site/site.ts';
import type { Interval } from '../../src/core/time/store-calendar.ts';
import { digestsOf, readCountedWith, toCountedWith } from './configurations.ts';
import type { Database } from './database.ts';
import type { Entry, TallySlot } from './schema.ts';
import { sha256 } from './sha256.ts';
import { write } from './write-gate.ts';

/** Keeps a check, interval by interval. `check-empty`: nothing in it can be judged, or its line is gone. */
export async function saveCheck(
  database: Database,
  setup: RecordingSetup,
  check: FinishedCheck,
): Promise<Result<null>> {
  const setUps = await setUpsOf(setup);
  const setUp = setUps.get(check.line);
  if (!setUp || check.intervals.length === 0) return failed('check-empty');
  const entries = check.intervals.map((counts, interval): Entry => {
    const record: TallySlot = {
      session: Math.floor(check.startedAtMs / 1000),
      interval,
      line: setUp.line,
      camera: setUp.camera,
      ended_s: Math.floor(check.endedAtMs / 1000),
      rule_version: setUp.ruleVersion,
      model_sha256: setUp.modelSha256,
      line_sha256: setUp.lineSha256,
      camera_sha256: setUp.cameraSha256,
      manual_in: counts.manualIn,
      manual_out: counts.manualOut,
      system_in: counts.systemIn,
      system_out: counts.systemOut,
    };
    return { store: 'tally', record };
  });
  const { problem } = await write(database, entries);
  return problem ? { ok: false, problem } : ok(null);
}

/** What the checks of each line of the site say at `nowMs`. */
export async function readAccuracy(
  database: Database,
  setup: RecordingSetup,
  nowMs: number,
): Promise<readonly LineAccuracy[]> {
  const sessions = sessionsOf(await database.getAll('tally'));
  const setUps = await setUpsOf(setup);
  return [...setUps.values()].map((now) => accuracyOf(sessions, now, nowMs));
}

/** What the checks about a period say of lines as this set-up counts them. */
export async function readPeriodChecks(
  database: Database,
  setup: RecordingSetup,
  period: Interval,
): Promise<PeriodChecks> {
  const sessions = sessionsOf(await database.getAll('tally'));
  const setUps = await setUpsOf(setup);
  const now = toCountedWith({ config_id: 0, ...(await digestsOf(setup)) });
  const known = await readCountedWith(database);
  return {
    lines: [...setUps.values()].map((line) => checkAbout(sessions, line, period)),
    configIds: known.filter((other) => countsLinesAlike(other, now)).map(({ configId }) => configId),
  };
}

function accuracyOf(all: readonly FinishedTally[], now: CheckedSetUp, nowMs: number): LineAccuracy {
  const sessions = all.filter(({ setUp }) => setUp.line === now.line);
  const holding = sessions.filter((session) => expiryOf(session, now, nowMs) === null);
  const gone = newest(sessions.filter((session) => expiryOf(session, now, nowMs) !== null));
  const intervals = validIntervals(sessions, now, nowMs);
  return {
    line: now.line,
    checks: holding.length,
    in: errorOf(intervals, 'in'),
    out: errorOf(intervals, 'out'),
    checkedAtMs: newest(holding)?.endedAtMs ?? null,
    expiresAtMs: nextExpiryMs(sessions, now, nowMs),
    expired: gone ? expiryOf(gone, now, nowMs) : null,
  };
}

function newest(sessions: readonly FinishedTally[]): FinishedTally | null {
  return sessions.reduce<FinishedTally | null>(
    (latest, session) => (latest && latest.endedAtMs >= session.endedAtMs ? latest : session),
    null,
  );
}

function sessionsOf(records: readonly TallySlot[]): readonly FinishedTally[] {
  const sessions = new Map<number, TallySlot[]>();
  for (const record of records)
    sessions.set(record.session, [...(sessions.get(record.session) ?? []), record]);
  return [...sessions.values()].flatMap((slots) => {
    const [first] = slots;
    return first ? [sessionOf(first, slots)] : [];
  });
}

function sessionOf(first: TallySlot, slots: readonly TallySlot[]): FinishedTally {
  return {
    setUp: {
      line: first.line,
      camera: first.camera,
      ruleVersion: first.rule_version,
      modelSha256: first.model_sha256,
      lineSha256: first.line_sha256,
      cameraSha256: first.camera_sha256,
    },
    endedAtMs: first.ended_s * 1000,
    intervals: slots.map((slot) => ({
      manualIn: slot.manual_in,
      manualOut: slot.manual_out,
      systemIn: slot.system_in,
      systemOut: slot.system_out,
    })),
  };
}

/** What each line is counted with now, by its id. */
async function setUpsOf(setup: RecordingSetup): Promise<ReadonlyMap<number, CheckedSetUp>> {
  const { model_sha256: modelSha256 } = await digestsOf(setup);
  const setUps = setup.site.cameras.flatMap((camera) =>
    camera.lines.map(async (line): Promise<CheckedSetUp> => ({
      line: line.id,
      camera: camera.id,
      ruleVersion: RULE_VERSION,
      modelSha256,
      lineSha256: await lineDigest(camera, line),
      cameraSha256: await sha256(JSON.stringify(Object.entries(camera.source).toSorted())),
    })),
  );
  return new Map((await Promise.all(setUps)).map((setUp) => [setUp.line, setUp]));
}

/** Names are no part of it; whatever of the picture is looked at is. */
function lineDigest({ masks, region }: Camera, { points, inward }: Line): Promise<string> {
  return sha256(
    JSON.stringify([
      points.map(({ x, y }) => [x, y]),
      [inward.x, inward.y],
      masks.map((mask) => mask.map(({ x, y }) => [x, y])),
      region && [region.left, region.top, region.right, region.bottom],
    ]),
  );
}
