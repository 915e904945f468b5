import type { GapCause } from '../../core/measures/gap-cause.ts';
import type { CameraPhase } from '../../core/camera-life/camera-life.ts';
import type { PictureFinding } from '../../core/detection/picture-health.ts';

const phases: Readonly<Record<CameraPhase, string>> = {
  connecting: 'Connecting',
  live: 'Counting',
  stalled: 'No picture',
  reconnecting: 'Connecting again',
  'needs-attention': 'Needs attention',
  stopped: 'Paused',
};

const gaps: Readonly<Record<GapCause, string>> = {
  'not-started': 'before counting began',
  connecting: 'connecting',
  stalled: 'no picture',
  unreachable: 'camera not reached',
  'not-there-yet': 'camera not there',
  credentials: 'user name or password',
  codec: 'video format',
  permission: 'not allowed in the browser',
  'camera-problem': 'camera problem',
  paused: 'paused',
  'engine-restart': 'detector restarted',
  'pc-asleep': 'PC asleep',
  'app-closed': 'page closed',
  'app-update': 'update of the app',
  'left-out': 'left out of the figures',
};

/** In a word, beside the camera's name. */
const findings: Readonly<Record<PictureFinding, string>> = {
  dark: 'dark',
  covered: 'covered',
  moved: 'shows something other than usual',
  blurred: 'less sharp than usual',
};

const MISSED = 'People may be missed while it stays like this.';

export const cameraHealthEn = {
  phases,
  gaps,
  findings,
  /** What happened, what it means, what to do. `camera`: “Camera “Door”” or “The camera”. */
  pictures: {
    dark: (camera: string) => ({
      what: `${camera}: the picture is too dark to see people.`,
      means: MISSED,
      todo: 'If the store is open, switch on the light and check whether something covers the lens.',
    }),
    covered: (camera: string) => ({
      what: `${camera}: something is right in front of the lens.`,
      means: MISSED,
      todo: 'Take away what covers the camera.',
    }),
    moved: (camera: string) => ({
      what: `${camera} shows something other than usual.`,
      means: 'Its lines and areas may no longer lie where they belong, and the counts may be wrong.',
      todo: 'Look at the camera. If it was moved, turn it back, or draw its lines and areas again. If the picture is right as it is, press “The picture is right”.',
    }),
    blurred: (camera: string) => ({
      what: `${camera}: the picture is much less sharp than usual.`,
      means: MISSED,
      todo: 'Wipe the lens with a soft cloth. If that does not help, set the focus.',
    }),
  } satisfies Record<PictureFinding, unknown>,
  confirmPicture: 'The picture is right',
  since: (time: string) => `since ${time}`,
  retryIn: (seconds: string) => `next attempt in ${seconds}`,
  size: (width: string, height: string) => `${width} × ${height} pixels`,
  arriving: (fps: string) => `${fps} frames/s arrive`,
  lost: (percent: string) => `${percent} of the packets lost`,
  jitter: (ms: string) => `jitter ${ms} ms`,
  dropped: (frames: string) => `${frames} frames dropped`,
  freezes: (times: string) => `froze ${times} times`,
  uptime: {
    title: 'Time measured, by camera',
    intro:
      'How much of the time each camera measured. The rest is hatched: a gap with its cause, never counted as zero.',
    introOpen:
      'How much of the opening hours each camera measured. What is missing of them is hatched: a gap with its cause, never counted as zero. Measured time outside of them is drawn as well.',
    camera: 'Camera',
    measured: 'Measured',
    gaps: 'Not measured',
    none: 'nothing',
    deleted: (number: number) => `Deleted camera ${number}`,
    bar: (camera: string, measured: string) => `${camera}: ${measured} of the time measured`,
  },
};

/** Every sentence about the health of cameras. */
export type CameraHealthMessages = typeof cameraHealthEn;
