import type { Box } from '../../src/core/geometry/box.ts';
import { isInView } from '../../src/core/tracking/track.ts';
import type { MotRow } from '../mot-file.ts';
import type { FrameResult } from './browser/protocol.ts';
import type { Video } from './video.ts';

type Size = Pick<Video, 'height'>;

/** Every detection (score ≥ the card's least) as MOT rows, id -1, pixels of the decoded frame. */
export function detectionRows(frames: readonly Pick<FrameResult, 'detections'>[], size: Size): MotRow[] {
  return frames.flatMap(({ detections }, index) =>
    detections.map(({ box, score }) => ({ frame: index + 1, id: -1, score, ...pixels(box, size) })),
  );
}

/** Who is followed in each frame, as MOT rows; nothing is filled in afterwards. */
export function trackedRows(
  frames: readonly Pick<FrameResult, 'tracks'>[],
  video: Size & Pick<Video, 'timesMs'>,
): MotRow[] {
  return frames.flatMap(({ tracks }, index) =>
    tracks
      .filter((track) => isInView(track, video.timesMs[index] ?? 0))
      .map(({ id, box, score }) => ({ frame: index + 1, id, score, ...pixels(box, video) })),
  );
}

function pixels({ left, top, right, bottom }: Box, { height }: Size) {
  const unit = height;
  return {
    left: left * unit,
    top: top * unit,
    width: (right - left) * unit,
    height: (bottom - top) * unit,
  };
}
