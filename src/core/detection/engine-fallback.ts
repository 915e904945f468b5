/** Where the network can run: on the graphics card, or on processors with several threads or one. */
export type EngineKind = 'webgpu' | 'wasm-threads' | 'wasm';

/** How often an engine failed, and until when it is left alone. */
export interface EngineFailure {
  readonly times: number;
  readonly untilMs: number;
}

export type EngineFailures = Readonly<Partial<Record<EngineKind, EngineFailure>>>;

const FIRST_REST_MS = 10 * 60_000;
const LONGEST_REST_MS = 24 * 3_600_000;

/**
 * The engines worth trying on a PC, best first, as the operator prefers. One thread of WASM is always the last: it
 * runs wherever anything does.
 */
export function candidateEngines(
  preference: EngineKind | 'auto',
  pc: { readonly threads: number; readonly hasGpu: boolean },
): readonly EngineKind[] {
  const threads = pc.threads > 1 ? (['wasm-threads'] as const) : [];
  switch (preference) {
    case 'auto':
      return pc.hasGpu ? ['webgpu', ...threads, 'wasm'] : [...threads, 'wasm'];
    case 'webgpu':
      return ['webgpu', ...threads, 'wasm'];
    case 'wasm-threads':
      return [...threads, 'wasm'];
    case 'wasm':
      return ['wasm'];
  }
}

/** An engine failed: it rests for 10 minutes, twice as long each time that follows, at most a day. */
export function noteFailure(failures: EngineFailures, kind: EngineKind, nowMs: number): EngineFailures {
  const times = (failures[kind]?.times ?? 0) + 1;
  const restMs = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (times - 1));
  return { ...failures, [kind]: { times, untilMs: nowMs + restMs } };
}

/** The candidates that do not rest, best first; the last one where all do, for something must count. */
export function awakeEngines(
  candidates: readonly EngineKind[],
  failures: EngineFailures,
  nowMs: number,
): readonly EngineKind[] {
  const awake = candidates.filter((kind) => (failures[kind]?.untilMs ?? 0) <= nowMs);
  return awake.length > 0 ? awake : [candidates.at(-1) ?? 'wasm'];
}

/** When something better than `running` may be tried again; null: it is the best. */
export function betterAtMs(
  candidates: readonly EngineKind[],
  failures: EngineFailures,
  running: EngineKind,
): number | null {
  const better = candidates.slice(0, Math.max(0, candidates.indexOf(running)));
  if (better.length === 0) return null;
  return Math.min(...better.map((kind) => failures[kind]?.untilMs ?? 0));
}
