import { availableParallelism } from 'node:os';
import { chooseInput } from '../../src/core/detection/choose-model.ts';
import type { ModelCard } from '../../src/contracts/vision.ts';
import { threadCount } from '../../src/core/detection/thread-count.ts';
import { chooseCards } from '../backtest/model-choice.ts';
import type { BenchBrowser } from './bench-browser.ts';
import type { BenchContext } from './bench-context.ts';
import type { BenchFigures, PartReport } from './bench-report.ts';
import { figureText } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';
import type { EngineJob } from './browser/protocol.ts';
import { openKazoe, openMediapipe, openNatives, openTfjs, sizeOf, threadsToTry } from './competitors.ts';
import type { Competitor } from './competitors.ts';
import { PICTURE } from './footage.ts';
import { race } from './race.ts';
import type { Standing } from './race.ts';
import { ratio } from './statistics.ts';

/** The app's engine against TensorFlow.js and onnxruntime-node: whole frames, 1280×720 pixels to boxes. */
export async function wasmPart({ options, busy, withBrowser }: BenchContext): Promise<PartReport> {
  return withBrowser(async (browser) => {
    await browser.call('loadFrames', busy.set);
    const { cards, chosen } = wasmCards();
    const competitors = await openAll(browser, cards, chosen);
    const natives = await openNatives(chosen, busy);
    const gpu = await openOnGpu(browser, chosen);
    const standings = await race([...competitors, ...gpu, ...natives], options.rounds);
    const rows = standings.map((standing) => rowOf(standing, standings));
    const remarks = [
      `The app's choice for 1280×720 is the input ${sizeOf(chosen)}. TensorFlow.js runs the original graph, 416×416 alone, in the steps of @vladmandic/human with its defaults; of itself it takes no more threads than half of the processors. A smaller input sees less of people far away: npm run evaluate.`,
      'Every time is that of a whole frame; tracking and counting are part of this engine’s times, not of the others’. MediaPipe takes pixels in through WebGL, which is software where there is no graphics card.',
    ];
    return {
      section: { title: 'Detector, WASM', rows: [...rows, ...leftOut({ natives, gpu })], remarks },
      figures: figuresOf(standings, sizeOf(chosen)),
    };
  });
}

/** The inputs of the app's first network for WASM, and the one that it chooses for the picture measured here. */
export function wasmCards(): { readonly cards: readonly ModelCard[]; readonly chosen: ModelCard } {
  const cards = chooseCards(null).filter(({ layout }) => layout === 'rgba-u8-nhwc');
  const inputs = cards.map(({ input }) => input);
  const chosen = cards[chooseInput(inputs, PICTURE)];
  if (!chosen) throw new Error('no model');
  return { cards, chosen };
}

/** The vision worker as the app starts it on this machine. */
export function appEngine(cards: readonly ModelCard[]): EngineJob {
  return { backend: 'wasm', threads: threadCount(availableParallelism()), cards };
}

async function openAll(
  browser: BenchBrowser,
  cards: readonly ModelCard[],
  chosen: ModelCard,
): Promise<Competitor[]> {
  const competitors: Competitor[] = [];
  const [one = 1, ...more] = threadsToTry();
  for (const card of cards)
    competitors.push(await openKazoe(browser, { cards: [card], backend: 'wasm', threads: one }));
  for (const threads of more) {
    competitors.push(await openKazoe(browser, { cards: [chosen], backend: 'wasm', threads }));
  }
  for (const threads of [one, ...more]) competitors.push(await openTfjs(browser, threads));
  competitors.push(await openMediapipe(browser));
  return competitors;
}

/** WebGPU on a real graphics card, with the input that the app chooses; none where there is no card. */
async function openOnGpu(browser: BenchBrowser, chosen: ModelCard): Promise<readonly Competitor[]> {
  if (!(await browser.call('hasGpu'))) return [];
  const cards = ['nanodet-f16', 'nanodet-f32']
    .flatMap(chooseCards)
    .filter((card) => sizeOf(card) === sizeOf(chosen));
  return [await openKazoe(browser, { cards, backend: 'webgpu', threads: 1 })];
}

const NAMES = {
  kazoe: 'this engine',
  'kazoe-gpu': 'this engine, WebGPU',
  tfjs: 'TensorFlow.js',
  mediapipe: 'MediaPipe',
  native: 'onnxruntime-node',
} as const;

function rowOf(standing: Standing, all: readonly Standing[]): BenchRow {
  const { kind, input, threads, frameMs, networkMs, restMs, wanted } = standing;
  const rival = all.find((other) => other.kind === 'tfjs' && other.threads === threads);
  const share = rival && kind !== 'tfjs' ? ratio(frameMs.median, rival.frameMs.median) : null;
  const beside = share === null ? '' : `; ${figureText(share)} × TensorFlow.js`;
  const halves =
    kind === 'mediapipe'
      ? 'SSD MobileNetV2, another network'
      : `network ${figureText(networkMs)}, rest ${figureText(restMs)}`;
  const note = `${halves}${beside}`;
  const asked = wanted > threads ? `, ${wanted} threads wanted` : '';
  return { what: `${NAMES[kind]}, ${input}${asked}`, threads, measured: frameMs, unit: 'ms', note };
}

function leftOut({ natives, gpu }: Readonly<Record<'natives' | 'gpu', readonly Competitor[]>>): BenchRow[] {
  const absent = (what: string, note: string): BenchRow => {
    return { what, threads: null, measured: 'not measured', unit: '', note };
  };
  return [
    ...(gpu.length > 0 ? [] : [absent('this engine, WebGPU', 'no GPU adapter on this machine')]),
    ...(natives.length > 0 ? [] : [absent('onnxruntime-node', 'it could not be installed')]),
  ];
}

function figuresOf(standings: readonly Standing[], chosen: string): Partial<BenchFigures> {
  const fastest = (wanted: Partial<Pick<Standing, 'kind' | 'input' | 'threads'>>): number => {
    const fitting = standings.filter((standing) =>
      Object.entries(wanted).every(([key, value]) => standing[key as keyof Standing] === value),
    );
    return Math.min(...fitting.map(({ frameMs }) => frameMs.median));
  };
  const oneThread = fastest({ kind: 'kazoe', input: chosen, threads: 1 });
  const rivalOneThread = fastest({ kind: 'tfjs', threads: 1 });
  return {
    wasm_vs_tfjs: ratio(fastest({ kind: 'kazoe', input: chosen }), fastest({ kind: 'tfjs' })),
    wasm_vs_tfjs_one_thread: ratio(oneThread, rivalOneThread),
    wasm_vs_tfjs_same_input: ratio(fastest({ kind: 'kazoe', input: '416×416', threads: 1 }), rivalOneThread),
    wasm_vs_native_one_thread: ratio(oneThread, fastest({ kind: 'native', threads: 1 })),
  };
}
