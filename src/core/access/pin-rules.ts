/** What is wrong with a new PIN. */
export type PinFault = 'too-short' | 'too-long' | 'too-simple';

export const SHORTEST_PIN = 6;
export const LONGEST_PIN = 12;
export const SHORTEST_PHRASE = 10;
export const LONGEST_PHRASE = 64;
/** A phrase of fewer different letters is a repetition. */
const LETTERS = 5;

/** A PIN as it is compared: digits of an input method are the digits of the keyboard, space around it is none. */
export function normalisePin(typed: string): string {
  return typed.normalize('NFKC').trim();
}

/** Judges a new PIN: 6 to 12 digits that are no row and no repetition, or a phrase of 10 to 64 characters. */
export function judgePin(typed: string): PinFault | null {
  const pin = normalisePin(typed);
  const isDigits = /^\d*$/.test(pin);
  const [shortest, longest] = isDigits ? [SHORTEST_PIN, LONGEST_PIN] : [SHORTEST_PHRASE, LONGEST_PHRASE];
  if (pin.length < shortest) return 'too-short';
  if (pin.length > longest) return 'too-long';
  const isSimple = isDigits ? isRow(pin) || isRepetition(pin) : new Set(pin).size < LETTERS;
  return isSimple ? 'too-simple' : null;
}

/** 123456, 987654, 890123: each digit one more than the one before it, or each one less. */
function isRow(digits: string): boolean {
  const steps = Array.from(digits)
    .slice(1)
    .map((digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

/** 000000, 121212, 123123: at most three digits over and over, and 112233: each digit beside its own. */
function isRepetition(digits: string): boolean {
  const repeats = (length: number): boolean =>
    Array.from(digits).every((digit, index) => digit === digits[index % length]);
  const isPairs = /^(?:(\d)\1)+$/.test(digits);
  return repeats(1) || repeats(2) || repeats(3) || isPairs;
}
