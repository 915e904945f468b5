/**
 * Why time was not measured. `app-closed` and `pc-asleep` are inferred from time in which nothing ran; `not-started` is
 * the part of a slot before counting with a camera began at all, which is no open time and lowers no coverage.
 */
export type GapCause =
  | 'not-started'
  | 'connecting'
  | 'stalled'
  /** The gateway does not answer, or the stream broke off. */
  | 'unreachable'
  /** The gateway answers and has no such stream; the device is not plugged in. */
  | 'not-there-yet'
  | 'credentials'
  | 'codec'
  /** The browser was not allowed to use the camera or the network. */
  | 'permission'
  /** Anything else about the camera. */
  | 'camera-problem'
  | 'paused'
  | 'engine-restart'
  | 'pc-asleep'
  | 'app-closed'
  /** A newer build took over, and the page was loaded anew for it. */
  | 'app-update'
  /** Measured, and left out by the operator: never stored, told when figures are read (`left-out.ts`). */
  | 'left-out';

/** Every cause once, in the order of the exports and views. */
export const GAP_CAUSES: readonly GapCause[] = [
  'not-started',
  'connecting',
  'stalled',
  'unreachable',
  'not-there-yet',
  'credentials',
  'codec',
  'permission',
  'camera-problem',
  'paused',
  'engine-restart',
  'pc-asleep',
  'app-closed',
  'app-update',
  'left-out',
];

/** Those that a record may hold. Another one makes the rows of packed days longer: a step of the migrations. */
export const STORED_GAP_CAUSES: readonly GapCause[] = GAP_CAUSES.filter((cause) => cause !== 'left-out');

/** Seconds by cause. */
export type GapSeconds = Readonly<Partial<Record<GapCause, number>>>;

/** Seconds of all causes. */
export function totalGapS(gapS: GapSeconds): number {
  return GAP_CAUSES.reduce((total, cause) => total + (gapS[cause] ?? 0), 0);
}

/** Both added up, cause by cause. */
export function sumGaps(a: GapSeconds, b: GapSeconds): GapSeconds {
  const sums = GAP_CAUSES.map((cause) => [cause, (a[cause] ?? 0) + (b[cause] ?? 0)] as const);
  return Object.fromEntries(sums.filter(([, seconds]) => seconds > 0));
}

/** Seconds that were open and not measured. */
export function openGapS(gapS: GapSeconds): number {
  return totalGapS(gapS) - (gapS['not-started'] ?? 0);
}
