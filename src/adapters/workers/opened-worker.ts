import type { EngineReport, VisionApi } from '../../contracts/vision.ts';
import type { EngineKind } from '../../core/detection/engine-fallback.ts';
import { fastest, type EngineTrial } from '../../core/detection/engine-trials.ts';
import type { WorkerBridge } from './worker-bridge.ts';

/** The vision worker's commands as the page gives them. */
export type Vision = VisionApi<ReadableStream<VideoFrame>, MessagePort, OffscreenCanvas>;

/** A worker whose engine has started, before it is put to work. */
export interface OpenedWorker {
  readonly kind: EngineKind;
  readonly bridge: WorkerBridge<Vision>;
  readonly output: MessagePort;
  readonly modelSha256: string;
  readonly report: EngineReport;
}

/** The one of two workers that is to count; the other is closed. */
export function better(
  best: OpenedWorker | null,
  opened: OpenedWorker,
  trials: readonly EngineTrial[],
): OpenedWorker {
  if (!best) return opened;
  const isFaster = fastest(trials)?.engine === opened.kind;
  closeWorker(isFaster ? best : opened);
  return isFaster ? opened : best;
}

/** Ends a worker that is not wanted. */
export function closeWorker({ bridge, output }: OpenedWorker): void {
  bridge.close();
  output.close();
}
