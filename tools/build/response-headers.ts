import { readFileSync } from 'node:fs';
import { extname } from 'node:path';

interface HeaderRules {
  readonly common: Readonly<Record<string, string>>;
  readonly sets: readonly {
    readonly name: string;
    readonly paths: readonly string[];
    readonly headers: Readonly<Record<string, string>>;
  }[];
}

export interface NamedHeaders {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.onnx': 'application/octet-stream',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

const RULES = JSON.parse(
  readFileSync(new URL('../serve/headers.json', import.meta.url), 'utf8'),
) as HeaderRules;

/** The headers that `path` (a request path, `/…`) is served with, under a name that equal sets share. Throws for a file type that is not known. */
export function responseHeaders(path: string): NamedHeaders {
  const mediaType = MEDIA_TYPES[extname(path)];
  if (!mediaType) throw new Error(`${path}: add its media type to tools/build/response-headers.ts`);
  const sets = RULES.sets.filter((set) => set.paths.some((pattern) => new RegExp(pattern).test(path)));
  return {
    name: [...sets.map((set) => set.name), extname(path).slice(1)].join(' '),
    headers: sets.reduce((all, set) => ({ ...all, ...set.headers }), {
      'Content-Type': mediaType,
      ...RULES.common,
    }),
  };
}
