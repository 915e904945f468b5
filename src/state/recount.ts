import type { ArchiveApi } from '../contracts/archive.ts';
import type { Result } from '../core/result.ts';
import type { Permit } from './access-store.ts';
import { settleCall } from './settle-call.ts';

/** Sets 店内人数 to what somebody has counted. The next look at the day shows it. */
export type Recount = (people: number) => Promise<Result<null>>;

/** Over the archive, which notes the figure that it replaced. `not-permitted`: nothing was changed. */
export function createRecount(archive: Pick<ArchiveApi, 'recount'>, permit: Permit): Recount {
  return async (people) => {
    const permitted = await permit('recount');
    return permitted.ok ? settleCall(archive.recount(people), 'archive-worker-failed') : permitted;
  };
}
