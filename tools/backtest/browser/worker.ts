import { failed } from '../../../src/core/result.ts';
import type { Result } from '../../../src/core/result.ts';
import type { EngineSetup } from '../../../src/contracts/vision.ts';
import { cardsFor } from '../../../src/core/detection/choose-detail.ts';
import { createFrameCounter } from '../../../workers/vision/frame-counter.ts';
import { startEngine } from '../../../workers/vision/start-engine.ts';
import type { StartedEngine } from '../../../workers/vision/start-engine.ts';
import { readFrames } from './frames.ts';
import { Outbox } from './outbox.ts';
import type { FrameResult, Job } from './protocol.ts';

// The developer's entry to the vision pipeline: the modules of `workers/vision`, frames from a file, all results out.
// It is served by tools/backtest alone, never sealed, and never part of the app.

async function load(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
}

async function start({ backend, cards }: Job): Promise<Result<StartedEngine>> {
  const [first] = cards;
  if (!first) return failed('model-missing');
  const bytes = await load(`/models/${first.file}`);
  const models: EngineSetup<never>['models'] = cards.map((card) => ({ card, bytes }));
  const runtime = { [backend]: await load(`/runtime/${backend}`) };
  return startEngine({ backend, threads: 1, runtime, models });
}

async function run(job: Job, outbox: Outbox): Promise<void> {
  const started = await start(job);
  if (!started.ok) {
    outbox.add({ kind: 'failed', problem: started.problem });
    return;
  }
  const { engine, reader, cards, report } = started.value;
  const parts = { engine, reader, cards: () => cardsFor(cards, 'full') };
  outbox.add({ kind: 'started', report });
  const counter = createFrameCounter(parts, { ...job, floor: null, region: null, startsAtMs: 0 }, () => 0);

  async function analyse(frame: VideoFrame): Promise<FrameResult> {
    const { sight, count, otherMs } = await counter.count(frame, () => undefined);
    const { tracks, events, zonesNow } = count;
    const { detections, detectMs, isGated } = sight;
    return { detections, tracks, events, zonesNow, detectMs, otherMs, isGated };
  }

  for await (const frame of readFrames(await fetch('/frames'), job)) {
    outbox.add({ kind: 'frame', result: await analyse(frame) });
    await outbox.sendIfFull();
  }
  outbox.add({ kind: 'finished', events: counter.finish() });
}

async function main(): Promise<void> {
  const outbox = new Outbox('/messages');
  const job = (await (await fetch('/job')).json()) as Job;
  await run(job, outbox);
  await outbox.send();
}

main().catch((error: unknown) => {
  // Out of the promise, so that the page sees it.
  setTimeout(() => {
    throw error;
  });
});
