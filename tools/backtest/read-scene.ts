import { readFileSync } from 'node:fs';
import { parseSceneFile } from '../../src/core/site/parse-scene-file.ts';
import type { FrameSize, SceneFile } from '../../src/core/site/parse-scene-file.ts';
import type { Problem } from '../../src/core/result.ts';
import { InputError } from '../mot-file.ts';

/** Reads a scene file for pictures of this size. Throws `InputError` that names the field. */
export function readScene(path: string, size: FrameSize): SceneFile {
  const scene = parseSceneFile(readText(path), size);
  if (!scene.ok) throw new InputError(`${path}: ${sentenceOf(scene.problem)}`);
  return scene.value;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new InputError(`${path}: cannot be read`, { cause });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  missing: 'is missing',
  type: 'has the wrong type',
  range: 'is outside the picture or its range',
  length: 'has too few or too many parts',
  'unknown-field': 'is not a field of scene files',
  'unknown-value': 'has a value that is not known',
  parallel: 'begins a segment that "in" is parallel to, so it has no in side',
  'no-area': 'encloses no area',
  duplicate: 'is used twice',
};

function sentenceOf({ code, detail }: Problem): string {
  if (code === 'scene-not-json') return 'is not JSON';
  const reason = String(detail?.reason ?? code);
  return `${String(detail?.field ?? '') || 'the file'} ${REASONS[reason] ?? reason}`;
}
