/** What a file of tags says, in its order. Text between tags is passed over: nobody reads it. */
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  /** It is no XML from here on. The last token. */
  | { readonly kind: 'broken' };

/** What stands between marks that nothing is read of. */
const PASSED_OVER = [
  { from: '<!--', to: '-->' },
  { from: '<![CDATA[', to: ']]>' },
  { from: '<?', to: '?>' },
] as const;

const TAG_NAME = /[A-Za-z_][\w:.-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const TAG_END = /\s*(\/?)>/y;

/**
 * Reads XML without a document: no browser interprets it, no entity is ever expanded (a declared one stays its name),
 * nothing is fetched, and the time is linear in the text. An element without content opens and closes.
 */
export function* scanXml(text: string): Generator<XmlToken, void, undefined> {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    const tag = text.indexOf('<', at);
    if (tag === -1) return;
    const after = text.startsWith('<!DOCTYPE', tag) ? endOfDoctype(text, tag) : endOfPassedOver(text, tag);
    if (after !== null && after !== -1) {
      at = after;
      continue;
    }
    const read = after === -1 ? null : readTag(text, tag);
    if (!read) {
      yield { kind: 'broken' };
      return;
    }
    yield* read.tokens;
    at = read.end;
  }
}

/** Null: none begins here. −1: it never ends. */
function endOfPassedOver(text: string, at: number): number | null {
  const kind = PASSED_OVER.find(({ from }) => text.startsWith(from, at));
  if (!kind) return null;
  const end = text.indexOf(kind.to, at + kind.from.length);
  return end === -1 ? -1 : end + kind.to.length;
}

/** Its declarations are passed over with it. −1: it never ends. */
function endOfDoctype(text: string, at: number): number {
  const end = text.indexOf('>', at);
  const subset = text.indexOf('[', at);
  if (subset === -1 || end < subset) return end === -1 ? -1 : end + 1;
  const closed = text.indexOf(']', subset);
  const last = closed === -1 ? -1 : text.indexOf('>', closed);
  return last === -1 ? -1 : last + 1;
}

function readTag(
  text: string,
  tag: number,
): { readonly tokens: readonly XmlToken[]; readonly end: number } | null {
  const isClosing = text[tag + 1] === '/';
  const name = match(TAG_NAME, text, tag + (isClosing ? 2 : 1));
  if (!name) return null;
  const attributes = new Map<string, string>();
  let { end } = name;
  for (let found = match(ATTRIBUTE, text, end); found; found = match(ATTRIBUTE, text, end)) {
    attributes.set(found.groups[1] ?? '', decoded(found.groups[2] ?? found.groups[3] ?? ''));
    end = found.end;
  }
  const last = match(TAG_END, text, end);
  if (!last) return null;
  const [tagName = ''] = name.groups;
  const close = { kind: 'close', name: tagName } as const;
  if (isClosing) return { tokens: [close], end: last.end };
  const open = { kind: 'open', name: tagName, attributes } as const;
  return { tokens: last.groups[1] === '/' ? [open, close] : [open], end: last.end };
}

function match(
  pattern: RegExp,
  text: string,
  at: number,
): { readonly groups: readonly (string | undefined)[]; readonly end: number } | null {
  pattern.lastIndex = at;
  const groups = pattern.exec(text);
  return groups && { groups, end: pattern.lastIndex };
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five names and the numbers of XML; an entity that a file declares itself stays as it is written. */
function decoded(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(#\d{1,7}|#x[\da-fA-F]{1,6}|\w{2,4});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const point = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
