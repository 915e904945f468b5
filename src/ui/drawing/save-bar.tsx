import type { JSX } from 'preact';
import type { Result } from '../../core/result.ts';
import type { DrawingStore } from '../../state/drawing-store.ts';
import { useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';
import { ProblemSentences } from '../widgets/problem-sentences.tsx';
import { useSubmit } from '../widgets/use-submit.ts';
import { nameOfShape } from './drawing-words.ts';

/** What a drawing needs to be saved. */
export interface Saving {
  /** Some text beside the drawing is wrong. */
  readonly isTextWrong: () => boolean;
  /** It was tried to save: what is wrong is said. */
  readonly tells: boolean;
  /** Before each try. */
  readonly tried: () => void;
  readonly save: () => Promise<Result<unknown>>;
  readonly close: () => void;
}

/** Saves a drawing that has no fault, or goes to the first one. */
export function SaveBar<S extends string>({
  store,
  isTextWrong,
  tells,
  tried,
  save,
  close,
}: Saving & { readonly store: DrawingStore<S> }): JSX.Element {
  const text = useText();
  const { m } = text;
  const faulty = store.faults.value.flatMap(
    ({ key }) => store.drawing.value.shapes.find((shape) => shape.key === key) ?? [],
  );
  const elsewhere = faulty.filter(({ key }) => key !== store.selection.value?.key);
  const { submit, problem } = useSubmit(() => {
    tried();
    if (isTextWrong()) return null;
    store.finish();
    const [first] = store.faults.value;
    if (first) store.select({ key: first.key, index: null });
    return first || store.making.value ? null : save();
  }, close);
  return (
    <>
      {tells && elsewhere.length > 0 && (
        <p role="status">
          {m.drawing.faultsLeft(
            elsewhere.map((shape) => nameOfShape(shape, text)).join(m.figures.listSeparator),
          )}
        </p>
      )}
      {problem && (
        <div role="alert">
          <ProblemSentences problem={problem} />
        </div>
      )}
      <div class={layout.row}>
        <Button kind="primary" onClick={() => void submit()}>
          {m.drawing.save}
        </Button>
        <Button kind="quiet" onClick={close}>
          {store.isChanged.value ? m.drawing.discard : m.drawing.close}
        </Button>
      </div>
    </>
  );
}
