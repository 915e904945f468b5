import { failed, ok, type Result } from '../result.ts';

/** The address of a gateway, taken apart far enough to be trusted in a Content-Security-Policy. */
export interface CameraUrl {
  /** The address as given. */
  readonly href: string;
  /** Scheme, host and port, lower case, without the scheme's default port: `http://192.168.1.10:8889`. */
  readonly origin: string;
}

const MAX_LENGTH = 500;
const ADDRESS =
  /^(https?):\/\/(\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?)(?::(\d{1,5}))?([/?][\x21-\x7e]*)?$/i;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

/**
 * Reads an http or https address. User names in it, other schemes, fragments and characters that an address
 * must escape are `settings-invalid` with `reason: 'address'`: credentials have a place of their own.
 */
export function parseCameraUrl(text: string): Result<CameraUrl> {
  const parts = text.length <= MAX_LENGTH && !text.includes('#') ? ADDRESS.exec(text) : null;
  const scheme = parts?.[1]?.toLowerCase();
  const host = parts?.[2]?.toLowerCase();
  if (!scheme || !host || host.includes('..')) return failed('settings-invalid', { reason: 'address' });
  const port = Number(parts?.[3] ?? DEFAULT_PORTS[scheme]);
  if (port < 1 || port > 65_535) return failed('settings-invalid', { reason: 'address' });
  const suffix = port === DEFAULT_PORTS[scheme] ? '' : `:${port}`;
  return ok({ href: text, origin: `${scheme}://${host}${suffix}` });
}
