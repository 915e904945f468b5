import { CALM, stepAlert, type AlertState } from './alert-state.ts';
import { valueOf, type AlertReadings, type AlertWatch } from './alert-watch.ts';

/** The states of all that is watched, by key; what is no longer watched is dropped at the next step. */
export type AlertBoard = ReadonlyMap<string, AlertState>;

/** An alert that is up. */
export interface RaisedAlert {
  readonly watch: AlertWatch;
  /** The value as it is now; null: not measured. */
  readonly value: number | null;
  readonly sinceMs: number;
  readonly isSeen: boolean;
}

/** One step of everything that is watched: what is up, and what is to be told now. */
export function stepAlerts(
  board: AlertBoard,
  watches: readonly AlertWatch[],
  moment: { readonly atMs: number; readonly readings: AlertReadings; readonly isQuiet: boolean },
): {
  readonly board: AlertBoard;
  readonly raised: readonly RaisedAlert[];
  readonly told: readonly RaisedAlert[];
} {
  const { atMs, readings, isQuiet } = moment;
  const next = new Map<string, AlertState>();
  const raised: RaisedAlert[] = [];
  const told: RaisedAlert[] = [];
  for (const watch of watches) {
    const value = valueOf(watch, readings);
    const { state, tells } = stepAlert(board.get(watch.key) ?? CALM, watch.rule, { atMs, value, isQuiet });
    next.set(watch.key, state);
    if (state.phase === 'calm') continue;
    const alert = { watch, value, sinceMs: state.sinceMs, isSeen: state.isSeen };
    raised.push(alert);
    if (tells) told.push(alert);
  }
  return { board: next, raised, told };
}

/** Somebody has seen an alert: it stays until it is over, and is not told again. */
export function seen(board: AlertBoard, key: string): AlertBoard {
  const state = board.get(key);
  if (state?.phase !== 'raised') return board;
  return new Map(board).set(key, { ...state, isSeen: true });
}
