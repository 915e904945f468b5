import type { GatewaySurvey } from '../../contracts/ports.ts';
import { isLocalHost } from '../../core/whep/local-host.ts';
import { mayConnectTo } from '../platform/connect-origins.ts';
import { localNetworkDenied } from './local-network-permission.ts';

const ANSWER_WITHIN_MS = 4000;

/** What can be told of a gateway's address before its stream is asked for. Nothing is sent where that is not allowed. */
export async function surveyGateway(url: string): Promise<GatewaySurvey> {
  const isAllowed = mayConnectTo(url);
  const isMixedContent = isBlockedAsMixed(new URL(url));
  const isNetworkDenied = await localNetworkDenied();
  const mayAsk = isAllowed && !isMixedContent && !isNetworkDenied;
  return { isAllowed, isMixedContent, isNetworkDenied, answers: mayAsk ? await answers(url) : null };
}

/** A page on https reaches http only on this PC and, with permission, in the local network. */
function isBlockedAsMixed({ protocol, hostname }: URL): boolean {
  return location.protocol === 'https:' && protocol === 'http:' && !isLocalHost(hostname);
}

/** Whether anything answers: without CORS the browser tells no more than that. No credentials go out. */
async function answers(url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    await fetch(url, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal });
    return true;
  } catch {
    return false; // a TypeError, or the deadline
  }
}
