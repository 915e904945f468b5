import { bareHost } from './local-host.ts';

/** A STUN or TURN server as a gateway names it. */
export interface IceServer {
  readonly urls: string;
  readonly username?: string;
  readonly credential?: string;
}

const MAX_HEADER_LENGTH = 4000;
const MAX_SERVERS = 8;
/** One value of the header: an address in angle brackets and its parameters, whose commas stand in quotes (RFC 8288). */
const LINK = /<([^<>]*)>((?:[^,<"]|"(?:[^"\\]|\\.)*")*)/g;
const PARAMETER = /;\s*([a-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+))/gi;
const SERVER = /^(?:stun|turns?):(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?$/i;

/** The servers in a `Link` header with `rel="ice-server"`; what cannot be read is left out. */
export function parseIceServers(header: string | null): readonly IceServer[] {
  if (header === null || header.length > MAX_HEADER_LENGTH) return [];
  return [...header.matchAll(LINK)]
    .flatMap(([, urls = '', rest = '']) => serverOf(urls, rest))
    .slice(0, MAX_SERVERS);
}

/**
 * Those of the servers that stand on the gateway's own host. Any other would learn this PC's public address and
 * when the shop counts, and the page talks to nobody but itself and the configured cameras.
 */
export function ownIceServers(servers: readonly IceServer[], gatewayHost: string): readonly IceServer[] {
  const gateway = bareHost(gatewayHost);
  return servers.filter(({ urls }) => bareHost(SERVER.exec(urls)?.[1] ?? '') === gateway);
}

function serverOf(urls: string, rest: string): readonly IceServer[] {
  const given = new Map<string, string>();
  for (const [, name = '', quoted, token] of rest.matchAll(PARAMETER)) {
    given.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? token ?? '');
  }
  if (given.get('rel') !== 'ice-server' || !SERVER.test(urls)) return [];
  const username = given.get('username');
  const credential = given.get('credential');
  if (/^stun:/i.test(urls)) return [{ urls }];
  // TURN without credentials is refused by the browser with an exception.
  return username === undefined || credential === undefined ? [] : [{ urls, username, credential }];
}
