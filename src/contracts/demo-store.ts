/** Exact figures of the simulated store since it was opened: the rules of measures.md on exact ground points. */
export interface DemoTruth {
  /** Simulated time, epoch ms. */
  readonly atMs: number;
  /** By line index of the demo camera. */
  readonly lines: readonly { readonly in: number; readonly out: number }[];
  /** By zone index. */
  readonly zones: readonly { readonly visits: number; readonly personSeconds: number; readonly now: number }[];
  readonly occupancy: number;
}
