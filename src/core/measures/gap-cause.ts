/** Why time was not measured. `app-closed` is inferred from time in which nothing ran. */
export type GapCause =
  'not-started' | 'connecting' | 'stalled' | 'camera-problem' | 'paused' | 'engine-restart' | 'app-closed';

/** Every cause once, in the order of the exports and views. */
export const GAP_CAUSES: readonly GapCause[] = [
  'not-started',
  'connecting',
  'stalled',
  'camera-problem',
  'paused',
  'engine-restart',
  'app-closed',
];
