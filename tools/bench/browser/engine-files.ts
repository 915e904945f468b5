import type { EngineSetup } from '../../../src/contracts/vision.ts';
import { loadBytes } from './load-bytes.ts';
import type { EngineJob } from './protocol.ts';

/** Loads what a vision engine is handed: the runtime of its backend, and each model file once. */
export async function loadEngineFiles({
  backend,
  threads,
  cards,
}: EngineJob): Promise<Omit<EngineSetup<never>, 'output'>> {
  const files = new Map<string, ArrayBuffer>();
  for (const { file } of cards) files.set(file, files.get(file) ?? (await loadBytes(`/models/${file}`)));
  const models = cards.flatMap((card) => {
    const bytes = files.get(card.file);
    return bytes ? [{ card, bytes }] : [];
  });
  return { backend, threads, runtime: { [backend]: await loadBytes(`/runtime/${backend}.wasm`) }, models };
}
