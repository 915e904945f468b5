import { describe, expect, it, test } from 'vitest';
import { judgePin, normalisePin } from '../../../src/core/access/pin-rules.ts';
import { normaliseRecovery, recoveryCode } from '../../../src/core/access/recovery-code.ts';

describe('a PIN', () => {
  test.each([
    ['', 'too-short'],
    ['28491', 'too-short'],
    ['284917', null],
    ['２８４９１７', null],
    ['284917036528', null],
    ['2849170365281', 'too-long'],
    ['123456', 'too-simple'],
    ['987654', 'too-simple'],
    ['890123', 'too-simple'],
    ['000000', 'too-simple'],
    ['121212', 'too-simple'],
    ['123123', 'too-simple'],
    ['112233', 'too-simple'],
    ['きいろいかさ', 'too-short'],
    ['ひがしぐちのきいろいかさ', null],
    ['aaaaaaaaaa', 'too-simple'],
    ['x'.repeat(65), 'too-long'],
  ])('%s: %s', (pin, fault) => {
    expect(judgePin(pin)).toBe(fault);
  });

  it('is the same from an input method and from the keyboard', () => {
    expect(normalisePin(' ２８４９１７ ')).toBe('284917');
  });
});

describe('a recovery code', () => {
  it('is four groups of five letters', () => {
    const code = recoveryCode(Uint8Array.from({ length: 20 }, (_, index) => 13 * index));
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('is known however it is written', () => {
    expect(normaliseRecovery('o1il2-abcde')).toBe('01112ABCDE');
    expect(normaliseRecovery('０１１１２ ＡＢＣＤＥ')).toBe('01112ABCDE');
  });
});
