import type { DatabaseName } from '../../src/contracts/archive.ts';
import { ok, type Result } from '../../src/core/result.ts';
import { openDatabase, storageProblem, type Database } from './database.ts';

/** A database that is opened when it is needed, and again after the browser or another tab closed it. */
export class Connection {
  readonly name: DatabaseName;
  readonly #factory: IDBFactory | undefined;
  #opening: Promise<Result<Database>> | null = null;

  constructor(factory: IDBFactory | undefined, name: DatabaseName) {
    this.#factory = factory;
    this.name = name;
  }

  /** Runs a job on the open database. What IndexedDB throws becomes a problem; bugs stay bugs. */
  async use<T>(job: (database: Database) => Promise<T>): Promise<Result<T>> {
    const opened = await this.#open();
    if (!opened.ok) return opened;
    try {
      return ok(await job(opened.value));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return { ok: false, problem: storageProblem(error) };
    }
  }

  async close(): Promise<void> {
    const opened = await this.#opening;
    this.#opening = null;
    if (opened?.ok) opened.value.close();
  }

  #open(): Promise<Result<Database>> {
    this.#opening ??= this.#openOnce();
    return this.#opening;
  }

  async #openOnce(): Promise<Result<Database>> {
    const opened = await openDatabase(this.#factory, this.name);
    const forget = (): void => {
      this.#opening = null;
    };
    if (opened.ok) {
      opened.value.addEventListener('versionchange', forget);
      opened.value.addEventListener('close', forget);
    } else {
      forget();
    }
    return opened;
  }
}
