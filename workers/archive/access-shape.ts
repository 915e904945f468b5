import { MOST_TRIES } from '../../src/core/access/lock-out.ts';
import { code, digest, hex, int, object, text, variant } from './shape.ts';

/** Of PBKDF2: fewer rounds are refused. */
const proof = { salt: hex(32), iterations: int(600_000, 10_000_000), digest };
const lock = { wrong: int(0, MOST_TRIES), until_s: int(0, 4_200_000_000) };

/** Proofs of PINs and their lock-outs: hex digits of a fixed length and numbers. */
export const accessShape = variant(
  'key',
  new Map([
    ['manager', object({ key: code('manager'), ...proof })],
    ['merchandiser', object({ key: code('merchandiser'), ...proof })],
    ['recovery', object({ key: code('recovery'), ...proof })],
    ['manager-lock', object({ key: code('manager-lock'), ...lock })],
    ['merchandiser-lock', object({ key: code('merchandiser-lock'), ...lock })],
  ]),
);

const camera = int(1, Number.MAX_SAFE_INTEGER);

/** Access data of a camera: user and password, or a token. */
export const credentialShape = variant(
  'kind',
  new Map([
    ['bearer', object({ camera, kind: code('bearer'), token: text(4096) })],
    ['basic', object({ camera, kind: code('basic'), user: text(256), password: text(256) })],
  ]),
);
