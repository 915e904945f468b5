import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Result } from '../../core/result.ts';
import type { DrawingStore } from '../../state/drawing-store.ts';
import { useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { handleUndoKey } from './drawing-keys.ts';
import { makingHint } from './drawing-words.ts';
import { SaveBar } from './save-bar.tsx';
import styles from './scene-editor.module.css';

/** What the panel beside a drawing is told, and tells. */
export interface PanelState {
  /** It was tried to save: what is wrong is said. */
  readonly tells: boolean;
  readonly onError: (isWrong: boolean) => void;
}

/** Toolbar, stage, panel and the way to save of a drawing. Nothing uses it until it is saved. */
export function DrawingEditor<S extends string>({
  store,
  label,
  hint,
  toolbar,
  stage,
  panel,
  isBlocked = () => false,
  save,
  close,
}: {
  readonly store: DrawingStore<S>;
  readonly label: string;
  /** What can be done while nothing is being drawn. */
  readonly hint: string;
  readonly toolbar: ComponentChildren;
  readonly stage: ComponentChildren;
  readonly panel: (state: PanelState) => ComponentChildren;
  /** Something else that is typed is wrong. */
  readonly isBlocked?: () => boolean;
  readonly save: () => Promise<Result<unknown>>;
  readonly close: () => void;
}): JSX.Element {
  const text = useText();
  const tells = useSignal(false);
  const isTextWrong = useSignal(false);
  useEffect(() => store.selection.subscribe(() => (isTextWrong.value = false)), [store, isTextWrong]);
  const making = store.making.value;
  return (
    <section class={styles.editor} aria-label={label} onKeyDown={(event) => handleUndoKey(store, event)}>
      {toolbar}
      <p class={layout.prose}>{making ? makingHint(making.template.form, text) : hint}</p>
      <div class={styles.work}>
        <div class={styles.drawn}>{stage}</div>
        <div class={styles.panel}>
          {panel({ tells: tells.value, onError: (isWrong) => (isTextWrong.value = isWrong) })}
          <SaveBar
            store={store}
            isTextWrong={() => isTextWrong.value || isBlocked()}
            tells={tells.value}
            tried={() => (tells.value = true)}
            save={save}
            close={close}
          />
        </div>
      </div>
    </section>
  );
}
