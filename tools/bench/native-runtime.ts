import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Ort from 'onnxruntime-web';
import type { ModelCard } from '../../src/contracts/vision.ts';
import { fitLetterbox } from '../../src/core/detection/letterbox.ts';
import { createInputPainter, PADDING } from '../../src/core/detection/paint-input.ts';
import { pictureLayout } from '../../src/core/detection/picture-layout.ts';
import { suppress } from '../../src/core/detection/suppress.ts';
import { MODELS } from '../backtest/model-choice.ts';
import { installBeside } from '../install-beside.ts';
import type { FrameTime } from './browser/protocol.ts';
import { PICTURE } from './footage.ts';

/** onnxruntime for Node. */
export type NativeRuntime = typeof Ort;

/**
 * Loads onnxruntime-node, and installs it beside the project the first time: its package is 113 MB, too much to ask of
 * everybody who runs the tests. Its install script, which would fetch libraries for graphics cards, is not run. Null
 * where it cannot be had.
 */
export function loadNativeRuntime(): NativeRuntime | null {
  try {
    const installed = installBeside({
      from: fileURLToPath(new URL('native-runtime/', import.meta.url)),
      to: 'bench-native',
      holds: 'onnxruntime-node',
      announcement: 'Installing onnxruntime-node to compare with (113 MB, once) …',
    });
    return createRequire(join(installed, 'package.json'))('onnxruntime-node') as NativeRuntime;
  } catch (error) {
    console.error(`onnxruntime-node: ${(error as Error).message}`);
    return null;
  }
}

/** A whole frame in Node: the same picture, painter, model and suppression as in the browser. */
export async function openNative(
  ort: NativeRuntime,
  { card, threads }: { readonly card: ModelCard; readonly threads: number },
): Promise<(picture: Uint8Array) => Promise<FrameTime>> {
  const session = await ort.InferenceSession.create(`${MODELS}${card.file}`, { intraOpNumThreads: threads });
  const layout = pictureLayout({ ...PICTURE, format: 'I420', matrix: 'bt601', fullRange: false });
  const painter = createInputPainter(layout, fitLetterbox(PICTURE, card.input));
  const { width, height } = card.input;
  const input = new Uint8ClampedArray(width * height * 4).fill(PADDING);
  const pixels = new Uint8Array(input.buffer);
  const copied = new Uint8Array(layout.length);

  return async (picture) => {
    const begin = performance.now();
    copied.set(picture);
    painter.paint(copied, input);
    const painted = performance.now();
    const tensor = new ort.Tensor('uint8', pixels, [1, height, width, 4]);
    const results = await session.run({ [card.tensors.input]: tensor });
    const ran = performance.now();
    const [boxes, scores] = [results[card.tensors.boxes]?.data, results[card.tensors.scores]?.data];
    if (!(boxes instanceof Float32Array) || !(scores instanceof Float32Array)) throw new Error('no boxes');
    const people = suppress({ boxes, scores }, card.suppression).length;
    const detectMs = ran - painted;
    return { detectMs, otherMs: performance.now() - begin - detectMs, people };
  };
}
