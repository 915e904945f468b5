import type { MarksProblem } from '../../core/calibration/floor-marks.ts';

/** Why something about the floor is refused, after a colon. */
const reasons: Readonly<Record<MarksProblem['code'] | 'not-calibrated' | 'out-of-view', string>> = {
  'too-few-pairs': 'at least 4 marks are needed',
  'too-many-pairs': 'at most 16 marks are possible',
  'pairs-on-a-line': 'the marks lie nearly on one line; spread them over the floor',
  'pairs-nearly-degenerate': 'the marks do not settle the floor; take some that lie farther apart',
  'pairs-contradict': 'the marks contradict each other; two may be mixed up, or one is far off',
  'scale-implausible': 'people would be giants or dwarfs; lengths on the floor are in metres',
  mirrored: 'the floor is mirrored; on the plan x grows to the right and y downwards',
  'not-calibrated': 'a camera that counts zones on the plan needs its floor marks',
  'out-of-view': 'the camera that counts it does not see it',
};

export const floorEn = { reasons };

export type FloorMessages = typeof floorEn;
