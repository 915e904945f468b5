import type { CheckStep, Finding, StepState } from '../../core/camera-check/diagnose.ts';

const steps: Readonly<Record<CheckStep, string>> = {
  address: 'The address has the right form',
  allowed: 'This page may talk to the address',
  network: 'The browser lets the page into the local network',
  reachable: 'Something answers at the address',
  cors: 'The gateway lets this page read its answer',
  credentials: 'The access data are accepted',
  answer: 'The gateway offers a video that Chrome can play',
  device: 'The camera can be opened',
  media: 'The connection for the video stands',
  picture: 'The first picture is there',
};

const states: Readonly<Record<StepState, string>> = {
  passed: 'in order',
  failed: 'fails',
  open: 'not looked at yet',
};

const findings: Readonly<Record<Finding, string>> = {
  'address-form': 'Enter an address that begins with http:// or https://, without a user name in it.',
  'reload-needed':
    'Save the camera. The page then asks to be loaded once more; after that press “Check the connection” at the camera.',
  'mixed-content':
    'A page on https cannot reach this address on http. Use the number of the gateway (192.168.…), or open this app at http://localhost.',
  'network-denied': 'Click the icon at the left of the address bar, allow “Local network”, and check again.',
  'not-reachable':
    'Is the gateway’s PC on, and the gateway started? Compare number and port. A firewall may also be in the way.',
  'no-cors':
    'The gateway is there, but does not allow this page. Add these lines to its settings and restart it.',
  'credentials-refused': 'Enter the access data of the gateway again. Those of the camera itself are others.',
  'token-form': 'The token has spaces or other characters in it that cannot be sent. Copy it again.',
  redirected:
    'The gateway passes the request on in a way that loses it (301 or 302). Enter the final address.',
  'stream-missing':
    'The gateway does not know this name, or the camera does not send yet. Compare the name, and look at the gateway’s log.',
  'gateway-busy': 'The gateway is overloaded or has an error. Look at its log, or restart it.',
  'too-slow': 'The gateway took more than 15 seconds. Does it reach the camera? Look at its log.',
  'codec-refused':
    'Set the camera to H.264. Where that cannot be done, the gateway can convert, which costs its PC power.',
  'not-whep':
    'Something else answers there. For MediaMTX the address ends in /whep, for go2rtc in /api/webrtc?src=NAME.',
  'data-channel':
    'The gateway wants a data channel beside the video. Kazoe does not open one: switch it off at the gateway.',
  'session-hidden':
    'The gateway hides the address of its session from this page. It must expose the header “Location”.',
  'camera-denied': 'Click the camera icon in the address bar, allow the camera, and check again.',
  'camera-missing': 'Choose a camera. If it is not in the list, plug it in and look for it again.',
  'camera-in-use': 'Another program has the camera. Close it (video call, camera app) and check again.',
  'no-media':
    'The answer came, the video does not get through. Open the gateway’s UDP port in its firewall and let it name its own address.',
  'b-frames':
    'The gateway ends the connection again and again. Set the camera to H.264 without B-frames (profile Baseline, or B-frames 0).',
  'not-decoded':
    'Data arrives, but no picture comes of it. Set the camera to H.264 without B-frames, with a keyframe every 2 seconds.',
  'no-picture':
    'The connection stands, but nothing arrives. Does the camera send? A keyframe every 2 seconds helps as well.',
  'connection-lost': 'The gateway ended the connection at once. Look at its log.',
};

/** What a camera does whose video does not become a picture, by the reason that is known. */
function codec(reason: string | number | undefined): string {
  if (reason === 'b-frames')
    return 'is dropped by its gateway again and again, most often because of B-frames.';
  if (reason === 'not-decoded') return 'sends data of which Chrome makes no picture.';
  return 'sends a video format that Chrome cannot play.';
}

export const addCameraEn = {
  codec,
  gateway: 'Gateway',
  address: 'I have the address',
  host: 'Gateway’s PC',
  hostHint: 'Its number or name, such as 192.168.1.10. For this PC: localhost',
  stream: 'Name of the camera at the gateway',
  streamHint: 'As it stands in the gateway’s settings, such as entrance',
  rtsp: 'This is the camera’s own address. Chrome cannot open it: a gateway such as MediaMTX or go2rtc stands between. Choose it above.',
  check: 'Check the connection',
  checkOf: (name: string) => `Check the connection of “${name}”`,
  again: 'Check again',
  close: 'Close',
  title: 'Connection',
  running: 'Checking …',
  good: 'Everything is in order. The camera can be counted with.',
  steps,
  states,
  findings,
  picture: (width: string, height: string, fps: string | null) =>
    fps === null ? `${width} × ${height} pixels` : `${width} × ${height} pixels, ${fps} pictures a second`,
  slow: 'Five pictures a second or more are needed to count well. Raise the rate at the camera.',
  setting: (gateway: string) => `For the settings of ${gateway}`,
  settingAny: 'Headers that the gateway must send',
  copy: 'Copy',
  copied: 'Copied',
};

export type AddCameraMessages = typeof addCameraEn;
