import type { ModelCard } from '../../../src/contracts/vision.ts';
import { fitLetterbox } from '../../../src/core/detection/letterbox.ts';
import { LUMA_GRID } from '../../../src/core/detection/luma-grid.ts';
import type { PictureLayout } from '../../../src/core/detection/picture-layout.ts';
import { partOf, regionOf, toPart } from '../../../src/core/detection/picture-part.ts';
import { frameSize } from '../frame-layout.ts';
import type { PictureReader, View } from '../picture-reader.ts';
import { createBoundedCache } from './bounded-cache.ts';
import { MAP_READ, USAGE } from './buffer-usage.ts';
import { bufferOf, createComputePass } from './compute-pass.ts';
import type { FrameWay, OpenFrameWay } from './frame-way.ts';
import { createGpuPictures } from './gpu-pictures.ts';
import type { Gpu } from './gpu.ts';
import { lumaPlan, paintPlan } from './picture-plan.ts';
import { LUMA, PAINT, TILE } from './picture-shaders.ts';

/** Plans of so many layouts are kept on the graphics card. */
const KEPT = 32;

const CELLS = LUMA_GRID.columns * LUMA_GRID.rows;

/** A reader whose pictures and inputs are buffers on the graphics card. */
export interface GpuPictureReader extends PictureReader {
  readonly frames: FrameWay['name'];
  paint(card: Pick<ModelCard, 'input'>): GPUBuffer;
  /** A picture that is no camera's, as the card's input: RGBA of its size, row by row. */
  readonly write: (card: Pick<ModelCard, 'input'>, picture: Uint8ClampedArray) => GPUBuffer;
}

/** Of what is loaded only the luma grid is ever read back. */
export function createGpuPictureReader(gpu: Gpu, openWay: OpenFrameWay): GpuPictureReader {
  const { device } = gpu;
  const pictures = createGpuPictures(gpu);
  const way = openWay(pictures);
  const readLuma = createLumaPass(gpu);
  const paintPass = createComputePass(device, PAINT);
  const plans = createBoundedCache<GPUBuffer>(KEPT, (plan) => plan.destroy());
  let loaded: PictureLayout | null = null;

  async function take(frame: VideoFrame, { region, masks }: View) {
    const part = partOf(frameSize(frame), region);
    const layout = await way.take(
      frame,
      part,
      masks.map((mask) => toPart(part, mask)),
    );
    return { part, layout };
  }

  return {
    frames: way.name,

    async load(frame, view, onClosed) {
      const { part, layout } = await take(frame, view).finally(() => {
        frame.close();
        onClosed();
      });
      loaded = layout;
      const luma = await readLuma(layout, pictures.picture(layout.length));
      const brightness = luma.reduce((sum, value) => sum + value, 0) / luma.length;
      return {
        picture: part.picture,
        region: regionOf(part),
        luma: Uint8Array.from(luma, Math.round),
        brightness,
      };
    },

    paint({ input: size }) {
      if (!loaded) throw new Error('no picture was loaded');
      const layout = loaded;
      const input = pictures.input(size);
      gpu.attempt(() => {
        const plan = plans.get(JSON.stringify([layout, size]), () =>
          bufferOf(device, paintPlan(layout, fitLetterbox(layout, size)), USAGE.storage),
        );
        const encoder = device.createCommandEncoder();
        const groups = [Math.ceil(size.width / TILE), Math.ceil(size.height / TILE)] as const;
        paintPass.run(encoder, [plan, pictures.picture(layout.length), input], groups);
        device.queue.submit([encoder.finish()]);
      });
      return input;
    },

    write({ input: size }, picture) {
      const input = pictures.input(size);
      gpu.attempt(() => device.queue.writeBuffer(input, 0, planesOf(picture)));
      return input;
    },

    forget() {
      loaded = null;
      pictures.forget();
    },
  };
}

/** Red, green and blue one after the other, 0–255. */
function planesOf(picture: Uint8ClampedArray): Float32Array<ArrayBuffer> {
  const pixels = picture.length / 4;
  const planes = new Float32Array(3 * pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      planes[channel * pixels + pixel] = picture[4 * pixel + channel] ?? 0;
    }
  }
  return planes;
}

/** Reads the mean luma of each cell, 0–255. Rejects when anything before it on the graphics card went wrong. */
function createLumaPass(gpu: Gpu): (layout: PictureLayout, picture: GPUBuffer) => Promise<Float32Array> {
  const { device } = gpu;
  const pass = createComputePass(device, LUMA);
  const plans = createBoundedCache<GPUBuffer>(KEPT, (plan) => plan.destroy());
  const size = CELLS * 4;
  const means = device.createBuffer({ size, usage: USAGE.storage | USAGE.copySource });
  const readable = device.createBuffer({ size, usage: USAGE.mapRead | USAGE.copyTarget });

  return async (layout, picture) => {
    gpu.attempt(() => {
      const plan = plans.get(JSON.stringify(layout), () =>
        bufferOf(
          device,
          lumaPlan(layout, { width: LUMA_GRID.columns, height: LUMA_GRID.rows }),
          USAGE.storage,
        ),
      );
      const encoder = device.createCommandEncoder();
      pass.run(encoder, [plan, picture, means], [LUMA_GRID.columns, LUMA_GRID.rows]);
      encoder.copyBufferToBuffer(means, 0, readable, 0, size);
      device.queue.submit([encoder.finish()]);
    });
    await gpu.settled();
    await Promise.race([readable.mapAsync(MAP_READ), gpu.failure]);
    const copy = new Float32Array(readable.getMappedRange().slice(0));
    readable.unmap();
    return copy;
  };
}
