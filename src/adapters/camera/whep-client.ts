import type { Credential } from '../../contracts/archive.ts';
import { failed, ok, type Problem, type Result } from '../../core/result.ts';

/** Where a session is talked about, and with what right. */
export interface WhepAccess {
  readonly url: string;
  readonly credential: Credential | null;
}

/** What a gateway says to an offer. `session`: how to end it; null when the gateway does not tell or CORS hides it. */
export interface WhepReply {
  /** `answer` to our offer, or an `offer` of its own that we must answer (draft-ietf-wish-whep, 406 with SDP). */
  readonly kind: 'answer' | 'offer';
  readonly sdp: string;
  readonly session: WhepAccess | null;
}

/** MediaMTX holds the request for up to 10 s while it starts a source on demand. */
const REPLY_WITHIN_MS = 15_000;
const SDP = 'application/sdp';
/** A session description is a few kilobytes; a body beyond this is something else. */
const MAX_SDP_LENGTH = 200_000;

/** Sends a complete offer. A refusal becomes the problem that tells the operator what to do. */
export async function postOffer(access: WhepAccess, offer: string): Promise<Result<WhepReply>> {
  const sent = await send(access, { method: 'POST', headers: { 'Content-Type': SDP }, body: offer });
  if (!sent.ok) return sent;
  const response = sent.value;
  const isCounterOffer = response.status === 406;
  const sdp = await readSdp(response);
  if (!sdp.ok) return sdp;
  if ((response.status !== 201 && !isCounterOffer) || !sdp.value.startsWith('v=0')) {
    return { ok: false, problem: problemOfReply(response) };
  }
  return ok({
    kind: isCounterOffer ? 'offer' : 'answer',
    sdp: sdp.value,
    session: sessionOf(access, sessionUrl(response.headers.get('location'), response.url)),
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
  return sent.value.ok ? ok(null) : { ok: false, problem: problemOfReply(sent.value) };
}

/** Tells the gateway that the session is over. Goes out even while the page is being closed. */
export async function deleteSession(session: WhepAccess): Promise<void> {
  // Whatever it answers, there is nothing left to do: a gateway that was not reached notices by itself after seconds.
  await send(session, { method: 'DELETE', keepalive: true });
}

/** The session's address: relative ones count from where the offer ended up after redirects. Null for anything but http(s). */
export function sessionUrl(location: string | null, base: string): string | null {
  if (location === null || !URL.canParse(location, base)) return null;
  const url = new URL(location, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
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

async function send({ url, credential }: WhepAccess, init: RequestInit): Promise<Result<Response>> {
  const headers = new Headers(init.headers);
  if (credential) headers.set('Authorization', authorization(credential));
  const signal = AbortSignal.timeout(REPLY_WITHIN_MS);
  try {
    return ok(await fetch(url, { ...init, headers, signal, credentials: 'omit', cache: 'no-store' }));
  } catch (error) {
    return { ok: false, problem: problemOfFailure(error) };
  }
}

async function readSdp(response: Response): Promise<Result<string>> {
  try {
    const text = await response.text();
    return text.length <= MAX_SDP_LENGTH ? ok(text) : failed('camera-answer-invalid', { reason: 'size' });
  } catch (error) {
    return { ok: false, problem: problemOfFailure(error) };
  }
}

/** `fetch` tells a network or CORS failure by a TypeError and our deadline by a TimeoutError; all else is a bug. */
function problemOfFailure(error: unknown): Problem {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return { code: 'camera-unreachable', detail: { reason: 'timeout' } };
  }
  if (error instanceof TypeError) return { code: 'camera-unreachable' };
  throw error;
}

function problemOfReply({ status, redirected, headers }: Response): Problem {
  const detail = { status };
  if (status === 401 || status === 403) return { code: 'camera-credentials-refused', detail };
  if (status === 404) return { code: 'camera-stream-missing', detail };
  if (status === 406 || status === 415) return { code: 'camera-codec-unsupported', detail };
  if (status >= 500 || status === 429) {
    const retryAfterS = Number(headers.get('retry-after'));
    return { code: 'camera-unreachable', detail: retryAfterS > 0 ? { status, retryAfterS } : detail };
  }
  // 301 and 302 make the browser repeat the request as a GET, without the offer.
  return { code: 'camera-answer-invalid', detail: redirected ? { status, reason: 'redirect' } : detail };
}
