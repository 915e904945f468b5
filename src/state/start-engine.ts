import type { VisionListener, VisionPort } from '../contracts/ports.ts';
import type { EngineReport } from '../contracts/vision.ts';
import type { Result } from '../core/result.ts';
import type { EnginePreference } from '../core/site/site.ts';
import type { ProblemList } from './problem-list.ts';
import { settleCall } from './settle-call.ts';

/** Starts the vision worker's engine; a graphics card that was asked for and is not used is reported. */
export async function startEngine(
  { vision, problems }: { readonly vision: VisionPort; readonly problems: ProblemList },
  engine: EnginePreference,
  listener: VisionListener,
): Promise<Result<EngineReport>> {
  const started = await settleCall(vision.start(engine, listener), 'vision-worker-failed');
  if (started.ok && engine === 'webgpu' && started.value.webgpu !== 'used') {
    problems.report('backend', { code: 'webgpu-blocked' });
  }
  return started;
}
