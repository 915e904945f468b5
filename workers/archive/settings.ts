import type { Credential } from '../../src/contracts/archive.ts';
import { STORED_SITE } from '../../src/contracts/stored-site.ts';
import { failed, ok, type Problem, type Result } from '../../src/core/result.ts';
import { firstSite } from '../../src/core/site/first-site.ts';
import { parseSite } from '../../src/core/site/parse-site.ts';
import type { Site } from '../../src/core/site/site.ts';
import type { Connection } from './connection.ts';
import type { CredentialRecord, Entry } from './schema.ts';
import { write } from './write-gate.ts';

/** The stored site; null on a fresh profile. Settings that are no longer understood are `settings-invalid`. */
export async function readSite(connection: Connection): Promise<Result<Site | null>> {
  const stored = await connection.use((database) => database.get('site', STORED_SITE.key));
  if (!stored.ok) return stored;
  return stored.value === undefined ? ok(null) : parseSite(stored.value);
}

/** The stored site; where there is none to be read, the one with which a store begins. */
export async function readSiteOrFirst(connection: Connection): Promise<Site> {
  const site = await readSite(connection);
  return site.ok && site.value ? site.value : firstSite(new Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Stores the site as its parser understands it. */
export async function saveSite(connection: Connection, site: unknown): Promise<Result<Site>> {
  const parsed = parseSite(site);
  if (!parsed.ok) return parsed;
  const problem = await writeOne(connection, { store: 'site', record: parsed.value });
  return problem ? { ok: false, problem } : parsed;
}

export async function readCredential(
  connection: Connection,
  camera: number,
): Promise<Result<Credential | null>> {
  const stored = await connection.use((database) => database.get('credentials', camera));
  if (!stored.ok) return stored;
  const record = stored.value;
  if (!record) return ok(null);
  return ok(
    record.kind === 'bearer'
      ? { kind: record.kind, token: record.token }
      : { kind: record.kind, user: record.user, password: record.password },
  );
}

/** Null removes it. */
export async function saveCredential(
  connection: Connection,
  camera: number,
  credential: Credential | null,
): Promise<Result<null>> {
  if (!credential) {
    const removed = await connection.use((database) => database.delete('credentials', camera));
    return removed.ok ? ok(null) : removed;
  }
  const record: CredentialRecord = { camera, ...credential };
  const problem = await writeOne(connection, { store: 'credentials', record });
  return problem ? failed(problem.code, problem.detail) : ok(null);
}

async function writeOne(connection: Connection, entry: Entry): Promise<Problem | null> {
  const written = await connection.use((database) => write(database, [entry]));
  return written.ok ? written.value.problem : written.problem;
}
