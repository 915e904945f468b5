/** Value of an IEEE 754 half-precision number given by its 16 bits. */
export function fromFloat16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Bits of a number that half precision holds exactly; throws for any other, so that nothing is rounded unseen. */
export function toFloat16(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  let bits = 0;
  if (size >= 2 ** -14) {
    const exponent = Math.floor(Math.log2(size));
    bits = ((exponent + 15) << 10) | ((size / 2 ** exponent - 1) * 1024);
  } else {
    bits = size * 2 ** 24;
  }
  if (fromFloat16(sign | bits) !== value) throw new Error(`${value} is not a half-precision number`);
  return sign | bits;
}
