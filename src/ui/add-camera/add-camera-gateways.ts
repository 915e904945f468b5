import type { GatewayKind } from '../../core/camera-check/gateway-address.ts';

/** The programs' own names, the same in every language. */
export const GATEWAY_NAMES: Readonly<Record<Exclude<GatewayKind, 'other'>, string>> = {
  mediamtx: 'MediaMTX',
  go2rtc: 'go2rtc',
  janus: 'Janus',
};
