import { computed, signal, type ReadonlySignal } from '@preact/signals';

/** The views, in the order of the navigation; the last one is reached from other views alone. */
export const VIEWS = ['live', 'history', 'cameras', 'accuracy', 'privacy', 'settings', 'setup'] as const;
export type View = (typeof VIEWS)[number];

/** Where the operator is; the page's address carries it: `#/history?lang=en`. */
export interface Router {
  readonly view: ReadonlySignal<View>;
  /** Changes with the address, also when the operator edits it or goes back. */
  readonly parameters: ReadonlySignal<URLSearchParams>;
  /** Address of a view, with what else the address carries now. */
  hrefOf(view: View): string;
  /** Writes parameters into the address without a new entry in the browser's history; null removes one. */
  setParameters(parameters: Readonly<Record<string, string | null>>): void;
  close(): void;
}

/** View and parameters from a hash such as `#/live?lang=ja`; an unknown view is `live`. */
export function parseHash(hash: string): { readonly view: View; readonly parameters: URLSearchParams } {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return { view: VIEWS.find((view) => view === path) ?? 'live', parameters: new URLSearchParams(query) };
}

/** Follows the address of the page until it is closed. */
export function createRouter(page: Window): Router {
  const initial = parseHash(page.location.hash);
  const view = signal(initial.view);
  const query = signal(initial.parameters.toString());
  const href = (to: View): string => `#/${to}${query.value ? `?${query.value}` : ''}`;
  const follow = (): void => {
    const { view: next, parameters } = parseHash(page.location.hash);
    view.value = next;
    query.value = parameters.toString();
  };
  page.addEventListener('hashchange', follow);
  return {
    view,
    parameters: computed(() => new URLSearchParams(query.value)),
    hrefOf: href,
    setParameters(parameters) {
      const next = new URLSearchParams(query.value);
      for (const [name, value] of Object.entries(parameters)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      query.value = next.toString();
      page.history.replaceState(null, '', href(view.value));
    },
    close: () => page.removeEventListener('hashchange', follow),
  };
}
