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

/** Reads a log that `--log-net-log` wrote; the last line may be cut where the browser ended. */
export function readNetLog(path: string, origin: string): NetLog {
  const log = parseLog(readFileSync(path, 'utf8'));
  const start = log.constants.logEventTypes.URL_REQUEST_START_JOB;
  const started = log.events.filter(({ type, params }) => type === start && params?.url !== undefined);
  const isOfPage = ({ params }: LoggedEvent): boolean =>
    params?.initiator === origin || (params?.url ?? '').startsWith(`${origin}/`);
  const ofPage = started.filter(isOfPage);
  return {
    requests: ofPage.length,
    findings: [...new Set(ofPage.flatMap(({ params }) => faultOf(params ?? {}, origin)))],
    ofTheBrowser: [
      ...new Set(started.filter((event) => !isOfPage(event)).map(({ params }) => hostOf(params?.url ?? ''))),
    ],
  };
}

function faultOf(params: NonNullable<LoggedEvent['params']>, origin: string): string[] {
  const { url = '', method = 'GET', upload_id: upload } = params;
  if (!url.startsWith(`${origin}/`)) return [`request to ${hostOf(url)}`];
  if (method !== 'GET' || upload !== undefined) return [`${method} to ${new URL(url).pathname}`];
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
