import { pictureLayout } from '../../../src/core/detection/picture-layout.ts';
import type { PictureForm, PictureLayout } from '../../../src/core/detection/picture-layout.ts';

/** A picture of stripes, slopes and noise in every component: what scales it wrongly shows. */
export function drawFrame(form: PictureForm): VideoFrame {
  const layout = pictureLayout(form);
  const bytes = new Uint8Array(layout.length);
  let state = 7;
  layout.components.forEach(({ plane: at, channel }, index) => {
    const { offset, stride, width, height, channels } = layout.planes[at]!;
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        const slope = 60 + (index === 1 ? (120 * row) / height : (120 * column) / width);
        const stripe = Math.floor((column + row) / (index === 0 ? 13 : 7)) % 2 === 0 ? 24 : 0;
        bytes[offset + row * stride + column * channels + channel] = slope + stripe + ((state >>> 24) % 17);
      }
  });
  return toFrame(bytes, layout, form);
}

/** A frame of these bytes, laid out as `pictureLayout` has it. */
export function toFrame(
  bytes: Uint8Array<ArrayBuffer>,
  layout: PictureLayout,
  form: PictureForm,
): VideoFrame {
  const matrix = form.matrix === 'bt709' ? 'bt709' : 'smpte170m';
  return new VideoFrame(bytes, {
    format: form.format,
    codedWidth: form.width,
    codedHeight: form.height,
    timestamp: 0,
    layout: layout.planes.map(({ offset, stride }) => ({ offset, stride })),
    ...(layout.matrix === 'rgb'
      ? {}
      : { colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix, fullRange: form.fullRange } }),
  });
}
