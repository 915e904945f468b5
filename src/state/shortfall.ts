import type { CameraStatus } from './camera-status.ts';

/** Why a camera is counted more slowly than is wanted. */
export interface Shortfall {
  /** `engine`: this PC cannot do more. `camera`: the camera itself sends no more. */
  readonly cause: 'engine' | 'camera';
  /** So slow that counts become less sure. */
  readonly unsure: boolean;
}

/** Under this rate somebody who walks briskly is seen too seldom to be followed surely. */
export const LEAST_SURE_FPS = 4;

/** An engine that is at work for this part of the time has no room left to catch up. */
const FULL = 0.75;

/** Null while the camera keeps the wanted rate, or has none. All cameras share one engine: `all` says how full it is. */
export function shortfallOf(camera: CameraStatus, all: readonly CameraStatus[]): Shortfall | null {
  if (camera.phase !== 'live' || !camera.health.behind) return null;
  const live = all.filter(({ phase }) => phase === 'live');
  const engineShare = live.reduce((sum, { health }) => sum + health.cost.engineShare, 0);
  return {
    cause: engineShare >= FULL ? 'engine' : 'camera',
    unsure: camera.health.fps < LEAST_SURE_FPS,
  };
}
