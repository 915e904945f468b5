import { distance } from '../geometry/point.ts';
import type { ScenePoint } from '../geometry/point.ts';
import { distanceToSegment, turn } from '../geometry/segment.ts';
import type { Direction } from './counting-event.ts';
import type { Crossing } from './line-crossing.ts';
import type { SceneLine } from './scene.ts';
import type { Sighting } from './sighting.ts';

/** Somebody came up to a line and went back, as far as their track tells. */
export interface TurnBack {
  /** The direction they would have gone on in. */
  readonly towards: Direction;
  /** When and where they were nearest to the line. */
  readonly atMs: number;
  readonly at: ScenePoint;
  /** Height and width of the person's box, scene units. */
  readonly height: number;
  readonly width: number;
}

/** One person's way up to a line and back: small, and of constant size. */
export interface TurnBackWatch {
  readonly line: SceneLine;
  towards: Direction;
  /** They were well away from the line on this side. */
  wasFar: boolean;
  /** Nearest since then; null while they were not near. */
  nearest: { readonly turnBack: TurnBack; readonly distance: number } | null;
}

/** Distances from the line, in heights of the box: at most this at the turn, and at least that before and after it. */
const NEAR = 0.25;
const FAR = 0.5;
/** Two people who turn back this close in time, and within one height, have passed one another. */
const TOGETHER_MS = 1500;
/** A way back takes a few seconds to be told. */
const KEPT_MS = 6000;
const MOST_KEPT = 32;

/** Begins to watch a person for a line. */
export function openTurnBack(line: SceneLine, first: Sighting): TurnBackWatch {
  const { towards, away } = placeBy(line, first);
  return { line, towards, wasFar: away >= FAR, nearest: null };
}

/** Takes in the next sighting; returns the turn that it completes. */
export function moveTurnBack(watch: TurnBackWatch, sighting: Sighting): TurnBack | null {
  const { towards, away } = placeBy(watch.line, sighting);
  if (towards !== watch.towards) {
    watch.towards = towards;
    watch.wasFar = false;
    watch.nearest = null;
  }
  if (away >= FAR) {
    const { nearest } = watch;
    watch.wasFar = true;
    watch.nearest = null;
    return nearest && nearest.turnBack;
  }
  if (watch.wasFar && away <= NEAR && away < (watch.nearest?.distance ?? Infinity)) {
    const { atMs, ground: at, height, width } = sighting;
    watch.nearest = { turnBack: { towards, atMs, at, height, width }, distance: away };
  }
  return null;
}

/** Remembers the newest turns at one line. */
export interface ExchangeBook {
  /**
   * The crossings that a turn amounts to. Two people who come up to a line from both sides and turn back at the same
   * place and time did not: they passed one another, and their tracks were exchanged (measures.md, counting rule 4).
   */
  pairUp(turnBack: TurnBack): readonly Crossing[];
}

/** A book for one line. */
export function createExchangeBook(): ExchangeBook {
  let waiting: TurnBack[] = [];
  return {
    pairUp(turnBack) {
      waiting = waiting.filter(({ atMs }) => turnBack.atMs - atMs <= KEPT_MS).slice(1 - MOST_KEPT);
      const other = waiting.find((one) => arePassing(one, turnBack));
      if (!other) {
        waiting.push(turnBack);
        return [];
      }
      waiting = waiting.filter((one) => one !== other);
      return [other, turnBack].map(({ towards, atMs, at, width }) => ({
        direction: towards,
        atMs,
        at,
        width,
      }));
    },
  };
}

function arePassing(one: TurnBack, other: TurnBack): boolean {
  return (
    one.towards !== other.towards &&
    Math.abs(one.atMs - other.atMs) <= TOGETHER_MS &&
    distance(one.at, other.at) <= Math.max(one.height, other.height)
  );
}

/** On which side of the line somebody is, by its nearest segment, and how far away in heights of their box. */
function placeBy(
  line: SceneLine,
  { ground, height }: Sighting,
): { readonly towards: Direction; readonly away: number } {
  let [least, isIn, before] = [Infinity, false, line.points[0]];
  for (const b of line.points.slice(1)) {
    const a = before;
    before = b;
    const here = a ? distanceToSegment(ground, a, b) : Infinity;
    if (!a || here >= least) continue;
    least = here;
    const isInLeft = turn(a, b, { x: a.x + line.inward.x, y: a.y + line.inward.y }) > 0;
    isIn = turn(a, b, ground) > 0 === isInLeft;
  }
  return { towards: isIn ? 'out' : 'in', away: least / height };
}
