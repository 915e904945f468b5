import type { Credential } from '../../contracts/archive.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { parseIceServers, type IceServer } from '../../core/whep/ice-servers.ts';
import { MAX_SDP_LENGTH } from '../../core/whep/session-description.ts';
import { problemOfFailure, problemOfReply } from './whep-problem.ts';

/** Where a session is talked about, and with what right. */
export interface WhepAccess {
  readonly url: string;
  readonly credential: Credential | null;
}

/** What a gateway says to an offer. */
export interface WhepReply {
  /** `answer` to our offer, or an `offer` of its own that we must answer (draft-ietf-wish-whep, 406 with SDP). */
  readonly kind: 'answer' | 'offer';
  readonly sdp: string;
  /** How to end it; null when the gateway does not tell or CORS hides it. */
  readonly session: WhepAccess | null;
  /** As the gateway names them, wherever they are. */
  readonly iceServers: readonly IceServer[];
}

/** MediaMTX holds the request for up to 10 s while it starts a source on demand. */
const REPLY_WITHIN_MS = 15_000;
const SDP = 'application/sdp';
const MAX_LOCATION_LENGTH = 2000;
/** What a header can carry: anything else was pasted by mistake. */
const TOKEN = /^[\x21-\x7e]+$/;

/** Sends a complete offer. A refusal becomes the problem that tells the operator what to do. */
export async function postOffer(access: WhepAccess, offer: string): Promise<Result<WhepReply>> {
  const sent = await send(access, { method: 'POST', headers: { 'Content-Type': SDP }, body: offer });
  if (!sent.ok) return sent;
  const response = sent.value;
  const isCounterOffer = response.status === 406;
  if (!response.ok && !isCounterOffer) return refused(response);
  const sdp = await readSdp(response);
  if (!sdp.ok) return sdp;
  if (!sdp.value.startsWith('v=0')) return refused(response);
  return ok({
    kind: isCounterOffer ? 'offer' : 'answer',
    sdp: sdp.value,
    session: sessionOf(access, sessionUrl(response.headers.get('location'), response.url)),
    iceServers: parseIceServers(response.headers.get('link')),
  });
}

/** Answers the gateway's own offer. Gateways keep one open for about 30 s. */
export async function patchAnswer(session: WhepAccess, answer: string): Promise<Result<null>> {
  const sent = await send(session, {
    method: 'PATCH',
    headers: { 'Content-Type': SDP, 'If-Match': '*' },
    body: answer,
  });
  if (!sent.ok) return sent;
  return sent.value.ok ? ok(null) : refused(sent.value);
}

/** Tells the gateway that the session is over. Goes out even while the page is being closed. */
export async function deleteSession(session: WhepAccess): Promise<void> {
  // Whatever it answers, there is nothing left to do: a gateway that was not reached notices by itself after seconds.
  await send(session, { method: 'DELETE', keepalive: true });
}

/**
 * The session's address: relative ones count from where the offer ended up after redirects. Null for anything but
 * http(s), and for what no request can be made to: an address with a user name in it, or one without end.
 */
export function sessionUrl(location: string | null, base: string): string | null {
  if (location === null || location.length > MAX_LOCATION_LENGTH || !URL.canParse(location, base))
    return null;
  const url = new URL(location, base);
  const isPlain = url.username === '' && url.password === '';
  return isPlain && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}

/** Value of the `Authorization` header. */
export function authorization(credential: Credential): string {
  if (credential.kind === 'bearer') return `Bearer ${credential.token}`;
  const bytes = new TextEncoder().encode(`${credential.user}:${credential.password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** Credentials go to the origin that they were entered for, wherever a gateway says its session is. */
function sessionOf({ url, credential }: WhepAccess, session: string | null): WhepAccess | null {
  if (session === null) return null;
  return { url: session, credential: new URL(session).origin === new URL(url).origin ? credential : null };
}

/** A redirect to another origin loses the `Authorization` header on the way (Fetch standard, HTTP-redirect fetch). */
async function send({ url, credential }: WhepAccess, init: RequestInit): Promise<Result<Response>> {
  if (credential?.kind === 'bearer' && !TOKEN.test(credential.token)) {
    return failed('camera-credentials-refused', { reason: 'token' });
  }
  const headers = new Headers(init.headers);
  if (credential) headers.set('Authorization', authorization(credential));
  const signal = AbortSignal.timeout(REPLY_WITHIN_MS);
  try {
    return ok(await fetch(url, { ...init, headers, signal, credentials: 'omit', cache: 'no-store' }));
  } catch (error) {
    return { ok: false, problem: problemOfFailure(error) };
  }
}

/** The body, given up as soon as it is longer than a description can be. */
async function readSdp(response: Response): Promise<Result<string>> {
  let text = '';
  const decoder = new TextDecoder();
  try {
    for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      text += decoder.decode(part, { stream: true });
      if (text.length > MAX_SDP_LENGTH) return failed('camera-answer-invalid', { reason: 'size' });
    }
    return ok(text);
  } catch (error) {
    return { ok: false, problem: problemOfFailure(error) };
  }
}

function refused(response: Response): Result<never> {
  return { ok: false, problem: problemOfReply(response) };
}
