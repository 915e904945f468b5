/** Names under which Chromium asks for access to the local network; older ones know none of them. */
const PERMISSIONS = ['local-network', 'loopback-network', 'local-network-access'];

/** Whether the operator or a policy has denied the page access to the local network, which WebRTC tells by silence. */
export async function localNetworkDenied(): Promise<boolean> {
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
