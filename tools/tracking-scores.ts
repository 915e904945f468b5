import { assign } from '../src/core/tracking/assignment.ts';
import { rowsByFrame } from './mot-file.ts';
import type { MotRow } from './mot-file.ts';

/** How well tracks agree with the truth: percent, but for the counts of boxes and of identity switches. */
export interface TrackingScores {
  readonly hota: number;
  readonly idf1: number;
  readonly mota: number;
  /** Times a person was matched to another track than at the latest match before. */
  readonly switches: number;
  readonly missed: number;
  readonly extra: number;
}

/** A true box and a track's box that overlap in one frame: their places in the frame, and who they are. */
interface Touch {
  readonly row: number;
  readonly column: number;
  readonly person: number;
  readonly track: number;
  /** IoU, above 0. */
  readonly overlap: number;
}

interface Sequence {
  readonly frames: readonly (readonly Touch[])[];
  /** Boxes of each person and of each track. */
  readonly people: readonly number[];
  readonly tracks: readonly number[];
}

const MATCH = 0.5;
const LEVELS = Array.from({ length: 19 }, (_, index) => 0.05 * (index + 1));

/**
 * Scores a result against the truth, whose rows with flag 0 are left out: CLEAR MOT (Bernardin & Stiefelhagen 2008)
 * and IDF1 (Ristani et al. 2016) at IoU 0.5, HOTA (Luiten et al. 2021) over 19 levels.
 */
export function trackingScores(truth: readonly MotRow[], result: readonly MotRow[]): TrackingScores {
  const sequence = sequenceOf(
    truth.filter(({ score }) => score !== 0),
    result,
  );
  return { ...clearScores(sequence), idf1: idf1(sequence), hota: hota(sequence) };
}

function sequenceOf(truth: readonly MotRow[], result: readonly MotRow[]): Sequence {
  const people = new Numbering();
  const tracks = new Numbering();
  const resultFrames = rowsByFrame(result);
  const numbered = (rows: readonly MotRow[], numbering: Numbering) =>
    rows.map((row) => ({ row, who: numbering.numberOf(row.id) }));
  const frames = rowsByFrame(truth).map((rows, index) => {
    const there = numbered(rows, people);
    const found = numbered(resultFrames[index] ?? [], tracks);
    return there.flatMap(({ row: trueRow, who: person }, row) =>
      found.flatMap(({ row: foundRow, who: track }, column) => {
        const overlap = rowIou(trueRow, foundRow);
        return overlap > 0 ? [{ row, column, person, track, overlap }] : [];
      }),
    );
  });
  for (const rows of resultFrames.slice(frames.length)) numbered(rows, tracks);
  return { frames, people: people.boxes, tracks: tracks.boxes };
}

/** Numbers ids from 0 and counts their boxes. */
class Numbering {
  readonly boxes: number[] = [];
  readonly #numbers = new Map<number, number>();

  numberOf(id: number): number {
    const number = this.#numbers.get(id) ?? this.#numbers.size;
    this.#numbers.set(id, number);
    this.boxes[number] = (this.boxes[number] ?? 0) + 1;
    return number;
  }
}

/** A number for each pair of person and track, 0 at first. */
class PairTable {
  readonly #cells = new Map<number, number>();

  get({ person, track }: Pick<Touch, 'person' | 'track'>): number {
    return this.#cells.get(person * PairTable.#ROW + track) ?? 0;
  }

  add(pair: Pick<Touch, 'person' | 'track'>, value: number): void {
    this.#cells.set(pair.person * PairTable.#ROW + pair.track, this.get(pair) + value);
  }

  entries(): readonly { readonly person: number; readonly track: number; readonly value: number }[] {
    return [...this.#cells].map(([key, value]) => ({
      person: Math.floor(key / PairTable.#ROW),
      track: key % PairTable.#ROW,
      value,
    }));
  }

  static readonly #ROW = 2 ** 24;
}

function rowIou(a: MotRow, b: MotRow): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const common = width * height;
  return common / (a.width * a.height + b.width * b.height - common);
}

