import type { ClockPort } from '../../contracts/ports.ts';
import type { Tick, TickerCommand } from '../../contracts/ticker.ts';

interface Timer {
  readonly periodMs: number;
  readonly tick: () => void;
  /** The page's own timer, once the worker is gone. */
  fallback?: ReturnType<typeof setInterval>;
}

/**
 * The PC's clock. Its periods are kept by `ticker` (see `spawnTicker`), because a hidden page's own timers
 * fall to one a second and later to one a minute; they are used only when the worker fails.
 */
export function createClock(ticker: Worker): ClockPort {
  const timers = new Map<number, Timer>();
  let lastId = 0;
  let failed = false;

  const command = (message: TickerCommand) => ticker.postMessage(message);
  ticker.addEventListener('message', ({ data }: MessageEvent<Tick>) => timers.get(data.id)?.tick());
  ticker.addEventListener('error', () => {
    if (failed) return;
    failed = true;
    for (const timer of timers.values()) timer.fallback = setInterval(timer.tick, timer.periodMs);
  });

  return {
    nowMs: () => Date.now(),
    every(periodMs, tick) {
      const id = ++lastId;
      const timer: Timer = { periodMs, tick };
      timers.set(id, timer);
      if (failed) timer.fallback = setInterval(tick, periodMs);
      else command({ id, periodMs });
      return () => {
        if (!timers.delete(id)) return;
        clearInterval(timer.fallback);
        command({ id, periodMs: null });
      };
    },
  };
}
