/** When an alert begins and ends, and how often it is told. */
export interface AlertRule {
  /** Raised from this value on … */
  readonly raiseAt: number;
  /** … and over again only under this one, at most `raiseAt`: a value between the two changes nothing. */
  readonly clearBelow: number;
  /** The value must have been there for so long. */
  readonly raiseAfterMs: number;
  readonly clearAfterMs: number;
  /** Told again after so long while it lasts; null: once. */
  readonly repeatMs: number | null;
}

/** One alert. `Since` times are those of the first of the values that count towards the change. */
export type AlertState =
  | { readonly phase: 'calm'; readonly overSinceMs: number | null }
  | {
      readonly phase: 'raised';
      readonly sinceMs: number;
      readonly underSinceMs: number | null;
      /** When it was last told; null: not yet, the time was quiet. */
      readonly toldAtMs: number | null;
      /** Somebody has seen it: it is shown and not told again. */
      readonly isSeen: boolean;
    };

/** What is known at a moment. */
export interface AlertMoment {
  readonly atMs: number;
  /** Null: not measured. Raises nothing, and does not keep an alert up. */
  readonly value: number | null;
  /** Nothing is told now; what is raised is shown all the same, and told when the quiet is over. */
  readonly isQuiet: boolean;
}

export const CALM: AlertState = { phase: 'calm', overSinceMs: null };

/** The next state, and whether the alert is to be told now, by sound and notification. */
export function stepAlert(
  state: AlertState,
  rule: AlertRule,
  moment: AlertMoment,
): { readonly state: AlertState; readonly tells: boolean } {
  return state.phase === 'calm' ? stepCalm(state, rule, moment) : stepRaised(state, rule, moment);
}

type Raised = Extract<AlertState, { phase: 'raised' }>;

function stepCalm(
  { overSinceMs }: Extract<AlertState, { phase: 'calm' }>,
  rule: AlertRule,
  moment: AlertMoment,
): ReturnType<typeof stepAlert> {
  if (moment.value === null || moment.value < rule.raiseAt) return { state: CALM, tells: false };
  const sinceMs = sinceOf(overSinceMs, moment.atMs);
  if (moment.atMs - sinceMs < rule.raiseAfterMs) {
    return { state: { phase: 'calm', overSinceMs: sinceMs }, tells: false };
  }
  return tell({ phase: 'raised', sinceMs, underSinceMs: null, toldAtMs: null, isSeen: false }, rule, moment);
}

function stepRaised(state: Raised, rule: AlertRule, moment: AlertMoment): ReturnType<typeof stepAlert> {
  const isUnder = moment.value === null || moment.value < rule.clearBelow;
  const underSinceMs = isUnder ? sinceOf(state.underSinceMs, moment.atMs) : null;
  if (underSinceMs !== null && moment.atMs - underSinceMs >= rule.clearAfterMs) {
    return { state: CALM, tells: false };
  }
  return tell({ ...state, underSinceMs }, rule, moment);
}

function tell(state: Raised, rule: AlertRule, { atMs, isQuiet }: AlertMoment): ReturnType<typeof stepAlert> {
  const isDue = state.toldAtMs === null || (rule.repeatMs !== null && atMs - state.toldAtMs >= rule.repeatMs);
  // What is already on its way out is not told (again).
  const tells = isDue && !isQuiet && !state.isSeen && state.underSinceMs === null;
  return { state: tells ? { ...state, toldAtMs: atMs } : state, tells };
}

/** A clock that was put back begins the wait anew. */
function sinceOf(sinceMs: number | null, atMs: number): number {
  return sinceMs === null || sinceMs > atMs ? atMs : sinceMs;
}
