import { failed, ok, type Result } from '../result.ts';
import { parseCameraUrl } from '../site/camera-url.ts';

/** A program that turns a camera's stream into WebRTC. `other`: any that speaks WHEP. */
export type GatewayKind = 'mediamtx' | 'go2rtc' | 'janus' | 'other';

/** Where a stream is, as an operator knows it. */
export interface GatewayPlace {
  /** Name or number of the PC, with scheme and port where they are not the usual ones. */
  readonly host: string;
  /** The camera's name in the gateway's settings. */
  readonly stream: string;
}

/** What was understood of a pasted address. */
export interface GatewayAddress {
  readonly kind: GatewayKind;
  readonly url: string;
}

const USUAL_PORTS: Readonly<Record<Exclude<GatewayKind, 'other'>, number>> = {
  mediamtx: 8889,
  go2rtc: 1984,
  janus: 7090,
};

/** The WHEP address of a stream. `settings-invalid` with `reason: 'address'` when no address comes of it. */
export function gatewayUrl(
  kind: Exclude<GatewayKind, 'other'>,
  { host, stream }: GatewayPlace,
): Result<string> {
  const bare = host.trim().replace(/\/+$/, '');
  const name = stream.trim();
  if (bare === '' || name === '') return failed('settings-invalid', { reason: 'address' });
  const withScheme = /^https?:\/\//i.test(bare) ? bare : `http://${bare}`;
  const hasPort = /:\d+$/.test(withScheme) || /^https:/i.test(withScheme);
  const origin = hasPort ? withScheme : `${withScheme}:${USUAL_PORTS[kind]}`;
  const parsed = parseCameraUrl(`${origin}${pathOf(kind, name)}`);
  return parsed.ok ? ok(parsed.value.href) : parsed;
}

/**
 * The stream behind an address that was copied from a browser or a manual: a gateway's own page for a stream counts
 * as the stream. `settings-invalid` with `reason`: `rtsp` for a camera's own address, which no browser can open.
 */
export function readGatewayAddress(text: string): Result<GatewayAddress> {
  const pasted = text.trim();
  if (/^rtsps?:\/\//i.test(pasted)) return failed('settings-invalid', { reason: 'rtsp' });
  const parsed = parseCameraUrl(pasted.replace(/#.*$/, ''));
  if (!parsed.ok) return parsed;
  const { href, origin } = parsed.value;
  const kind = kindOf(href);
  return ok({ kind, url: kind === 'other' ? href : streamOf(kind, href, origin) });
}

/** What a gateway's address gives away of its kind: by its path first, then by its usual port. */
export function kindOf(url: string): GatewayKind {
  if (/\/(api\/webrtc|stream\.html|webrtc\.html)\?(.*&)?src=/.test(url)) return 'go2rtc';
  if (/\/whep\/endpoint\//.test(url)) return 'janus';
  if (/^[^/]*\/\/[^/]+\/.+\/whep$/.test(url) || /:8889(\/|$)/.test(url)) return 'mediamtx';
  return 'other';
}

function streamOf(kind: GatewayKind, href: string, origin: string): string {
  if (kind === 'go2rtc') {
    const source = /[?&]src=([^&]+)/.exec(href)?.[1] ?? '';
    return `${origin}/api/webrtc?src=${source}`;
  }
  if (kind === 'mediamtx' && !href.endsWith('/whep')) {
    const path = href
      .slice(origin.length)
      .replace(/[?].*$/, '')
      .replace(/^\/+|\/+$/g, '');
    return path === '' ? href : `${origin}/${path}/whep`;
  }
  return href;
}

function pathOf(kind: Exclude<GatewayKind, 'other'>, stream: string): string {
  switch (kind) {
    case 'mediamtx':
      return `/${stream.split('/').map(encodeURIComponent).join('/')}/whep`;
    case 'go2rtc':
      return `/api/webrtc?src=${encodeURIComponent(stream)}`;
    case 'janus':
      return `/whep/endpoint/${encodeURIComponent(stream)}`;
  }
}
