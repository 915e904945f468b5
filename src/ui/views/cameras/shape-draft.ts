import { parsePoints, formatPoints, type PointsInput, type ShapeError } from '../../../state/shape-input.ts';
import type { ImagePoint } from '../../../core/geometry/point.ts';
import type { Messages } from '../../i18n/messages.en.ts';
import { FULL_HD, frameSizeOf, type FrameSizeDraft } from './frame-size.tsx';

/** What lines and zones have in common while they are typed. */
export interface ShapeDraft {
  readonly name: string;
  readonly points: string;
  readonly units: 'unit' | 'px';
  readonly size: FrameSizeDraft;
}

/** A draft of a new shape, or of one that is edited. */
export function shapeDraftOf(name: string, points: readonly ImagePoint[]): ShapeDraft {
  return { name, points: formatPoints(points), units: 'unit', size: FULL_HD };
}

/** The points of a draft, or what is wrong with them. */
export function readPoints(draft: ShapeDraft, least: number): PointsInput {
  const size = draft.units === 'unit' ? { width: 1, height: 1 } : frameSizeOf(draft.size);
  return parsePoints(draft.points, { size, least });
}

/** What is wrong with typed points, in words. */
export function pointsErrorText(error: ShapeError, tooFew: string, m: Messages): string {
  switch (error.kind) {
    case 'row-invalid':
      return m.cameras.pointsInvalid(error.row);
    case 'row-outside':
      return m.cameras.pointsOutside(error.row);
    case 'size-invalid':
      return m.cameras.sizeInvalid;
    case 'too-few':
      return tooFew;
  }
}
