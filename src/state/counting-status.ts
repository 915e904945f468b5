import type { Problem } from '../core/result.ts';
import type { CameraStatus } from './camera-status.ts';

/** What the app is doing, in the order in which it happens. */
export type CountingState =
  | { readonly kind: 'starting'; readonly step: StartingStep }
  | { readonly kind: 'running' }
  /** Another tab of this browser counts; this one shows its figures. */
  | { readonly kind: 'elsewhere' }
  /** The operator stopped it. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type StartingStep = 'storage' | 'engine' | 'cameras';

/** The word in the corner of every view. */
export type CountingStatus = 'starting' | 'counting' | 'partial' | 'stopped' | 'elsewhere';

/** One word for the whole: `partial` where some, `stopped` where none of the cameras in use is measured. */
export function countingStatusOf(state: CountingState, cameras: readonly CameraStatus[]): CountingStatus {
  if (state.kind === 'elsewhere' || state.kind === 'starting') return state.kind;
  if (state.kind !== 'running') return 'stopped';
  const wanted = cameras.filter(({ camera }) => !camera.paused);
  const live = wanted.filter(({ phase }) => phase === 'live').length;
  if (live > 0) return live === wanted.length ? 'counting' : 'partial';
  return wanted.some(({ phase }) => phase === 'connecting') ? 'starting' : 'stopped';
}
