import type { Backend, EngineSetup, ModelCard } from '../../contracts/vision.ts';
import { chooseVariant } from '../../core/detection/choose-variant.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { sha256 } from '../sha256.ts';
import { Downloads, type DownloadProgress } from './download-bytes.ts';
import { RUNTIME_FILES } from './runtime-files.ts';
import { gpuFeatures } from './find-gpu.ts';

/** What the vision worker is handed because it may not fetch. */
export type EngineFiles = Pick<EngineSetup<MessagePort>, 'runtime' | 'models'>;

const MODELS = `${import.meta.env.BASE_URL}models/`;

/**
 * Fetches the runtime for the backends that may be used and, of the models in `models/index.json`, the first file that
 * each is best run with, in all its sizes. Problems: `model-missing`, `model-digest-mismatch`, `engine-failed` (runtime missing).
 */
export async function loadEngineFiles(
  backends: readonly Backend[],
  report: (progress: DownloadProgress) => void,
): Promise<Result<EngineFiles>> {
  const downloads = new Downloads(report);
  const [models, runtime] = await Promise.all([
    loadModels(downloads, backends),
    loadRuntime(downloads, backends),
  ]);
  if (!models.ok) return models;
  if (!runtime.ok) return runtime;
  return ok({ models: models.value, runtime: runtime.value });
}

async function loadModels(
  downloads: Downloads,
  backends: readonly Backend[],
): Promise<Result<EngineFiles['models']>> {
  const names = await fetchJson(`${MODELS}index.json`);
  if (!Array.isArray(names) || !names.every(isFileName)) return failed('model-missing');
  const cards = await Promise.all(names.map((name) => fetchJson(`${MODELS}${name}`)));
  if (!cards.every(isModelCard)) return failed('model-missing');
  const gpu = backends.includes('webgpu') ? await gpuFeatures() : null;
  const wanted = new Set(backends.flatMap((one) => chooseVariant(cards, one === 'webgpu' ? gpu : null)));
  if (wanted.size === 0) return failed('model-missing');
  const models: EngineFiles['models'][number][] = [];
  for (const file of new Set([...wanted].map((card) => card.file))) {
    const bytes = await downloads.fetchBytes(`${MODELS}${file}`);
    if (!bytes) return failed('model-missing', { file });
    const digest = await sha256(bytes);
    const variants = [...wanted].filter((card) => card.file === file);
    if (variants.some((card) => card.sha256 !== digest)) return failed('model-digest-mismatch', { file });
    models.push(...variants.map((card) => ({ card, bytes })));
  }
  return ok(models);
}

async function loadRuntime(
  downloads: Downloads,
  backends: readonly Backend[],
): Promise<Result<EngineFiles['runtime']>> {
  const runtime: Partial<Record<Backend, ArrayBuffer>> = {};
  for (const backend of backends) {
    const bytes = await downloads.fetchBytes(RUNTIME_FILES[backend]);
    if (!bytes) return failed('engine-failed', { file: 'runtime' });
    runtime[backend] = bytes;
  }
  return ok(runtime);
}

async function fetchJson(url: string): Promise<unknown> {
  try {
    const response = await fetch(url);
    return response.ok ? ((await response.json()) as unknown) : null;
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null; // no network, or no JSON
    throw error;
  }
}

/** A plain name: it cannot lead out of the models' folder. */
function isFileName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-][\w.-]*$/.test(value);
}

/** Cards are files of our own build: enough is checked to tell a wrong file from a card. */
function isModelCard(value: unknown): value is ModelCard {
  const card = value as Partial<ModelCard> | null;
  return isFileName(card?.file) && typeof card.sha256 === 'string' && typeof card.input?.width === 'number';
}
