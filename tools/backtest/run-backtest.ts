import type { BacktestArguments } from './arguments.ts';
import { chooseCards } from './model-choice.ts';
import { chooseInput } from '../../src/core/detection/choose-model.ts';
import { readScene } from './read-scene.ts';
import { reportOf } from './report.ts';
import type { BacktestReport } from './report.ts';
import type { BacktestRun } from './run-in-browser.ts';
import { probeVideo } from './video.ts';
import type { Video } from './video.ts';

/** A backtest's report and what it was made from. */
export interface Backtest {
  readonly report: BacktestReport;
  readonly run: BacktestRun;
  readonly video: Video;
}

/** Which video, scene, backend and model, and whether the network may rest. */
export type BacktestInput = Pick<BacktestArguments, 'video' | 'scene' | 'backend' | 'model' | 'motionGate'>;

/**
 * Counts over every frame of a video file with the app's own pipeline in headless Chromium. `onFrames` hears how many
 * of how many are done. Throws `InputError` for input that can be put right.
 */
export async function runBacktest(
  input: BacktestInput,
  onFrames: (done: number, of: number) => void,
): Promise<Backtest> {
  const began = performance.now();
  const cards = chooseCards(input.model);
  const video = await probeVideo(input.video);
  const scene = readScene(input.scene, video);
  const model =
    cards[
      chooseInput(
        cards.map((card) => card.input),
        video,
      )
    ]; // as the pipeline would
  if (!model) throw new Error('no model');
  const { width, height, colour, timesMs } = video;
  const { backend, motionGate } = input;
  const job = { backend, motionGate, cards: [model], width, height, colour, timesMs, ...scene };
  const { runInBrowser } = await import('./run-in-browser.ts'); // bundler and browser driver: after the input is sound
  const run = await runInBrowser(job, video, (done) => onFrames(done, timesMs.length));
  const wallS = (performance.now() - began) / 1000;
  return { report: reportOf(run, { scene, video }, { model, wallS }), run, video };
}
