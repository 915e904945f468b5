import type { ArchiveApi, CopiedFigures } from '../contracts/archive.ts';
import { ok, type Result } from '../core/result.ts';
import type { Permit } from './access-store.ts';
import { settleCall } from './settle-call.ts';

/**
 * Lets figures or an image of a chart leave by the clipboard, as an export does: asked for first, noted afterwards.
 * `not-permitted`: `write` was not called. Rejects as `write` does, and then nothing is noted.
 */
export type CopyOut = (copied: CopiedFigures, write: () => Promise<void>) => Promise<Result<null>>;

/** Over the archive that the figures come from. */
export function createCopyOut(archive: Pick<ArchiveApi, 'noteCopy'>, permit: Permit): CopyOut {
  return async (copied, write) => {
    const permitted = await permit('export');
    if (!permitted.ok) return permitted;
    await write();
    // A journal that cannot be written now is told as a problem of storage, and the copy is made.
    await settleCall(archive.noteCopy(copied), 'archive-worker-failed');
    return ok(null);
  };
}
