import type { ClockPort } from '../../contracts/ports.ts';

const PULSE_MS = 500;

export interface Watched {
  readonly clock: ClockPort;
  /** How long the worker has been at one run, ms; pending while it does not answer at all. */
  readonly pulse: () => Promise<number>;
  /** A run, or a silence, as long as this is a hang, ms. */
  readonly limitMs: () => number;
  readonly onHang: () => void;
}

/**
 * Feels a worker's pulse twice a second. Time is counted in ticks of the clock, so that a PC that slept is not taken
 * for a worker that hung. Returns the way to stop it.
 */
export function watchForHang({ clock, pulse, limitMs, onHang }: Watched): () => void {
  let waiting = false;
  let silentMs = 0;
  const stop = clock.every(PULSE_MS, () => {
    silentMs = waiting ? silentMs + PULSE_MS : 0;
    if (silentMs >= limitMs()) {
      stop();
      onHang();
    }
    if (waiting) return;
    waiting = true;
    void pulse().then(
      (busyMs) => {
        waiting = false;
        if (busyMs >= limitMs()) onHang();
      },
      () => stop(), // the worker is gone, and whoever owns it knows
    );
  });
  return stop;
}
