/** How long the set-up picture is live, and how long one that was held stays to draw on. */
export const LIVE_MS = 60_000;
export const STILL_MS = 15 * 60_000;

/** Where an opened set-up picture stands, on a clock of its owner. It ends by itself. */
export type PreviewPhase =
  { readonly kind: 'live' | 'still'; readonly untilMs: number } | { readonly kind: 'ended' };

export function openedAt(nowMs: number): PreviewPhase {
  return { kind: 'live', untilMs: nowMs + LIVE_MS };
}

/** What it is by now. What has ended stays so. */
export function phaseAt(phase: PreviewPhase, nowMs: number): PreviewPhase {
  return phase.kind !== 'ended' && nowMs >= phase.untilMs ? { kind: 'ended' } : phase;
}

/** Holds a live one still to draw on, once: a still one is never prolonged. */
export function heldAt(phase: PreviewPhase, nowMs: number): PreviewPhase {
  const now = phaseAt(phase, nowMs);
  return now.kind === 'live' ? { kind: 'still', untilMs: nowMs + STILL_MS } : now;
}
