import type { SecretPort, SecretProof } from '../../../src/contracts/access.ts';

/** Proofs as good as the real ones in shape, and quick. Counts how often a secret was tried. */
export class MemorySecrets implements SecretPort {
  tries = 0;
  #salts = 0;

  prove(secret: string): Promise<SecretProof> {
    const salt = (this.#salts += 1).toString(16).padStart(32, '0');
    return Promise.resolve({ salt, iterations: 600_000, digest: digestOf(salt + secret) });
  }

  matches(secret: string, { salt, digest }: SecretProof): Promise<boolean> {
    this.tries += 1;
    return Promise.resolve(digestOf(salt + secret) === digest);
  }

  randomBytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, (_, index) => 37 * index);
  }
}

function digestOf(text: string): string {
  return Array.from(text, (letter) => letter.charCodeAt(0).toString(16))
    .join('')
    .slice(-64)
    .padStart(64, '0');
}
