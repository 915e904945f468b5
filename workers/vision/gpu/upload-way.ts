import type { PictureLayout } from '../../../src/core/detection/picture-layout.ts';
import { createMaskPainter } from '../../../src/core/detection/privacy-mask.ts';
import type { MaskPainter } from '../../../src/core/detection/privacy-mask.ts';
import { copyOptions, layoutOf } from '../frame-layout.ts';
import { createBoundedCache } from './bounded-cache.ts';
import type { FrameWay } from './frame-way.ts';
import type { GpuPictures } from './gpu-pictures.ts';
import type { Gpu } from './gpu.ts';

/** Masks of so many cameras are kept. */
const KEPT = 32;

/** Frames pass through one buffer in memory, in their own format, masked there and overwritten at once. */
export function openUploadWay({ device, attempt }: Gpu, pictures: GpuPictures): FrameWay {
  const maskPainters = createBoundedCache<MaskPainter>(KEPT, () => undefined);
  let bytes = new Uint8Array(0);

  function upload({ length }: PictureLayout): void {
    attempt(() => device.queue.writeBuffer(pictures.picture(length), 0, bytes, 0, length));
  }

  return {
    name: 'uploaded',
    async take(frame, part, masks) {
      const layout = layoutOf(frame, part);
      const mask = maskPainters.get(JSON.stringify([layout, masks]), () => createMaskPainter(masks, layout));
      if (layout.length > bytes.length) bytes = new Uint8Array(layout.length);
      try {
        await frame.copyTo(bytes, copyOptions(frame, part, layout));
        mask(bytes);
        upload(layout);
      } finally {
        bytes.fill(0, 0, layout.length);
      }
      return layout;
    },
  };
}
