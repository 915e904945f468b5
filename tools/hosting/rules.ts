import { responseHeaders } from '../build/response-headers.ts';

/** Paths that are served alike: a regular expression, and what files there are sent with. */
export interface HeaderGroup {
  readonly name: string;
  /** Null: every other path. */
  readonly pattern: string | null;
  /** Without the media type, which goes by the file's ending. */
  readonly headers: Readonly<Record<string, string>>;
}

/** One path of each group, most specific first: the first group that fits a path is the one that counts. */
const GROUPS: readonly { readonly name: string; readonly pattern: string | null; readonly sample: string }[] =
  [
    {
      name: 'workers without any connection',
      pattern: '^/assets/(vision|archive|demo-store|ticker)-[A-Za-z0-9_-]+\\.js$',
      sample: '/assets/vision-x.js',
    },
    {
      name: 'files whose names change with their contents',
      pattern: '^/assets/',
      sample: '/assets/index-x.js',
    },
    {
      name: 'the page that checks a journal',
      pattern: '^/journal-check\\.html$',
      sample: '/journal-check.html',
    },
    { name: 'the app itself', pattern: '(^/$|\\.html$)', sample: '/index.html' },
    { name: 'the service worker', pattern: '^/service-worker\\.js$', sample: '/service-worker.js' },
    { name: 'everything else', pattern: null, sample: '/models/index.json' },
  ];

/** What a web server must send, derived from the rules of the bundled one (`tools/serve/headers.json`). */
export function headerGroups(): readonly HeaderGroup[] {
  return GROUPS.map(({ name, pattern, sample }) => ({
    name,
    pattern,
    headers: headersBesideType(sample),
  }));
}

/** Headers of a path but for its media type. */
export function headersBesideType(path: string): Readonly<Record<string, string>> {
  const headers = Object.entries(responseHeaders(path).headers);
  return Object.fromEntries(headers.filter(([name]) => name !== 'Content-Type'));
}

/** File endings that servers may not know, or tell without their character set. */
export function mediaTypes(): Readonly<Record<string, string>> {
  const endings = ['html', 'js', 'css', 'json', 'webmanifest', 'wasm', 'onnx', 'txt', 'svg', 'png'];
  return Object.fromEntries(
    endings.map((ending) => [ending, responseHeaders(`/x.${ending}`).headers['Content-Type'] ?? '']),
  );
}
