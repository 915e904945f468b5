interface TrustedTypesFactory {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): unknown;
}

/** Scripts of the build that may be started: workers below `/assets/`, and the service worker. */
const STARTABLE = /^\/(assets\/[\w-]+\.js|service-worker\.js)$/;

/**
 * The page's one Trusted Types policy (the CSP demands one): lets workers of our own build start and refuses every
 * other script address, all markup and all code in text. Call once, before the first worker is started.
 */
export function installScriptUrlPolicy(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      const { origin, pathname, search } = new URL(url, location.href);
      if (origin === location.origin && STARTABLE.test(pathname) && search === '') return url;
      throw new TypeError('not a script of this build');
    },
  });
}
