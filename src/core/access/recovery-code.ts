/** Letters that are told apart when they are written by hand: no I, L, O, U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 5;

/** Random bytes that a code is made of: one letter each, 100 bits in all. */
export const RECOVERY_BYTES = 20;

/** 復旧コード: four groups of five letters from random bytes. */
export function recoveryCode(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
  return letters.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? '';
}

/** A code as it is compared, however it was typed: without dashes, in capitals, O as 0, I and L as 1. */
export function normaliseRecovery(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
