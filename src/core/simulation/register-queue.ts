import { distance, type FloorPoint } from '../geometry/point.ts';
import { QUEUE_SPOTS } from './floor-plan.ts';
import type { Walker } from './person.ts';
import { standStill, walkTowards } from './steering.ts';

const JOINS_WITHIN_M = 1;
const STANDS_WITHIN_M = 0.1;

/** The row before the register: who comes first is served first. */
export interface RegisterQueue {
  /** Whether the first in the row is being served. */
  serving(): boolean;
  /**
   * Moves a walker whose present step is a queue. `joining`: on the way to the row's end. `full`: there is
   * no place to stand, the walker gives up. `served`: the walker has left the row.
   */
  attend(walker: Walker, others: readonly Walker[], dtS: number): 'joining' | 'waiting' | 'served' | 'full';
}

/** An empty row. Holds at most as many people as there are places. */
export function createRegisterQueue(): RegisterQueue {
  const row: Walker[] = [];
  const standing = new WeakSet<Walker>();

  return {
    serving: () => row[0] !== undefined && standing.has(row[0]),
    attend(walker, others, dtS) {
      const step = walker.steps[0];
      if (step?.kind !== 'queue') throw new Error('not queueing');
      const index = row.indexOf(walker);
      const spot = QUEUE_SPOTS[index < 0 ? row.length : index];
      if (!spot) return 'full';
      const target = scattered(spot.at, walker.id);
      const left = distance(walker.position, target);
      if (index < 0) {
        if (left < JOINS_WITHIN_M) row.push(walker);
        walkTowards(walker, target, { others, dtS, stopsThere: true });
        return 'joining';
      }
      if (left > STANDS_WITHIN_M) {
        standing.delete(walker);
        walkTowards(walker, target, { others: [], dtS, stopsThere: true });
        return 'waiting';
      }
      standing.add(walker);
      standStill(walker, spot.facingRad, dtS);
      if (index > 0) return 'waiting';
      walker.stoodMs += dtS * 1000;
      if (walker.stoodMs < step.serviceMs) return 'waiting';
      row.shift();
      return 'served';
    },
  };
}

/** Nobody stands exactly in line. */
function scattered(at: FloorPoint, id: number): FloorPoint {
  return { x: at.x + ((id * 7) % 5) * 0.02 - 0.04, y: at.y + ((id * 11) % 7) * 0.02 - 0.06 };
}
