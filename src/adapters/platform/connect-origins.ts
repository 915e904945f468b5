/**
 * Origins of cameras that the Content-Security-Policy of this document allows. The service worker that served the
 * document wrote them into its `Server-Timing` header beside the policy; without a service worker there are none.
 */
export function connectOrigins(): ReadonlySet<string> {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const entry = navigation?.serverTiming.find(({ name }) => name === 'connect');
  return new Set((entry?.description ?? '').split(' ').filter((origin) => origin !== ''));
}

/** Whether this document may talk to the origin of `url`. */
export function mayConnectTo(url: string): boolean {
  const { origin } = new URL(url, location.href);
  return origin === location.origin || connectOrigins().has(origin);
}
