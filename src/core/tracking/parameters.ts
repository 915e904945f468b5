/**
 * Everything that can be turned in the tracker. Lengths are in heights of the person's own box and times in
 * seconds, so that one set serves every camera, picture size and frame rate.
 */
export interface TrackerParameters {
  /** Score from which a detection is associated first (ByteTrack's first association). */
  readonly highScore: number;
  /** Score below which a detection is not looked at; between the two it may only continue a track. */
  readonly lowScore: number;
  /** Score a detection needs to begin a track. */
  readonly birthScore: number;
  /** Squared overlap that divides a score by e (Soft-NMS); surer detections take away from their neighbours'. */
  readonly overlapSpread: number;

  /** Standard deviation of a sure detection's position; grows as the score falls. */
  readonly positionNoise: number;
  /** Standard deviation of the logarithm of a sure detection's height; twice that for its width. */
  readonly sizeNoise: number;
  /** Standard deviations beyond which an edge of a box is taken to be hidden or lumped with something else. */
  readonly edgeDoubt: number;
  /** White noise of a walker's acceleration across the picture, heights per s^1.5. */
  readonly agility: number;
  /** The same up and down the picture, as a share: floors are seen at a slant. */
  readonly verticalShare: number;
  /** Standard deviation of the speed of somebody just seen, heights per s. */
  readonly walkingSpeed: number;
  /** Time constant with which the speed of an unseen person decays. */
  readonly coastingDecayS: number;

  /** Mismatch at which a detection cannot be a person's (see association.ts): with a high score, with a low one. */
  readonly highGate: number;
  readonly lowGate: number;
  /** Mismatch at which a newcomer cannot be a lost person (see fragments.ts). */
  readonly joinGate: number;

  /** A track is believed once it was seen this often … */
  readonly confirmSightings: number;
  /** … over at least this time. */
  readonly confirmS: number;
  /** A tentative track that is not seen for this time is dropped. */
  readonly tentativeS: number;
  /** Up to this time unseen, a single detection continues a track; later only a newcomer's path does. */
  readonly directS: number;
  /** A believed track that is not seen for this time is dropped … */
  readonly rememberS: number;
  /** … and after this time already, if it was on its way out of the picture. */
  readonly leaveS: number;
  /** A pause between frames longer than this forgets every track. */
  readonly resetAfterS: number;
}

/**
 * Chosen on PETS09-S2L1 (two detectors) and TUD-Campus, whole and with frames left out, and on their ground truth
 * with simulated detector errors: the middle of a plateau, not its peak.
 */
export const DEFAULT_TRACKER_PARAMETERS: TrackerParameters = {
  highScore: 0.35,
  lowScore: 0.15,
  birthScore: 0.5,
  overlapSpread: 0.5,

  positionNoise: 0.04,
  sizeNoise: 0.08,
  edgeDoubt: 1,
  agility: 0.6,
  verticalShare: 0.3,
  walkingSpeed: 1,
  coastingDecayS: 2.5,

  highGate: 16,
  lowGate: 8,
  joinGate: 25,

  confirmSightings: 2,
  confirmS: 0.1,
  tentativeS: 0.35,
  directS: 1.5,
  rememberS: 3,
  leaveS: 0.5,
  resetAfterS: 2,
};
