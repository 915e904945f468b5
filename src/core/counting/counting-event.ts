/** `in` is the side the line's inward vector points to. */
export type Direction = 'in' | 'out';

/**
 * What the counters report. Entities are named by their index in the scene. Times are capture times in ms.
 * `staff` marks figures that are left out of the headline (measures.md, counting rule 7).
 */
export type CountingEvent =
  /** A settled crossing of a line; `startsParty` is false for those who follow the first of their party. */
  | {
      readonly kind: 'crossing';
      readonly line: number;
      readonly direction: Direction;
      readonly atMs: number;
      readonly startsParty: boolean;
      readonly staff: boolean;
    }
  /** Confirmed person-time inside a zone, reported as it accrues: sums to the dwell of confirmed visits. */
  | {
      readonly kind: 'stay';
      readonly zone: number;
      readonly fromMs: number;
      readonly toMs: number;
      readonly staff: boolean;
    }
  /** A visit that has ended: from the first to the last seen moment inside. */
  | {
      readonly kind: 'visit';
      readonly zone: number;
      readonly fromMs: number;
      readonly toMs: number;
      readonly staff: boolean;
    }
  /** Somebody whose visit to `from` was followed by one to `to` inside one camera. */
  | {
      readonly kind: 'flow';
      readonly from: number;
      readonly to: number;
      readonly atMs: number;
      readonly staff: boolean;
    };
