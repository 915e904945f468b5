import type { EngineReport, ModelCard } from '../../src/contracts/vision.ts';
import { startEngine } from '../../workers/vision/start-engine.ts';
import { drawPicture } from '../tools/models/drawn-picture.ts';

// A worker for tests in the browser: runs the app's engine on a drawn picture and posts all that the network answers.

export interface ProbeJob {
  readonly threads: number;
  readonly card: ModelCard;
}

export interface ProbeAnswer {
  readonly report: EngineReport;
  readonly boxes: readonly number[];
  readonly scores: readonly number[];
}

async function answer({ threads, card }: ProbeJob): Promise<ProbeAnswer> {
  const [bytes, wasm] = await Promise.all(
    ['/model', '/runtime'].map(async (path) => (await fetch(path)).arrayBuffer()),
  );
  if (!bytes || !wasm) throw new Error('nothing was served');
  const started = await startEngine({
    backend: 'wasm',
    threads,
    runtime: { wasm },
    models: [{ card, bytes }],
  });
  if (!started.ok) throw new Error(JSON.stringify(started.problem));
  const { width, height } = card.input;
  const { boxes, scores } = await started.value.engine.run(
    card,
    Uint8ClampedArray.from(drawPicture(width, height).rgba),
  );
  return { report: started.value.report, boxes: [...boxes], scores: [...scores] };
}

addEventListener('message', ({ data }: MessageEvent<ProbeJob>) => {
  void answer(data).then((answered) => postMessage(answered));
});
