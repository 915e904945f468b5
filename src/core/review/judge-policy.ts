/** What each directive of the document's Content-Security-Policy may name at most; all others must fall back to `default-src`. */
const AT_MOST: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default'],
};

/** Directives that do not fall back to `default-src`: without them the page would be open (CSP Level 3, 6.1 and 6.3). */
const NEEDED: readonly string[] = [
  'default-src',
  'base-uri',
  'form-action',
  'frame-ancestors',
  'require-trusted-types-for',
];

/**
 * Names of the directives that let through more than they should, or are missing: empty when the policy is as strict
 * as it must be. `cameraOrigins` may stand in `connect-src` beside the page's own.
 */
export function faultsOfPolicy(policy: string, cameraOrigins: ReadonlySet<string>): readonly string[] {
  const directives = parsePolicy(policy);
  const wide = [...directives].filter(([name, sources]) => {
    const allowed = AT_MOST[name];
    return !allowed || sources.some((source) => !allowed.includes(source) && !isCamera(name, source));
  });
  const missing = NEEDED.filter((name) => !directives.get(name)?.length);
  return [...wide.map(([name]) => name), ...missing.filter((name) => !wide.some(([each]) => each === name))];

  function isCamera(name: string, source: string): boolean {
    return name === 'connect-src' && cameraOrigins.has(source);
  }
}

/** Directives by name; of one given twice the first counts (CSP Level 3, 2.2.1). */
function parsePolicy(policy: string): ReadonlyMap<string, readonly string[]> {
  const directives = new Map<string, readonly string[]>();
  for (const text of policy.split(';')) {
    const [name = '', ...sources] = text.trim().split(/\s+/);
    const key = name.toLowerCase();
    if (key !== '' && !directives.has(key)) directives.set(key, sources);
  }
  return directives;
}
