import type { Box } from '../geometry/box.ts';
import { KNOWN_PEOPLE } from './known-people.ts';
import type { KeptBox } from './suppress.ts';

/** Boxes that score less in the known frame are not compared: a rounding may put them in or out. */
export const CLEAR_SCORE = 0.4;

/** Input pixels that an edge, and the difference that a score, may be off: half precision stays below. */
const EDGE_TOLERANCE = 1;
const SCORE_TOLERANCE = 0.02;

/**
 * True when a model, by its card's name, saw in the known frame whom it sees in single precision: each person's box and
 * score, and nobody else. A card whose answer is not known is not trusted.
 */
export function seesKnownPeople(card: string, seen: readonly KeptBox[]): boolean {
  const known = KNOWN_PEOPLE[card.replace(/-f(16|32)(?=-\d+x\d+$)/, '')]; // variants answer as their network does
  if (!known) return false;
  const everybody = known.every((person) => seen.some((box) => isSame(box, person)));
  const nobodyElse = seen.every(
    (box) => box.score < CLEAR_SCORE + SCORE_TOLERANCE || known.some((person) => isSame(box, person)),
  );
  return everybody && nobodyElse;
}

function isSame(a: KeptBox, b: KeptBox): boolean {
  const edges: readonly (keyof Box)[] = ['left', 'top', 'right', 'bottom'];
  return (
    Math.abs(a.score - b.score) <= SCORE_TOLERANCE &&
    edges.every((edge) => Math.abs(a.box[edge] - b.box[edge]) <= EDGE_TOLERANCE)
  );
}
