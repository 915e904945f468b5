import type { ArchiveApi } from '../contracts/archive.ts';
import type { Result } from '../core/result.ts';
import { settleCall } from './settle-call.ts';

/** Sets 店内人数 to what somebody has counted. The next look at the day shows it. */
export type Recount = (people: number) => Promise<Result<null>>;

/** Over the archive, which notes who said what it replaced. */
export function createRecount(archive: ArchiveApi): Recount {
  return (people) => settleCall(archive.recount(people), 'archive-worker-failed');
}
