import { assign } from '../src/core/tracking/assignment.ts';
import type { Candidate } from '../src/core/tracking/assignment.ts';
import { rowsByFrame } from './mot-file.ts';
import type { MotRow } from './mot-file.ts';

/** How well tracks agree with the truth, in percent but for `switches` (a person matched to another track than before). */
export interface TrackingScores {
  readonly hota: number;
  readonly idf1: number;
  readonly mota: number;
  readonly switches: number;
  readonly missed: number;
  readonly extra: number;
}

/** Boxes of both sides in one frame, by running number of person and track, with their overlaps. */
interface FramePair {
  readonly people: readonly number[];
  readonly tracks: readonly number[];
  /** IoU by person (row) and track. */
  readonly overlap: readonly (readonly number[])[];
}

interface Numbered {
  readonly frames: readonly FramePair[];
  /** Boxes of each person and of each track. */
  readonly personBoxes: readonly number[];
  readonly trackBoxes: readonly number[];
}

const MATCH = 0.5;
const LEVELS = Array.from({ length: 19 }, (_, index) => 0.05 * (index + 1));

/** Scores a result against the truth (rows with flag 0 are left out): CLEAR MOT, IDF1 (Ristani 2016), HOTA (Luiten 2021). */
export function trackingScores(truth: readonly MotRow[], result: readonly MotRow[]): TrackingScores {
  const numbered = pairUp(
    truth.filter(({ score }) => score !== 0),
    result,
  );
  return { ...clearScores(numbered), idf1: idf1(numbered), hota: hota(numbered) };
}

function pairUp(truth: readonly MotRow[], result: readonly MotRow[]): Numbered {
  const people = new Numbering();
  const tracks = new Numbering();
  const truthFrames = rowsByFrame(truth);
  const resultFrames = rowsByFrame(result);
  const frames: FramePair[] = [];
  for (let index = 0; index < Math.max(truthFrames.length, resultFrames.length); index++) {
    const a = truthFrames[index] ?? [];
    const b = resultFrames[index] ?? [];
    frames.push({
      people: a.map(({ id }) => people.numberOf(id)),
      tracks: b.map(({ id }) => tracks.numberOf(id)),
      overlap: a.map((p) => b.map((q) => rowIou(p, q))),
    });
  }
  return { frames, personBoxes: people.boxes, trackBoxes: tracks.boxes };
}

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

function rowIou(a: MotRow, b: MotRow): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const common = width * height;
  return common / (a.width * a.height + b.width * b.height - common);
}

/** The best pairs of one frame under a gain by row and column; [row, column] each. */
function bestPairs(
  frame: FramePair,
  gain: (row: number, column: number) => number,
): readonly (readonly [number, number])[] {
  const candidates: Candidate[] = [];
  frame.people.forEach((_, row) => {
    frame.tracks.forEach((__, column) => {
      const value = gain(row, column);
      if (value > 0) candidates.push({ row, column, gain: value });
    });
  });
  return assign(candidates);
}

function clearScores({ frames, personBoxes, trackBoxes }: Numbered): Omit<TrackingScores, 'hota' | 'idf1'> {
  const latest = new Map<number, number>();
  let running = new Map<number, number>();
  let hits = 0;
  let switches = 0;
  for (const frame of frames) {
    if (frame.people.length === 0 || frame.tracks.length === 0) continue;
    const pairs = bestPairs(frame, (row, column) => {
      const overlap = frame.overlap[row]![column]!;
      const keeps = running.get(frame.people[row]!) === frame.tracks[column];
      return overlap < MATCH ? 0 : overlap + (keeps ? 1000 : 0);
    });
    running = new Map();
    for (const [row, column] of pairs) {
      const person = frame.people[row]!;
      const track = frame.tracks[column]!;
      const before = latest.get(person);
      if (before !== undefined && before !== track) switches += 1;
      latest.set(person, track);
      running.set(person, track);
    }
    hits += pairs.length;
  }
  const missed = sum(personBoxes) - hits;
  const extra = sum(trackBoxes) - hits;
  return { switches, missed, extra, mota: 100 * (1 - (missed + extra + switches) / sum(personBoxes)) };
}

function idf1({ frames, personBoxes, trackBoxes }: Numbered): number {
  const agree = table(personBoxes.length, trackBoxes.length);
  for (const frame of frames) {
    frame.overlap.forEach((row, i) => {
      row.forEach((overlap, j) => {
        if (overlap >= MATCH) agree[frame.people[i]!]![frame.tracks[j]!]! += 1;
      });
    });
  }
  const candidates = agree.flatMap((row, i) =>
    row.flatMap((gain, column) => (gain > 0 ? [{ row: i, column, gain }] : [])),
  );
  let common = 0;
  for (const [row, column] of assign(candidates)) common += agree[row]![column]!;
  return (200 * common) / (sum(personBoxes) + sum(trackBoxes));
}

/** One matching a frame, steered by how well whole trajectories fit together; mean over all levels of overlap. */
function hota(numbered: Numbered): number {
  const { frames, personBoxes, trackBoxes } = numbered;
  const fit = trajectoryFit(numbered);
  const shared = LEVELS.map(() => table(personBoxes.length, trackBoxes.length));
  for (const frame of frames) {
    const pairs = bestPairs(
      frame,
      (row, column) => fit[frame.people[row]!]![frame.tracks[column]!]! * frame.overlap[row]![column]!,
    );
    for (const [row, column] of pairs) {
      LEVELS.forEach((level, k) => {
        if (frame.overlap[row]![column]! >= level - 1e-9)
          shared[k]![frame.people[row]!]![frame.tracks[column]!]! += 1;
      });
    }
  }
  const boxes = sum(personBoxes) + sum(trackBoxes);
  const perLevel = shared.map((counts) => {
    let hits = 0;
    let weighted = 0;
    counts.forEach((row, person) => {
      row.forEach((count, track) => {
        hits += count;
        weighted += (count * count) / Math.max(1, personBoxes[person]! + trackBoxes[track]! - count);
      });
    });
    return hits === 0 ? 0 : Math.sqrt((hits / (boxes - hits)) * (weighted / hits));
  });
  return (100 * sum(perLevel)) / LEVELS.length;
}

function trajectoryFit({ frames, personBoxes, trackBoxes }: Numbered): number[][] {
  const soft = table(personBoxes.length, trackBoxes.length);
  for (const { people, tracks, overlap } of frames) {
    const ofTrack = tracks.map((_, j) => sum(overlap.map((row) => row[j]!)));
    overlap.forEach((row, i) => {
      const ofPerson = sum(row);
      row.forEach((value, j) => {
        if (value > 0) soft[people[i]!]![tracks[j]!]! += value / (ofPerson + ofTrack[j]! - value);
      });
    });
  }
  return soft.map((row, i) => row.map((value, j) => value / (personBoxes[i]! + trackBoxes[j]! - value)));
}

function table(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
