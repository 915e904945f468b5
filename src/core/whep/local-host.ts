/** Loopback and the names of multicast DNS (RFC 6762). */
const LOCAL_NAME = /(^localhost|\.local)$/;
const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
/** Loopback, private, link-local and carrier-private ranges (RFC 6890). */
const LOCAL_RANGES: readonly RegExp[] = [
  /^127\./,
  /^10\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^169\.254\./,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^::1$/,
  /^f[cd][0-9a-f]{2}:/,
  /^fe[89ab][0-9a-f]:/,
];

/** Whether a host is within the shop's own network by its looks alone: no name is looked up. */
export function isLocalHost(host: string): boolean {
  const bare = bareHost(host);
  return isAddress(bare) ? LOCAL_RANGES.some((range) => range.test(bare)) : LOCAL_NAME.test(bare);
}

/**
 * Whether a page of one host needs the browser's permission to reach another (WICG Local Network Access: a page may
 * reach its own address space and wider ones; loopback lies within the local network, that within the internet). A
 * name may stand for any address, so it is told as needing it where that cannot be excluded.
 */
export function needsNetworkPermission(pageHost: string, targetHost: string): boolean {
  const [page, target] = [bareHost(pageHost), bareHost(targetHost)];
  if (isLoopback(page)) return false;
  if (isAddress(page) && isLocalHost(page)) return isLoopback(target) || !isAddress(target);
  return isLocalHost(target) || !isAddress(target);
}

function isLoopback(bare: string): boolean {
  return bare === 'localhost' || bare === '::1' || (IPV4.test(bare) && bare.startsWith('127.'));
}

/** Lower case, without the brackets of IPv6. */
export function bareHost(host: string): string {
  return host.toLowerCase().replace(/^\[|\]$/g, '');
}

/** Whether a bare host is a number rather than a name. */
function isAddress(bare: string): boolean {
  return IPV4.test(bare) || bare.includes(':');
}
