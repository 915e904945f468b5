import { useSignal } from '@preact/signals';
import type { Point } from '../../core/geometry/point.ts';

/** Text beside a drawing, for the points of one shape. */
export interface TypedPoints<T> {
  /** What was typed as long as it stands, else what is drawn. */
  readonly text: T;
  /** It was typed, and nothing else has been drawn since. */
  readonly isTyped: boolean;
  /** Takes text; what makes sense is drawn at once. */
  readonly set: (text: T) => void;
}

/** How points are read and written; `read` gives null for what makes no sense. */
export interface PointsText<T, S extends string> {
  readonly read: (text: T) => readonly Point<S>[] | null;
  readonly format: (points: readonly Point<S>[]) => T;
  readonly onPoints: (points: readonly Point<S>[]) => void;
  /** The text has become right or wrong. */
  readonly onError: (isWrong: boolean) => void;
}

/** Points that can be drawn and typed: what was typed last stands until something else is drawn. */
export function useTypedPoints<T, S extends string>(
  points: readonly Point<S>[],
  { read, format, onPoints, onError }: PointsText<T, S>,
): TypedPoints<T> {
  const typed = useSignal<{ readonly text: T; readonly meant: readonly Point<S>[] } | null>(null);
  const last = typed.value;
  const own = last && (last.meant === points || isSame(read(last.text), points)) ? last : null;
  return {
    text: own ? own.text : format(points),
    isTyped: own !== null,
    set(text) {
      const meant = read(text);
      onError(meant === null);
      typed.value = { text, meant: points };
      if (meant) onPoints(meant);
    },
  };
}

function isSame(one: readonly Point<string>[] | null, other: readonly Point<string>[]): boolean {
  return (
    one?.length === other.length &&
    one.every(({ x, y }, n) => other[n] !== undefined && x === other[n].x && y === other[n].y)
  );
}
