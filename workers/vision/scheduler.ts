import { createFairShare } from '../../src/core/scheduling/fair-share.ts';

/** A camera's place at the engine. */
export interface Seat {
  /**
   * Runs `work` alone, when this seat's turn has come. One turn at a time is asked for: the camera's newest frame waits
   * in its supply, not here.
   */
  turn(work: () => Promise<void>): Promise<void>;
  /** Gives the place up; a turn that still waits is over without its work. */
  leave(): void;
}

/** Shares the one engine among cameras by `FairShare`: frames are shared, not time. */
export interface Scheduler {
  /** `share` is relative to the other seats': frames wanted per second times the camera's weight. */
  join(share: number): Seat;
}

/** Tells whoever waits that the turn is theirs until they call `end`; null: there will be none. */
type Begin = (end: (() => void) | null) => void;

/**
 * `pause` resolves in a later task of the event loop. It is waited for before every turn: commands and newer frames
 * come in even when inference blocks the thread.
 */
export function createScheduler(pause: () => Promise<void>): Scheduler {
  const fair = createFairShare();
  const waiting = new Map<number, Begin>(); // at most one a seat: gone with its turn or its seat
  let seats = 0;
  let running = false;

  async function giveTurns(): Promise<void> {
    running = true;
    for (;;) {
      await pause();
      const seat = fair.next();
      if (seat === null) break;
      const begin = waiting.get(seat);
      waiting.delete(seat);
      await new Promise<void>((end) => (begin ? begin(end) : end()));
    }
    running = false;
  }

  return {
    join(share) {
      const seat = seats++;
      fair.join(seat, share);
      return {
        async turn(work) {
          const end = await new Promise<Parameters<Begin>[0]>((begin) => {
            waiting.set(seat, begin);
            fair.want(seat);
            if (!running) void giveTurns();
          });
          if (!end) return;
          try {
            await work();
          } finally {
            end(); // whoever asked is told of a failure; the next in line goes on
          }
        },
        leave() {
          fair.leave(seat);
          waiting.get(seat)?.(null);
          waiting.delete(seat);
        },
      };
    },
  };
}

/** Resolves in a task of its own, as `setTimeout` does but without its minimum of 4 ms. Holds one channel for good. */
export function createPause(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  const wake = port2.postMessage.bind(port2); // the seal takes the method away
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      wake(null);
    });
}
