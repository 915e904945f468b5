import type { CameraStatus } from '../../state/camera-status.ts';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.en.ts';

/** How many frames of a camera are counted in a second, beside how many are wanted where that is said. */
export function paceText(
  { health, wantedFps }: CameraStatus,
  { m, f }: { readonly m: Messages; readonly f: Format },
): string {
  const fps = f.decimal(health.fps);
  return wantedFps === null ? `${fps} ${m.units.framesPerSecond}` : m.live.pace(fps, f.integer(wantedFps));
}
