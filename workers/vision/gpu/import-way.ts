import { pictureLayout } from '../../../src/core/detection/picture-layout.ts';
import type { PictureLayout } from '../../../src/core/detection/picture-layout.ts';
import type { PicturePart } from '../../../src/core/detection/picture-part.ts';
import { createMaskPainter } from '../../../src/core/detection/privacy-mask.ts';
import type { ImagePoint } from '../../../src/core/geometry/point.ts';
import { createBoundedCache } from './bounded-cache.ts';
import { USAGE } from './buffer-usage.ts';
import { bufferOf, createComputePass } from './compute-pass.ts';
import type { FrameWay } from './frame-way.ts';
import type { GpuPictures } from './gpu-pictures.ts';
import type { Gpu } from './gpu.ts';
import { IMPORT, TILE } from './picture-shaders.ts';

/** Masks and parts of so many cameras are kept on the graphics card. */
const KEPT = 32;

interface ImportPlan {
  readonly part: GPUBuffer;
  readonly mask: GPUBuffer;
}

/** Frames stay on the graphics card from decoder to model. Not every adapter can do it: check it with a known frame. */
export function openImportWay({ device, attempt }: Gpu, pictures: GpuPictures): FrameWay {
  const pass = createComputePass(device, IMPORT);
  const plans = createBoundedCache<ImportPlan>(KEPT, ({ part, mask }) => {
    part.destroy();
    mask.destroy();
  });

  return {
    name: 'imported',
    take(frame, part, masks) {
      const { width, height } = part;
      const layout = pictureLayout({ width, height, format: 'RGBA', matrix: null, fullRange: true });
      attempt(() => {
        const plan = plans.get(JSON.stringify([part, masks]), () => ({
          part: bufferOf(device, encodePart(part), USAGE.uniform),
          mask: bufferOf(device, maskOf(part, masks), USAGE.storage),
        }));
        const texture = device.importExternalTexture({ source: frame });
        const encoder = device.createCommandEncoder();
        const groups = [Math.ceil(width / TILE), Math.ceil(height / TILE)] as const;
        pass.run(encoder, [texture, plan.part, plan.mask, pictures.picture(layout.length)], groups);
        device.queue.submit([encoder.finish()]);
      });
      return Promise.resolve(layout);
    },
  };
}

/** The shader's `Part`, filled up to a multiple of 16 bytes. */
function encodePart(part: PicturePart): Uint32Array<ArrayBuffer> {
  return Uint32Array.of(part.left, part.top, part.width, part.height, maskStride(part) / 4, 0, 0, 0);
}

/** One byte a pixel, not zero where a mask touches it: the same pixels as in memory. */
function maskOf(part: PicturePart, masks: readonly (readonly ImagePoint[])[]): Uint32Array<ArrayBuffer> {
  const { width, height } = part;
  const plane = { offset: 0, stride: maskStride(part), width, height, channels: 1 } as const;
  const bytes = new Uint8Array(plane.stride * height);
  const layout: Pick<PictureLayout, 'planes'> = { planes: [plane] };
  createMaskPainter(masks, layout)(bytes);
  return new Uint32Array(bytes.buffer);
}

function maskStride({ width }: PicturePart): number {
  return 4 * Math.ceil(width / 4);
}
