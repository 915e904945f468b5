import { fileURLToPath } from 'node:url';
import { bundleInMemory } from '../bundle-in-memory.ts';

/** What runs inside the page that is looked at, as text. */
export interface PageScripts {
  /** Leaves its notes under `TAP`. */
  readonly tap: string;
  /** Leaves a function under `INVENTORY`. */
  readonly inventory: string;
}

/** Bundles the scripts of `browser`. */
export async function loadPageScripts(): Promise<PageScripts> {
  return { tap: await bundled('page-tap'), inventory: await bundled('take-inventory') };
}

/** One script in a scope of its own: its names must not meet the page's. */
async function bundled(name: string): Promise<string> {
  const entry = fileURLToPath(new URL(`./browser/${name}.ts`, import.meta.url));
  const script = (await bundleInMemory({ [name]: entry })).get(`/${name}.js`);
  if (script === undefined) throw new Error(`${name} was not bundled`);
  return `(() => {\n${script}\n})();`;
}
