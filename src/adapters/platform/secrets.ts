import type { SecretPort, SecretProof } from '../../contracts/access.ts';

/** OWASP's count for PBKDF2 with SHA-256 (Password Storage Cheat Sheet). The write gate refuses fewer. */
const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const DIGEST_BITS = 256;

/** PBKDF2-SHA-256 by the browser. */
export function createSecrets(): SecretPort {
  return {
    async prove(secret) {
      const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
      return { salt: toHex(salt), iterations: ITERATIONS, digest: await derive(secret, salt, ITERATIONS) };
    },
    async matches(secret: string, { salt, iterations, digest }: SecretProof) {
      return (await derive(secret, fromHex(salt), iterations)) === digest;
    },
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  };
}

async function derive(secret: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<string> {
  const bytes = new TextEncoder().encode(secret);
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const method = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(method, key, DIGEST_BITS)));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
