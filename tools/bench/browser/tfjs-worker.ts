import { getThreadsCount, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { expose } from 'comlink';
import { createFrameInlet } from './frame-inlet.ts';
import type { FrameTime } from './protocol.ts';

/**
 * Commands to a worker that runs the original NanoDet graph with TensorFlow.js on WASM, in the steps in which the
 * library `@vladmandic/human` runs it: pixels through a canvas, the whole picture as a tensor, scaled to 416×416,
 * divided by 255, transposed; the best bin of each side and the scores read back; suppression.
 */
export interface TfjsApi {
  /** Returns the threads that are really used: more than one only where the page is isolated. */
  start(threads: number): Promise<number>;
  /** The port brings the stream. */
  open(port: MessagePort): Promise<void>;
  /** Takes the next frame of the stream; its time begins when the frame is there. */
  time(): Promise<FrameTime>;
}

const SIDE = 416;
const CLASSES = 80;
const PERSON = 0;
const SIDES = 4;
const MIN_SCORE = 0.3;
const MAX_OVERLAP = 0.5;
const MOST_BOXES = 100;

let model: GraphModel | null = null;
const inlet = createFrameInlet();
let canvas: OffscreenCanvas | null = null;

/** Candidates of one stride: box as y, x, y, x in parts of the picture. */
interface Candidate {
  readonly score: number;
  readonly box: [number, number, number, number];
}

function pixelsOf(frame: VideoFrame): ImageData {
  const { displayWidth: width, displayHeight: height } = frame;
  canvas ??= new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas in this worker');
  context.drawImage(frame, 0, 0);
  return context.getImageData(0, 0, width, height);
}

function toInput(pixels: ImageData): tf.Tensor {
  return tf.tidy(() => {
    const picture = tf.expandDims<tf.Tensor4D>(tf.cast(tf.browser.fromPixels(pixels), 'float32'), 0);
    const scaled = tf.image.resizeBilinear(picture, [SIDE, SIDE]);
    return tf.transpose(tf.div(scaled, 255), [0, 3, 1, 2]);
  });
}

/** Reads one stride's scores and the most likely distance of each side. */
async function candidatesOf(scores: tf.Tensor, bins: tf.Tensor): Promise<Candidate[]> {
  const cells = scores.shape[1] ?? 0;
  const across = Math.sqrt(cells);
  const best = tf.tidy(() => tf.argMax(tf.reshape(bins, [cells, SIDES, -1]), 2));
  const [score, distance] = await Promise.all([scores.data(), best.data()]);
  best.dispose();
  return Array.from({ length: cells }, (_, cell): Candidate => {
    const [x, y] = [(cell % across) + 0.5, Math.floor(cell / across) + 0.5];
    const [left, top, right, bottom] = [0, 1, 2, 3].map((side) => distance[cell * SIDES + side] ?? 0);
    const box = [y - (top ?? 0), x - (left ?? 0), y + (bottom ?? 0), x + (right ?? 0)];
    const [y1 = 0, x1 = 0, y2 = 0, x2 = 0] = box.map((value) => value / across);
    return { score: score[cell * CLASSES + PERSON] ?? 0, box: [y1, x1, y2, x2] };
  }).filter((candidate) => candidate.score >= MIN_SCORE);
}

async function readPeople(heads: readonly tf.Tensor[]): Promise<number> {
  const candidates: Candidate[] = [];
  for (const scores of heads.filter(({ shape }) => shape[2] === CLASSES)) {
    const bins = heads.find(({ shape }) => shape[1] === scores.shape[1] && shape[2] !== CLASSES);
    if (bins) candidates.push(...(await candidatesOf(scores, bins)));
  }
  if (candidates.length === 0) return 0;
  const kept = await tf.image.nonMaxSuppressionAsync(
    tf.tensor2d(candidates.map(({ box }) => box)),
    candidates.map(({ score }) => score),
    MOST_BOXES,
    MAX_OVERLAP,
  );
  return kept.size;
}

async function detect(frame: VideoFrame): Promise<FrameTime> {
  if (!model) throw new Error('not started');
  tf.engine().startScope();
  try {
    const begin = performance.now();
    const input = toInput(pixelsOf(frame));
    frame.close();
    const ready = performance.now();
    const heads = (await model.executeAsync(input)) as tf.Tensor[];
    const people = await readPeople(heads);
    const end = performance.now();
    return { detectMs: end - ready, otherMs: ready - begin, people };
  } finally {
    tf.engine().endScope();
  }
}

const api: TfjsApi = {
  async start(threads) {
    setWasmPaths('/tfjs/');
    if (threads > 1) setThreadsCount(threads);
    else tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false); // its build for one thread
    if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js has no WASM here');
    model = await loadGraphModel('/tfjs/nanodet.json');
    return threads > 1 ? getThreadsCount() : 1;
  },
  open: (port) => inlet.open(port),
  async time() {
    return detect(await inlet.next());
  },
};

expose(api);
