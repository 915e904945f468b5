import type { AccessChange, AccessRecord } from '../../src/contracts/access.ts';
import { SIGNED_ROLES } from '../../src/core/access/permissions.ts';
import { ok, type Result } from '../../src/core/result.ts';
import type { Connection } from './connection.ts';
import { appendNote } from './journal.ts';
import type { Entry } from './schema.ts';
import { write } from './write-gate.ts';

/** Proofs of PINs and their lock-outs. */
export function readAccess(connection: Connection): Promise<Result<readonly AccessRecord[]>> {
  return connection.use((database) => database.getAll('access'));
}

/** Writes what the gate lets pass, all of it or nothing, removes, then notes it: the role as its place in `SIGNED_ROLES`, from 1. */
export async function changeAccess(
  connection: Connection,
  { put = [], remove = [], note }: AccessChange,
  nowMs: number,
): Promise<Result<null>> {
  const entries = put.map((record): Entry => ({ store: 'access', record }));
  const written = await connection.use((database) => write(database, entries));
  if (!written.ok) return written;
  if (written.value.problem) return { ok: false, problem: written.value.problem };
  const done = await connection.use(async (database) => {
    for (const key of remove) await database.delete('access', key);
    if (!note) return;
    const numbers = [SIGNED_ROLES.indexOf(note.role) + 1];
    await appendNote(database, { atMs: nowMs, code: note.code, role: 'operator', numbers });
  });
  return done.ok ? ok(null) : done;
}
