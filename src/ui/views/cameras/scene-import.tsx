import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Problem } from '../../../core/result.ts';
import { MAX_SCENE_LENGTH, parseSceneFile } from '../../../core/site/parse-scene-file.ts';
import type { Camera } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { FileDrop } from '../../widgets/file-drop.tsx';
import { ProblemSentences } from '../../widgets/problem-sentences.tsx';
import { FrameSizeFields, frameSizeOf, FULL_HD, type FrameSizeDraft } from '../../widgets/frame-size.tsx';
import styles from './scene-import.module.css';

/** Adds the lines and zones of a scene file, chosen or dropped. */
export function SceneImport({
  camera,
  close,
}: {
  readonly camera: Camera;
  readonly close: () => void;
}): JSX.Element {
  const { site } = useApp();
  const { m } = useText();
  const size = useSignal<FrameSizeDraft>(FULL_HD);
  const outcome = useSignal<string | Problem | null>(null);
  const take = async (file: File): Promise<void> => {
    const { width, height } = frameSizeOf(size.value);
    // A file that is no scene by its size alone is not read into memory.
    const text = file.size > MAX_SCENE_LENGTH * 4 ? ' '.repeat(MAX_SCENE_LENGTH + 1) : await file.text();
    const parsed = parseSceneFile(text, width > 0 && height > 0 ? { width, height } : null);
    if (!parsed.ok) {
      outcome.value = parsed.problem;
      return;
    }
    const { lines, zones } = parsed.value;
    const saved = await site.addToScene(camera.id, parsed.value);
    outcome.value = saved.ok
      ? m.cameras.imported(m.cameras.lines(lines.length), m.cameras.zones(zones.length))
      : saved.problem;
  };
  const result = outcome.value;
  return (
    <div class={styles.import}>
      <h3 class={layout.heading}>{m.cameras.importScene}</h3>
      <p class={layout.prose}>{m.cameras.importFrame}</p>
      <div class={layout.row}>
        <FrameSizeFields size={size.value} onChange={(value) => (size.value = value)} />
      </div>
      <FileDrop
        label={m.cameras.importHint}
        accept=".json,application/json"
        take={(file) => void take(file)}
      />
      {typeof result === 'string' && <p role="status">{result}</p>}
      {result !== null && typeof result !== 'string' && (
        <div role="alert">
          <ProblemSentences problem={result} />
        </div>
      )}
      <div class={layout.row}>
        <Button kind="quiet" onClick={close}>
          {m.cameras.close}
        </Button>
      </div>
    </div>
  );
}
