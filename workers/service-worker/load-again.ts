/**
 * An empty page that loads `url` anew, by then through the newer service worker. The address must differ, or a part
 * after `#` would make it a jump inside the empty page: an empty query is added, or taken away again the next time.
 */
export function loadAgain(url: string): Response {
  const noIcon = '<!doctype html><link rel="icon" href="data:,">';
  const headers = { 'Content-Type': 'text/html', Refresh: `0; url=${otherAddress(url)}` };
  return new Response(noIcon, { headers });
}

/** Another address of the same document with the same parameters. */
export function otherAddress(url: string): string {
  const [address = '', ...fragment] = url.split('#');
  const other = /[?&]$/.test(address) ? address.slice(0, -1) : address + (address.includes('?') ? '&' : '?');
  return [other, ...fragment].join('#');
}
