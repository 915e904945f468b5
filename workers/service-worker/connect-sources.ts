/** An origin that is safe to write into a header: scheme, host, port, and not a character more. */
const ORIGIN = /^https?:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;

/** The policy with `origins` added to its `connect-src 'self'`. Anything that is not an origin is left out. */
export function withConnectSources(policy: string, origins: readonly string[]): string {
  const added = origins.filter((origin) => ORIGIN.test(origin)).map((origin) => ` ${origin}`);
  return policy.replace("connect-src 'self'", `connect-src 'self'${added.join('')}`);
}
