import type { GatewaySurvey } from '../../contracts/ports.ts';
import { isLocalHost } from '../../core/whep/local-host.ts';
import { mayConnectTo } from '../platform/connect-origins.ts';
import { networkDenied } from './local-network-permission.ts';

const ANSWER_WITHIN_MS = 4000;
/** A report is queued right after the refusal. */
const REPORT_WITHIN_MS = 500;

/** What can be told of a gateway's address before its stream is asked for. Nothing is sent where that is not allowed. */
export async function surveyGateway(url: string): Promise<GatewaySurvey> {
  const isAllowed = mayConnectTo(url);
  const isMixedContent = isBlockedAsMixed(new URL(url));
  const isNetworkDenied = await networkDenied(new URL(url).hostname);
  const mayAsk = isAllowed && !isMixedContent && !isNetworkDenied;
  return { isAllowed, isMixedContent, isNetworkDenied, answers: mayAsk ? await answers(url) : null };
}

/** A page on https reaches http only on this PC and, with permission, in the local network. */
function isBlockedAsMixed({ protocol, hostname }: URL): boolean {
  return location.protocol === 'https:' && protocol === 'http:' && !isLocalHost(hostname);
}

/**
 * Whether anything answers. Without CORS the browser tells nothing of an answer, and to a page that is isolated
 * (COEP `require-corp`) it refuses even the bare one: then its report of the refusal is the sign of life. No credentials
 * go out.
 */
async function answers(url: string): Promise<boolean> {
  const refusal = watchForRefusal(url);
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    await fetch(url, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal });
    return true;
  } catch {
    return await refusal.came(); // a TypeError, or the deadline
  } finally {
    refusal.close();
  }
}

interface RefusalWatch {
  came(): Promise<boolean>;
  close(): void;
}

/** Reports of type `coep` name the address of what was refused (HTML, section 7.1.4, "queue a CORP violation report"). */
function watchForRefusal(url: string): RefusalWatch {
  let tell: (came: boolean) => void = () => undefined;
  const came = new Promise<boolean>((resolve) => (tell = resolve));
  const observer = new ReportingObserver(
    (reports) => {
      if (reports.some(({ body }) => blockedUrl(body) === url)) tell(true);
    },
    { types: ['coep'] },
  );
  observer.observe();
  return {
    came: () => {
      setTimeout(() => tell(false), REPORT_WITHIN_MS);
      return came;
    },
    close: () => observer.disconnect(),
  };
}

/** A body's fields are in its JSON alone (Reporting API, `ReportBody.toJSON`, which TypeScript's library lacks). */
function blockedUrl(body: ReportBody | null | undefined): unknown {
  const readable = body as { toJSON(): { readonly blockedURL?: unknown } } | null | undefined;
  return readable?.toJSON().blockedURL;
}
