import type { Problem } from '../../core/result.ts';

/** What a gateway's refusal means. Statuses that are not known count as the first of their hundred (RFC 9110 section 15). */
export function problemOfReply({ status, redirected, headers }: Response): Problem {
  const retryAfterS = readRetryAfter(headers.get('retry-after'), Date.now());
  const detail = retryAfterS === null ? { status } : { status, retryAfterS };
  if (status === 401 || status === 403) return { code: 'camera-credentials-refused', detail };
  // 409: nobody publishes to the stream yet (draft-ietf-wish-whep, session management).
  if (status === 404 || status === 409) return { code: 'camera-stream-missing', detail };
  if (status === 406 || status === 415) return { code: 'camera-codec-unsupported', detail };
  if (status >= 500 || status === 429) return { code: 'camera-unreachable', detail };
  // 301 and 302 make the browser repeat the request as a GET, without the offer.
  return { code: 'camera-answer-invalid', detail: redirected ? { status, reason: 'redirect' } : detail };
}

/** `fetch` tells a network or CORS failure by a TypeError and our deadline by a TimeoutError; all else is a bug. */
export function problemOfFailure(error: unknown): Problem {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return { code: 'camera-unreachable', detail: { reason: 'timeout' } };
  }
  if (error instanceof TypeError) return { code: 'camera-unreachable' };
  throw error;
}

/** Seconds until another attempt is welcome: a number of them or a date (RFC 9110 section 10.2.3); null where not told. */
export function readRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const seconds = /^\d{1,9}$/.test(header.trim())
    ? Number(header)
    : Math.ceil((Date.parse(header) - nowMs) / 1000);
  return seconds > 0 ? seconds : null; // a date that cannot be read is NaN
}
