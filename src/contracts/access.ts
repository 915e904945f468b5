import type { SignedRole } from '../core/access/permissions.ts';

/** What can be proved with a secret: a role by its PIN, and the right to choose a new PIN by the recovery code. */
export type SecretKey = SignedRole | 'recovery';
export type LockKey = `${SignedRole}-lock`;

/** PBKDF2-SHA-256 of a secret. The secret itself is kept nowhere. */
export interface SecretProof {
  /** 16 random bytes, hex. */
  readonly salt: string;
  readonly iterations: number;
  /** 32 bytes, hex. */
  readonly digest: string;
}

export interface SecretRecord extends SecretProof {
  readonly key: SecretKey;
}

/** Wrong tries at the PIN of a role, kept so that a reload does not forgive them. */
export interface LockRecord {
  readonly key: LockKey;
  readonly wrong: number;
  /** Epoch seconds; 0: no lock. */
  readonly until_s: number;
}

export type AccessRecord = SecretRecord | LockRecord;

/** What the journal says of PINs: the code, and whose role it was. */
export interface AccessNote {
  readonly code:
    'pin-set' | 'pin-changed' | 'pin-removed' | 'recovery-used' | 'access-locked' | 'preview-opened';
  readonly role: SignedRole;
}

/** A change of what is kept of PINs, and what is said of it. */
export interface AccessChange {
  readonly put?: readonly AccessRecord[];
  readonly remove?: readonly AccessRecord['key'][];
  readonly note?: AccessNote;
}

/** Proves secrets, slowly on purpose. */
export interface SecretPort {
  /** The proof of a new secret, with a new salt. */
  prove(secret: string): Promise<SecretProof>;
  matches(secret: string, proof: SecretProof): Promise<boolean>;
  randomBytes(length: number): Uint8Array;
}
