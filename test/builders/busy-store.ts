import { createFairShare } from '../../src/core/scheduling/fair-share.ts';

/** A camera by its numbers. */
export interface Lens {
  readonly weight: number;
  readonly targetFps: number;
  readonly capturedFps: number;
  /** What the engine takes for one of its frames. */
  readonly costMs: number;
  /** It sends nothing from the one moment to the other. */
  readonly silentMs?: readonly [number, number];
}

/**
 * Cameras whose newest due frame waits, and one engine that takes the turns which fair sharing gives. Returns the
 * frames that each camera had analysed in a second between `fromMs` and `toMs`.
 */
export function runStore(lenses: readonly Lens[], ...times: [number] | [number, number]): readonly number[] {
  const [fromMs, toMs] = times.length === 2 ? times : [0, times[0]];
  const fair = createFairShare();
  const cameras = lenses.map((lens, index) => ({
    ...lens,
    index,
    analysed: 0,
    // Cameras are not in step.
    capturedMs: (index * 37) % (1000 / lens.capturedFps),
    dueMs: 0,
  }));
  for (const { index, weight, targetFps } of cameras) fair.join(index, weight * targetFps);
  let nowMs = 0;
  const arrive = (): void => {
    for (const camera of cameras) {
      const { silentMs: [silentFrom, silentTo] = [Infinity, Infinity] } = camera;
      for (; camera.capturedMs <= nowMs; camera.capturedMs += 1000 / camera.capturedFps) {
        const silent = camera.capturedMs >= silentFrom && camera.capturedMs < silentTo;
        if (!silent && camera.capturedMs >= camera.dueMs) fair.want(camera.index);
      }
    }
  };
  while (nowMs < toMs) {
    arrive();
    const turn = fair.next();
    if (turn === null) {
      nowMs = Math.min(...cameras.map(({ capturedMs }) => capturedMs));
      continue;
    }
    const camera = cameras[turn]!;
    camera.dueMs = Math.max(camera.dueMs + 1000 / camera.targetFps, nowMs);
    if (nowMs >= fromMs) camera.analysed += 1;
    nowMs += camera.costMs;
  }
  return cameras.map(({ analysed }) => (analysed * 1000) / (nowMs - fromMs));
}
