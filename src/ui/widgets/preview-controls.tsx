import type { JSX } from 'preact';
import { useApp, useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from './button.tsx';
import styles from './preview-backdrop.module.css';
import { ProblemSentences } from './problem-sentences.tsx';

/** Opens, holds and closes the set-up picture of a camera, and says what it is. */
export function PreviewControls({
  camera,
  name,
}: {
  readonly camera: number;
  readonly name: string;
}): JSX.Element {
  const { access, preview } = useApp();
  const { m, f } = useText();
  const state = preview.state.value;
  const left = preview.secondsLeft.value;
  if ((state.kind === 'live' || state.kind === 'still') && state.camera === camera) {
    return (
      <div class={layout.row}>
        <p>{state.kind === 'live' ? m.preview.live(f.integer(left)) : m.preview.still(f.duration(left))}</p>
        {state.kind === 'live' && <Button onClick={() => void preview.hold()}>{m.preview.hold}</Button>}
        <Button kind="quiet" onClick={() => void preview.close()}>
          {m.preview.close}
        </Button>
      </div>
    );
  }
  const hasPin = access.hasPin.value !== false;
  return (
    <div class={styles.controls}>
      {hasPin && (
        <div class={layout.row}>
          <Button label={m.preview.openOf(name)} onClick={() => void preview.open(camera)}>
            {m.preview.open}
          </Button>
        </div>
      )}
      <p class={layout.prose}>
        {m.preview.explain} {!hasPin && m.preview.needsPin}
      </p>
      {state.kind === 'ended' && <p role="status">{m.preview.ended}</p>}
      {preview.problem.value && <ProblemSentences problem={preview.problem.value} subject={name} />}
    </div>
  );
}
