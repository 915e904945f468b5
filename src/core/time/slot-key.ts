/** A slot's key in every record: the epoch minute at which it starts. */
export function slotKey(startMs: number): number {
  return Math.floor(startMs / 60_000);
}

/** The instant at which the slot with this key starts, epoch ms. */
export function slotStartMs(key: number): number {
  return key * 60_000;
}
