import type { EngineKind } from './engine-fallback.ts';

/** What trying an engine gave: the time of one picture in full detail, ms; null where it failed. */
export interface EngineTrial {
  readonly engine: EngineKind;
  readonly fullMs: number | null;
}

/** An engine as fast as this carries eight cameras at five pictures a second: no other need be tried. */
const FAST_MS = 20;
/** Another engine must take less than this share of the time to be taken instead: measurements scatter. */
const CLEARLY = 0.9;

/** Whether the next engine should be tried as well, after these. An operator's own choice is not questioned. */
export function goesOnTrying(preference: EngineKind | 'auto', trials: readonly EngineTrial[]): boolean {
  const best = fastest(trials);
  return best === null || (preference === 'auto' && best.fullMs > FAST_MS);
}

/** The engine to take: the fastest, of nearly equal ones the earliest. Null where none started. */
export function fastest(
  trials: readonly EngineTrial[],
): { readonly engine: EngineKind; readonly fullMs: number } | null {
  return trials.reduce<{ engine: EngineKind; fullMs: number } | null>((best, { engine, fullMs }) => {
    if (fullMs === null || (best && fullMs >= CLEARLY * best.fullMs)) return best;
    return { engine, fullMs };
  }, null);
}

/** The candidates with those that were slower than the chosen one behind it; those that failed stay in front. */
export function inOrderOfTrial(
  candidates: readonly EngineKind[],
  trials: readonly EngineTrial[],
  chosen: EngineKind,
): readonly EngineKind[] {
  const isSlower = (kind: EngineKind): boolean =>
    kind !== chosen && trials.some(({ engine, fullMs }) => engine === kind && fullMs !== null);
  const before = candidates.slice(0, candidates.indexOf(chosen));
  const after = candidates.slice(candidates.indexOf(chosen) + 1);
  return [
    ...before.filter((kind) => !isSlower(kind)),
    chosen,
    ...before.filter((kind) => isSlower(kind)),
    ...after,
  ];
}
