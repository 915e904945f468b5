const NAME = 'stopped';

/**
 * What the browser still holds of the last frames is given back with the document (docs/privacy-proof.md): once the
 * last camera was stopped the page is loaded anew. Its address then says that it stays stopped: `#/cameras?stopped=1`.
 */
export function reloadStopped(): void {
  history.replaceState(null, '', addressWith('1'));
  location.reload();
}

/** Whether the address says that counting was stopped. */
export function isStoppedByAddress(): boolean {
  return queryOf(location.hash).has(NAME);
}

/** Counting has begun: the next load begins by itself again. */
export function forgetStopped(): void {
  if (isStoppedByAddress()) history.replaceState(null, '', addressWith(null));
}

function addressWith(value: string | null): string {
  const [path = ''] = location.hash.split('?');
  const query = queryOf(location.hash);
  if (value === null) query.delete(NAME);
  else query.set(NAME, value);
  return query.size === 0 ? path || '#/' : `${path || '#/'}?${query}`;
}

function queryOf(hash: string): URLSearchParams {
  return new URLSearchParams(hash.split('?')[1] ?? '');
}
