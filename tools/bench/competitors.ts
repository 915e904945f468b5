import { availableParallelism } from 'node:os';
import type { ModelCard } from '../../src/contracts/vision.ts';
import type { BenchBrowser } from './bench-browser.ts';
import type { EngineJob, FrameTime } from './browser/protocol.ts';
import type { Footage } from './footage.ts';
import { readPictures } from './footage.ts';
import { loadNativeRuntime, openNative } from './native-runtime.ts';

/** Something that finds people in a frame. */
export interface Competitor {
  readonly kind: 'kazoe' | 'kazoe-gpu' | 'tfjs' | 'mediapipe' | 'native';
  /** Threads that were asked for; the runtime may take fewer. */
  readonly wanted: number;
  /** Input of the network, pixels. */
  readonly input: string;
  readonly threads: number;
  /** One whole frame, pixels to boxes. */
  run(round: number): Promise<FrameTime>;
}

/** Nothing gains by more threads than these on the pictures measured here, and every competitor gets the same. */
const MOST_THREADS = 4;

/** The thread counts that are tried: one, and as many as there are processors. */
export function threadsToTry(): readonly number[] {
  return [...new Set([1, Math.min(MOST_THREADS, availableParallelism())])];
}

/** The app's own vision worker with one input of the network; of its variants it takes the one that suits. */
export async function openKazoe(
  browser: BenchBrowser,
  { cards, backend, threads }: EngineJob,
): Promise<Competitor> {
  const [card] = cards;
  if (!card) throw new Error('no model');
  const name = `${backend} ${sizeOf(card)} ${threads}`;
  const report = await browser.call('startEngine', name, { backend, threads, cards });
  const run = () => browser.call('timeFrame', name);
  const kind = backend === 'webgpu' ? 'kazoe-gpu' : 'kazoe';
  return { kind, wanted: threads, input: sizeOf(card), threads: report.threads, run };
}

/** The original graph, run by TensorFlow.js. */
export async function openTfjs(browser: BenchBrowser, threads: number): Promise<Competitor> {
  const name = `tfjs ${threads}`;
  const used = await browser.call('startTfjs', name, threads);
  const run = () => browser.call('timeTfjs', name);
  return { kind: 'tfjs', wanted: threads, input: '416×416', threads: used, run };
}

/** MediaPipe's detector with its own, smaller network. */
export async function openMediapipe(browser: BenchBrowser): Promise<Competitor> {
  await browser.call('startMediapipe');
  const run = () => browser.call('timeMediapipe');
  return { kind: 'mediapipe', wanted: 1, input: '300×300', threads: 1, run };
}

/** The same model outside the browser; none where onnxruntime-node cannot be had. */
export async function openNatives(card: ModelCard, footage: Footage): Promise<readonly Competitor[]> {
  const runtime = loadNativeRuntime();
  if (!runtime) return [];
  const pictures = readPictures(footage);
  const open = async (threads: number): Promise<Competitor> => {
    const time = await openNative(runtime, { card, threads });
    const run = (round: number) => time(pictures[round % pictures.length] ?? new Uint8Array());
    return { kind: 'native', wanted: threads, input: sizeOf(card), threads, run };
  };
  return Promise.all(threadsToTry().map(open));
}

/** `416×256` */
export function sizeOf({ input }: Pick<ModelCard, 'input'>): string {
  return `${input.width}×${input.height}`;
}
