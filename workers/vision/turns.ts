/** Hands the one engine round: whoever asks waits behind all who asked before. */
export interface Turns {
  /**
   * Runs `work` alone. A camera asks for one turn at a time, so cameras go round robin. Between two turns the event
   * loop runs once: commands and newer frames come in even when inference blocks the thread.
   */
  run(work: () => Promise<void>): Promise<void>;
}

/** `pause` resolves in a later task of the event loop. */
export function createTurns(pause: () => Promise<void>): Turns {
  let newest: Promise<void> = Promise.resolve();

  async function turn(before: Promise<void>, work: () => Promise<void>): Promise<void> {
    await before;
    await pause();
    await work();
  }

  return {
    run(work) {
      const done = turn(newest, work);
      newest = done.catch(() => undefined); // whoever asked is told; the next in line goes on
      return done;
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
