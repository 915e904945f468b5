import { USAGE } from './buffer-usage.ts';
import type { Gpu } from './gpu.ts';

/** All buffers on the graphics card that ever hold pixels outside the engine: one picture, and one input per size. */
export interface GpuPictures {
  /** The one picture, with room for at least as many bytes. Its contents may be lost when it grows. */
  picture(bytes: number): GPUBuffer;
  /** The model input of this size: float32 [1, 3, height, width]. */
  input(size: { readonly width: number; readonly height: number }): GPUBuffer;
  /** Overwrites them all with zeros. */
  forget(): void;
}

export function createGpuPictures({ device, attempt }: Gpu): GpuPictures {
  const usage = USAGE.storage | USAGE.copySource | USAGE.copyTarget;
  const inputs = new Map<string, GPUBuffer>(); // bounded by the model's sizes
  let picture: GPUBuffer | null = null;

  return {
    picture(bytes) {
      if (picture && picture.size >= bytes) return picture;
      picture?.destroy();
      picture = device.createBuffer({ size: bytes, usage });
      return picture;
    },
    input({ width, height }) {
      const key = `${width}x${height}`;
      const known = inputs.get(key);
      if (known) return known;
      const buffer = device.createBuffer({ size: width * height * 3 * 4, usage });
      inputs.set(key, buffer);
      return buffer;
    },
    forget() {
      attempt(() => {
        const encoder = device.createCommandEncoder();
        if (picture) encoder.clearBuffer(picture);
        for (const input of inputs.values()) encoder.clearBuffer(input);
        device.queue.submit([encoder.finish()]);
      });
    },
  };
}
