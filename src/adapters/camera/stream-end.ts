import type { Problem } from '../../core/result.ts';

/** How a camera tells its owner, once, that its stream is over. */
export interface StreamEnd {
  /** Null: closed by us. */
  readonly promise: Promise<Problem | null>;
  isOver(): boolean;
  /** Only the first call counts; what happens after it is part of closing down. */
  settle(problem: Problem | null): void;
}

/** A stream that is still running. `cleanUp` runs once, when it ends, for whatever reason. */
export function createStreamEnd(cleanUp: () => void): StreamEnd {
  let isOver = false;
  let resolve: (problem: Problem | null) => void = () => undefined;
  const promise = new Promise<Problem | null>((settle) => {
    resolve = settle;
  });
  return {
    promise,
    isOver: () => isOver,
    settle(problem) {
      if (isOver) return;
      isOver = true;
      cleanUp();
      resolve(problem);
    },
  };
}
