import { releaseProxy, wrap, type Remote } from 'comlink';

/** A worker is gone: it crashed, did not load, hung or was closed. */
export class WorkerFailed extends Error {
  override readonly name = 'WorkerFailed';
}

/**
 * Owns one worker. Comlink alone leaves calls pending for ever when a worker dies,
 * so every call is raced against the worker's death and, where given, a deadline.
 */
export class WorkerBridge<Api> {
  readonly #worker: Worker;
  readonly #api: Remote<Api>;
  readonly #death: Promise<never>;
  #fail: (reason: WorkerFailed) => void = () => undefined;
  #dead = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.#api = wrap<Api>(worker);
    this.#death = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.#death.catch(() => undefined); // a death that nobody waits for is not an unhandled rejection
    worker.addEventListener('error', (event) => this.#die(event.message || 'worker failed to load'));
    worker.addEventListener('messageerror', () => this.#die('message could not be cloned'));
  }

  /** Settles with the reason when the worker is gone; `close` counts as well. */
  get death(): Promise<WorkerFailed> {
    return this.#death.catch((reason: unknown) => reason as WorkerFailed);
  }

  /** Runs `job`; rejects with `WorkerFailed` when the worker is gone. One that takes longer than `deadlineMs` counts as hung and is ended. */
  async run<T>(job: (api: Remote<Api>) => Promise<T>, deadlineMs?: number): Promise<T> {
    if (this.#dead) return this.#death;
    const timer =
      deadlineMs === undefined
        ? undefined
        : setTimeout(() => this.#die('worker does not answer'), deadlineMs);
    try {
      return await Promise.race([job(this.#api), this.#death]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the worker. Pending calls reject. */
  close(): void {
    if (!this.#dead) this.#api[releaseProxy]();
    this.#die('closed');
  }

  #die(reason: string): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#worker.terminate();
    this.#fail(new WorkerFailed(reason));
  }
}
