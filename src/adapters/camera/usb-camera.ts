import type { OpenedCamera, UsbDevice } from '../../contracts/ports.ts';
import { failed, ok, type ProblemCode, type Result } from '../../core/result.ts';
import { framesOf } from './frame-pump.ts';
import { readDeviceStats } from './read-stats.ts';
import { createStreamEnd } from './stream-end.ts';

/** Enough for the largest model input; a smaller picture costs less on the way. */
const WANTED_PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 15 } };

/** `DOMException.name` of `getUserMedia` (W3C mediacapture-streams) by the problem it means to the operator. */
const PROBLEMS: Readonly<Record<string, ProblemCode>> = {
  NotAllowedError: 'camera-permission-denied',
  SecurityError: 'camera-permission-denied',
  NotFoundError: 'camera-not-found',
  OverconstrainedError: 'camera-not-found',
  NotReadableError: 'camera-in-use',
  AbortError: 'camera-in-use',
};

/** Opens a USB camera, picture only, by its device id. Ends with `camera-ended` when it is unplugged. */
export async function openUsbCamera(deviceId: string): Promise<Result<OpenedCamera>> {
  const stream = await capture({ ...WANTED_PICTURE, deviceId: { exact: deviceId } });
  if (!stream.ok) return stream;
  const [track] = stream.value.getVideoTracks();
  if (!track) return failed('camera-not-found');
  const end = createStreamEnd(() => track.stop());
  track.addEventListener('ended', () => end.settle({ code: 'camera-ended' }), { once: true });
  return ok({
    get frames() {
      return framesOf(track);
    },
    startsAtMs: null,
    everyFrame: false,
    ended: end.promise,
    stats: () => Promise.resolve(track.readyState === 'live' ? readDeviceStats(track) : null),
    close: () => end.settle(null),
  });
}

/** The cameras of this PC, by name; none is no problem. Asks for permission when the browser does not tell the names yet. */
export async function listUsbCameras(): Promise<Result<readonly UsbDevice[]>> {
  let devices = await videoInputs();
  if (devices.some(({ label }) => label === '')) {
    const stream = await capture(true);
    if (!stream.ok) return stream;
    for (const track of stream.value.getTracks()) track.stop();
    devices = await videoInputs();
  }
  return ok(devices.map(({ deviceId, label }) => ({ deviceId, label })));
}

async function videoInputs(): Promise<readonly MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === 'videoinput');
}

async function capture(video: MediaTrackConstraints | true): Promise<Result<MediaStream>> {
  try {
    return ok(await navigator.mediaDevices.getUserMedia({ video, audio: false }));
  } catch (error) {
    const code = error instanceof DOMException ? PROBLEMS[error.name] : undefined;
    if (!code) throw error;
    return failed(code);
  }
}
