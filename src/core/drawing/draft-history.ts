/** Steps that can be undone; the oldest makes room. */
export const MOST_STEPS = 200;

/** A value with what it was before, and what it was before an undo. */
export interface DraftHistory<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What is under way: changes of the same gesture are one step. Null: nothing is. */
  readonly gesture: string | null;
}

/** A history that begins here. */
export function beginHistory<T>(present: T): DraftHistory<T> {
  return { past: [], present, future: [], gesture: null };
}

/** With one more step; the same history where nothing has changed. Changes that share a gesture become one step. */
export function advance<T>(
  history: DraftHistory<T>,
  next: T,
  gesture: string | null = null,
): DraftHistory<T> {
  if (next === history.present) return history;
  const goesOn = gesture !== null && gesture === history.gesture;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: next, future: [], gesture };
}

/** The gesture is over: the next change is a step of its own. */
export function endGesture<T>(history: DraftHistory<T>): DraftHistory<T> {
  return history.gesture === null ? history : { ...history, gesture: null };
}

/** One step back; the same history where there is none. */
export function undo<T>(history: DraftHistory<T>): DraftHistory<T> {
  const [before] = history.past.slice(-1);
  if (before === undefined) return history;
  const future = [history.present, ...history.future];
  return { past: history.past.slice(0, -1), present: before, future, gesture: null };
}

/** One step forward again; the same history where there is none. */
export function redo<T>(history: DraftHistory<T>): DraftHistory<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, gesture: null };
}
