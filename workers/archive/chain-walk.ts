import type { JournalCheck, WalkScope } from '../../src/contracts/archive.ts';
import type { Database } from './database.ts';
import { hashOf, NO_HASH } from './journal.ts';
import type { JournalRecord } from './schema.ts';

/** Entries looked at in one go. */
const BATCH = 1000;
/** A share takes so much of the older entries that a day of hourly checks goes through all. */
const SHARES = 20;

/** An entry as far as the next one names it. */
type Link = Pick<JournalRecord, 'sequence' | 'hash'>;

const START: Link = { sequence: 0, hash: NO_HASH };

/** Follows the journal's chain, whole or from where it was found sound. Of one database. */
export class ChainWalk {
  /** The newest entry up to which all was sound; null: nothing is known. */
  #sound: Link | null = null;
  /** From where the next share of the older entries is followed. */
  #turn: Link = START;

  async check(database: Database, scope: WalkScope): Promise<JournalCheck> {
    const known = scope === 'share' ? this.#sound : null;
    const newer = known ? await follow(database, known, Infinity) : await follow(database, START, Infinity);
    const older = known ? await this.#followShare(database, known) : null;
    const isHere = known === null || (await database.get('journal', known.sequence))?.hash === known.hash;
    const brokenAt = older?.brokenAt ?? (isHere ? newer.brokenAt : known.sequence);
    this.#sound = brokenAt === null ? newer.last : null;
    return { entries: await database.count('journal'), head: newer.last.hash, brokenAt };
  }

  async #followShare(database: Database, { sequence }: Link): Promise<Followed> {
    if (this.#turn.sequence >= sequence) this.#turn = START;
    const share = Math.ceil(sequence / SHARES);
    const followed = await follow(database, this.#turn, Math.min(sequence, this.#turn.sequence + share));
    this.#turn = followed.last;
    return followed;
  }
}

interface Followed {
  readonly last: Link;
  /** Sequence number of the first entry that does not follow the one before it; null: all do. */
  readonly brokenAt: number | null;
}

/** Follows the chain after an entry, up to a sequence number. */
async function follow(database: Database, from: Link, to: number): Promise<Followed> {
  let last = from;
  let brokenAt: number | null = null;
  for (;;) {
    const range = IDBKeyRange.bound(last.sequence, to, true, false);
    const batch = await database.getAll('journal', range, BATCH);
    for (const record of batch) {
      if (!(await follows(record, last))) brokenAt ??= record.sequence;
      last = record;
    }
    if (batch.length < BATCH) return { last, brokenAt };
  }
}

async function follows(record: JournalRecord, last: Link): Promise<boolean> {
  const isNext = record.sequence === last.sequence + 1 && record.prev === last.hash;
  return isNext && record.hash === (await hashOf(record));
}
