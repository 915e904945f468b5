import type { Finding } from './diagnose.ts';
import type { GatewayKind } from './gateway-address.ts';

/** What a setting is written for. */
export interface SettingPlace {
  readonly kind: GatewayKind;
  /** Origin of this page, such as `http://localhost:4180`. */
  readonly pageOrigin: string;
  /** Host of the gateway. */
  readonly host: string;
  /** The camera's name in the gateway's settings. */
  readonly stream: string;
}

type Setting = (place: SettingPlace) => string;
type Settings = Partial<Readonly<Record<Finding, Setting>>>;

const SOURCE = 'rtsp://USER:PASSWORD@CAMERA/PATH';

const mediamtxEncoded: Setting = ({ stream }) =>
  `paths:\n  ${stream}:\n` +
  `    runOnInit: ffmpeg -rtsp_transport tcp -i ${SOURCE} -an -c:v libx264 -preset veryfast ` +
  `-tune zerolatency -bf 0 -g 20 -f rtsp rtsp://127.0.0.1:8554/${stream}\n` +
  '    runOnInitRestart: yes';

const MEDIAMTX: Settings = {
  'no-cors': ({ pageOrigin }) => `webrtcAllowOrigins: ['${pageOrigin}']`,
  'not-reachable': () => 'webrtc: yes\nwebrtcAddress: :8889',
  'no-media': ({ host }) =>
    `webrtcLocalUDPAddress: :8189\nwebrtcIPsFromInterfaces: yes\nwebrtcAdditionalHosts: [${host}]`,
  'stream-missing': ({ stream }) => `paths:\n  ${stream}:\n    source: ${SOURCE}\n    rtspTransport: tcp`,
  'codec-refused': mediamtxEncoded,
  'not-decoded': mediamtxEncoded,
  'b-frames': mediamtxEncoded,
};

const go2rtcEncoded: Setting = ({ stream }) => `streams:\n  ${stream}: ffmpeg:${SOURCE}#video=h264`;
/** A user name cannot be had across origins: go2rtc asks for it in the preflight too, which carries none. */
const go2rtcOpen: Setting = () => 'api:\n  listen: "127.0.0.1:1984"\n  origin: "*"';

const GO2RTC: Settings = {
  'no-cors': go2rtcOpen,
  'credentials-refused': go2rtcOpen,
  'not-reachable': go2rtcOpen,
  'no-media': ({ host }) => `webrtc:\n  listen: ":8555"\n  candidates: [ "${host}:8555" ]\n  ice_servers: []`,
  'stream-missing': ({ stream }) => `streams:\n  ${stream}: ${SOURCE}`,
  'codec-refused': go2rtcEncoded,
  'not-decoded': go2rtcEncoded,
  'b-frames': go2rtcEncoded,
};

const HEADERS: Settings = { 'no-cors': corsHeaders, 'session-hidden': corsHeaders };

const SETTINGS: Readonly<Record<GatewayKind, Settings>> = {
  mediamtx: MEDIAMTX,
  go2rtc: GO2RTC,
  janus: HEADERS,
  other: HEADERS,
};

/** Lines for the gateway's own settings that cure a finding; null where there is nothing to paste. */
export function gatewaySetting(finding: Finding, place: SettingPlace): string | null {
  return SETTINGS[place.kind][finding]?.(place) ?? null;
}

function corsHeaders({ pageOrigin }: SettingPlace): string {
  return [
    `Access-Control-Allow-Origin: ${pageOrigin}`,
    'Access-Control-Allow-Methods: POST, PATCH, DELETE, OPTIONS',
    'Access-Control-Allow-Headers: Authorization, Content-Type, If-Match',
    'Access-Control-Expose-Headers: Location, Link',
  ].join('\n');
}

/** The camera's name within a gateway's address; `camera` where the address does not tell. */
export function streamNameOf(url: string): string {
  const name =
    /[?&]src=([^&]+)/.exec(url)?.[1] ??
    /\/whep\/endpoint\/([^/?]+)/.exec(url)?.[1] ??
    /^[^/]*\/\/[^/]+\/(.+)\/whep$/.exec(url)?.[1];
  return name !== undefined && SAFE_NAME.test(name) ? name : 'camera';
}

/** What may stand in YAML as it is. */
const SAFE_NAME = /^[\w./-]{1,60}$/;
