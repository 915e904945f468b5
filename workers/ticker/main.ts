import type { Tick, TickerCommand } from '../../src/contracts/ticker.ts';

// A hidden page's timers fall to one a second, later to one a minute; a worker's do not.
const timers = new Map<number, number>();

addEventListener('message', ({ data }: MessageEvent<TickerCommand>) => {
  clearInterval(timers.get(data.id));
  timers.delete(data.id);
  if (data.periodMs === null) return;
  const tick: Tick = { id: data.id };
  timers.set(
    data.id,
    setInterval(() => postMessage(tick), data.periodMs),
  );
});
