/**
 * Everything that can be turned in the tracker. Lengths are in heights of the person's own box and times in
 * seconds, so one set serves every camera and every frame rate.
 */
export interface TrackerParameters {
  /** Score from which a detection is associated first (ByteTrack's first association). */
  readonly highScore: number;
  /** Score below which a detection is not looked at; between the two it may only continue a track. */
  readonly lowScore: number;
  /** Score a detection needs to begin a track. */
  readonly birthScore: number;
  /** A track is believed once it was seen this often … */
  readonly confirmSightings: number;
  /** … over at least this time. */
  readonly confirmS: number;
  /** A tentative track that is not seen for this time is dropped. */
  readonly tentativeS: number;
  /** A confirmed track that is not seen for this time is dropped. */
  readonly rememberS: number;
  /** A coasting track's prediction is worth reporting up to this time. */
  readonly coastS: number;
  /** A pause between frames longer than this forgets every track. */
  readonly resetAfterS: number;
  /** Standard deviation of a sure detection's centre; grows as the score falls. */
  readonly positionNoise: number;
  /** Standard deviation of the logarithm of a detection's size. */
  readonly sizeNoise: number;
  /** White acceleration noise of a walker, heights per s^1.5. */
  readonly agility: number;
  /** Standard deviation of the speed of somebody just seen, heights per s. */
  readonly walkingSpeed: number;
  /** Time constant with which the speed of an unseen person decays. */
  readonly coastingDecayS: number;
  /** Squared Mahalanobis distance at which an association becomes impossible. */
  readonly gate: number;
}

/** Chosen on PETS09-S2L1 and TUD-Campus detections, whole and with frames dropped, and on disturbed ground truth. */
export const DEFAULT_TRACKER_PARAMETERS: TrackerParameters = {
  highScore: 0.5,
  lowScore: 0.2,
  birthScore: 0.6,
  confirmSightings: 2,
  confirmS: 0.15,
  tentativeS: 0.35,
  rememberS: 3,
  coastS: 1,
  resetAfterS: 2,
  positionNoise: 0.04,
  sizeNoise: 0.08,
  agility: 0.5,
  walkingSpeed: 0.8,
  coastingDecayS: 1.5,
  gate: 16,
};
