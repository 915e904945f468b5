import { sharpnessOf } from '../../src/core/detection/picture-look.ts';
import { partOf, toPart } from '../../src/core/detection/picture-part.ts';
import { createMaskPainter } from '../../src/core/detection/privacy-mask.ts';
import { copyOptions, frameSize, layoutOf } from './frame-layout.ts';
import type { View } from './picture-reader.ts';

/**
 * Sharpness of the part of a frame that is looked at, 0–15. The frame stays the caller's. Once a minute a copy in memory
 * costs nothing, also where frames are otherwise read on the graphics card; it is masked, and overwritten at once.
 */
export async function measureSharpness(frame: VideoFrame, { region, masks }: View): Promise<number> {
  const part = partOf(frameSize(frame), region);
  const layout = layoutOf(frame, part);
  const bytes = new Uint8Array(layout.length);
  try {
    await frame.copyTo(bytes, copyOptions(frame, part, layout));
    const inPart = masks.map((polygon) => toPart(part, polygon));
    createMaskPainter(inPart, layout)(bytes);
    return sharpnessOf(bytes, layout);
  } finally {
    bytes.fill(0);
  }
}
