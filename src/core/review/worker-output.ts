/** What the vision worker has sent in all, as of one moment. */
export interface OutputCount {
  readonly atMs: number;
  readonly bytes: number;
  readonly messages: number;
}

/** How much leaves the vision worker. */
export interface OutputRate {
  /** Bytes a second. */
  readonly bytesPerSecond: number;
  /** Mean bytes of a message, which is about one analysed frame; 0 without any. */
  readonly bytesPerMessage: number;
}

/** The rate between two moments, the older first; null where no time passed, or counting began anew between them. */
export function outputRate(from: OutputCount, to: OutputCount): OutputRate | null {
  const ms = to.atMs - from.atMs;
  const bytes = to.bytes - from.bytes;
  const messages = to.messages - from.messages;
  if (ms <= 0 || bytes < 0 || messages < 0) return null;
  return {
    bytesPerSecond: (bytes * 1000) / ms,
    bytesPerMessage: messages === 0 ? 0 : bytes / messages,
  };
}

/** Bytes of one picture as cameras deliver it: a brightness for each pixel, two colours for every four (I420). */
export function bytesOfPicture(width: number, height: number): number {
  return width * height + 2 * Math.ceil(width / 2) * Math.ceil(height / 2);
}
