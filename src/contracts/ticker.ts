/** To the ticker worker: start (or, with `periodMs` null, stop) the timer named `id`. */
export interface TickerCommand {
  readonly id: number;
  readonly periodMs: number | null;
}

/** From the ticker worker: the timer named `id` has run out once more. */
export interface Tick {
  readonly id: number;
}
