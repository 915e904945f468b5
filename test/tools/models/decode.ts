import type { Picture } from './drawn-picture.ts';

/** A network's answer about persons, cell by cell: scores 0–1, boxes as left, top, right, bottom in pixels. */
export interface Answer {
  readonly scores: number[];
  readonly boxes: number[][];
}

/** A raw output of the original graph. */
export interface RawHead {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

const CLASSES = 80;

/** NanoDet's three score and three distance outputs, decoded as its authors do. */
export function decodeNanodet(heads: readonly RawHead[], picture: Picture): Answer {
  const answer: Answer = { scores: [], boxes: [] };
  [8, 16, 32].forEach((stride, level) => {
    const columns = picture.width / stride;
    const cells = (picture.width * picture.height) / stride ** 2;
    for (let cell = 0; cell < cells; cell++) {
      const distance = (side: number): number => {
        const bins = Array.from(
          { length: 11 },
          (_, bin) => heads[3 + level]!.data[cell * 44 + side * 11 + bin]!,
        );
        const powers = bins.map((value) => Math.exp(value - Math.max(...bins)));
        const sum = powers.reduce((a, b) => a + b);
        return powers.reduce((total, power, bin) => total + (power / sum) * bin, 0) * stride;
      };
      const x = ((cell % columns) + 0.5) * stride;
      const y = (Math.floor(cell / columns) + 0.5) * stride;
      answer.scores.push(heads[level]!.data[cell * CLASSES]!);
      answer.boxes.push([x - distance(0), y - distance(1), x + distance(2), y + distance(3)]);
    }
  });
  return answer;
}

/** CenterNet's heat map and distances, decoded as its authors do; cells that are no peak score 0. */
export function decodeCenternet([heat, sides]: readonly RawHead[], picture: Picture): Answer {
  const [columns, rows] = [picture.width / 4, picture.height / 4];
  const person = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= columns || row >= rows
      ? -Infinity
      : heat!.data[(row * columns + column) * CLASSES]!;
  const answer: Answer = { scores: [], boxes: [] };
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const score = person(column, row);
      const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => person(column + dx, row + dy)));
      const side = (index: number): number => sides!.data[(row * columns + column) * 4 + index]!;
      answer.scores.push(score === Math.max(...around) ? score : 0);
      answer.boxes.push([column * 4 - side(0), row * 4 - side(1), column * 4 + side(2), row * 4 + side(3)]);
    }
  return answer;
}
