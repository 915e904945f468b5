import { needsNetworkPermission } from '../../core/whep/local-host.ts';

/** Names under which Chromium asks for access to the local network; older ones know none of them. */
const PERMISSIONS = ['local-network', 'loopback-network', 'local-network-access'];

/**
 * Whether the operator or a policy has denied the page what it needs to reach this host, which WebRTC tells by silence.
 * The permission can be denied and not needed: a page of this PC may reach the whole network.
 */
export async function networkDenied(host: string): Promise<boolean> {
  if (!needsNetworkPermission(location.hostname, host)) return false;
  const states = await Promise.all(PERMISSIONS.map(stateOf));
  return states.includes('denied');
}

async function stateOf(name: string): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name: name as PermissionName })).state;
  } catch {
    return null; // a TypeError: the browser does not know the name
  }
}