/** The pairs of one frame that together gain the most. */
function bestPairs(touches: readonly Touch[], gain: (touch: Touch) => number): readonly Touch[] {
  const candidates = touches.flatMap((touch) => {
    const value = gain(touch);
    return value > 0 ? [{ row: touch.row, column: touch.column, gain: value }] : [];
  });
  const columnOf = new Map(assign(candidates));
  return touches.filter(({ row, column }) => columnOf.get(row) === column);
}

function clearScores({ frames, people, tracks }: Sequence): Omit<TrackingScores, 'hota' | 'idf1'> {
  const latest = new Map<number, number>();
  let running = new Map<number, number>();
  let hits = 0;
  let switches = 0;
  for (const touches of frames) {
    if (touches.length === 0) continue;
    const pairs = bestPairs(touches, ({ person, track, overlap }) => {
      if (overlap < MATCH) return 0;
      return overlap + (running.get(person) === track ? KEEPS : 0);
    });
    running = new Map(pairs.map(({ person, track }) => [person, track]));
    for (const { person, track } of pairs) {
      const before = latest.get(person);
      if (before !== undefined && before !== track) switches += 1;
      latest.set(person, track);
    }
    hits += pairs.length;
  }
  const missed = sum(people) - hits;
  const extra = sum(tracks) - hits;
  return { switches, missed, extra, mota: 100 * (1 - (missed + extra + switches) / sum(people)) };
}

/** What keeping yesterday's pair gains: more than any overlap. */
const KEEPS = 1000;

function idf1({ frames, people, tracks }: Sequence): number {
  const agree = new PairTable();
  for (const touch of frames.flat()) if (touch.overlap >= MATCH) agree.add(touch, 1);
  const pairs = assign(
    agree.entries().map(({ person, track, value }) => ({ row: person, column: track, gain: value })),
  );
  const common = sum(pairs.map(([person, track]) => agree.get({ person, track })));
  return (200 * common) / (sum(people) + sum(tracks));
}

/** One matching a frame, steered by how well whole trajectories fit together; mean over all levels of overlap. */
function hota(sequence: Sequence): number {
  const { frames, people, tracks } = sequence;
  const fit = trajectoryFit(sequence);
  const pairs = frames.flatMap((touches) => bestPairs(touches, (touch) => fit.get(touch) * touch.overlap));
  const boxes = sum(people) + sum(tracks);
  const perLevel = LEVELS.map((level) => {
    const shared = new PairTable();
    for (const pair of pairs) if (pair.overlap >= level - 1e-9) shared.add(pair, 1);
    const entries = shared.entries();
    const hits = sum(entries.map(({ value }) => value));
    const weighted = entries.map(({ person, track, value }) => {
      const either = (people[person] ?? 0) + (tracks[track] ?? 0) - value;
      return (value * value) / Math.max(1, either);
    });
    return hits === 0 ? 0 : Math.sqrt((hits / (boxes - hits)) * (sum(weighted) / hits));
  });
  return (100 * sum(perLevel)) / LEVELS.length;
}

/** How well whole trajectories fit: the soft count of frames they share, over those that either has. */
function trajectoryFit({ frames, people, tracks }: Sequence): PairTable {
  const soft = new PairTable();
  for (const touches of frames) {
    const ofRow = new Map<number, number>();
    const ofColumn = new Map<number, number>();
    for (const { row, column, overlap } of touches) {
      ofRow.set(row, (ofRow.get(row) ?? 0) + overlap);
      ofColumn.set(column, (ofColumn.get(column) ?? 0) + overlap);
    }
    for (const touch of touches) {
      const rest = (ofRow.get(touch.row) ?? 0) + (ofColumn.get(touch.column) ?? 0) - touch.overlap;
      soft.add(touch, touch.overlap / rest);
    }
  }
  const fit = new PairTable();
  for (const { person, track, value } of soft.entries()) {
    fit.add({ person, track }, value / ((people[person] ?? 0) + (tracks[track] ?? 0) - value));
  }
  return fit;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
