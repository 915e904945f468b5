import { readFileSync } from 'node:fs';

/** What Chromium's own network log says of one page. */
export interface NetLog {
  /** Requests that the page's origin started. */
  readonly requests: number;
  /** Addresses beyond its own origin, and anything that is sent with a body. */
  readonly findings: readonly string[];
  /** Hosts that the browser asked for by itself. */
  readonly ofTheBrowser: readonly string[];
}

interface LoggedEvent {
  readonly type: number;
  readonly params?: {
    readonly url?: string;
    readonly method?: string;
    readonly initiator?: string;
    readonly upload_id?: string;
  };
}

interface Logged {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly LoggedEvent[];
}

/** Reads a log that `--log-net-log` wrote. */
export function readNetLog(path: string, origin: string): NetLog {
  const { ofPage, others } = readRequests(path, origin);
  return {
    requests: ofPage.length,
    findings: [...new Set(ofPage.flatMap((request) => faultOf(request, origin)))],
    ofTheBrowser: [...new Set(others.map(({ url }) => hostOf(url)))],
  };
}

/** A request as Chromium began it. */
export interface LoggedRequest {
  readonly url: string;
  readonly method: string;
  readonly hasBody: boolean;
}

/** Requests of the page, its workers and its service worker, and all others; a log may be cut where the browser ended. */
export function readRequests(
  path: string,
  origin: string,
): { readonly ofPage: readonly LoggedRequest[]; readonly others: readonly LoggedRequest[] } {
  const log = parseLog(readFileSync(path, 'utf8'));
  const start = log.constants.logEventTypes.URL_REQUEST_START_JOB;
  const [ofPage, others]: [LoggedRequest[], LoggedRequest[]] = [[], []];
  for (const { type, params } of log.events) {
    if (type !== start || params?.url === undefined) continue;
    const isOfPage = params.initiator === origin || params.url.startsWith(`${origin}/`);
    (isOfPage ? ofPage : others).push({
      url: params.url,
      method: params.method ?? 'GET',
      hasBody: params.upload_id !== undefined,
    });
  }
  return { ofPage, others };
}

function faultOf({ url, method, hasBody }: LoggedRequest, origin: string): string[] {
  if (!url.startsWith(`${origin}/`)) return [`request to ${hostOf(url)}`];
  if (method !== 'GET' || hasBody) return [`${method} to ${new URL(url).pathname}`];
  return new URL(url).search.length > 1 ? [`a query to ${new URL(url).pathname}`] : [];
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host || new URL(url).protocol : url.slice(0, 40);
}

function parseLog(text: string): Logged {
  try {
    return JSON.parse(text) as Logged;
  } catch {
    return JSON.parse(`${text.slice(0, text.lastIndexOf('\n')).replace(/,\s*$/, '')}]}`) as Logged;
  }
}
