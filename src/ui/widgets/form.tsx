import type { ComponentChildren, JSX } from 'preact';
import type { Problem } from '../../core/result.ts';
import { useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from './button.tsx';
import styles from './form.module.css';
import { ProblemSentences } from './problem-sentences.tsx';

/** Fields with a verb below them, and what was refused. */
export function Form({
  title,
  children,
  submitLabel,
  submit,
  cancel,
  problem = null,
  level = 3,
  note = null,
  isTitled = true,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly submitLabel: string;
  readonly submit: () => Promise<void>;
  readonly cancel?: () => void;
  readonly problem?: Problem | null;
  /** Of the heading: one below what stands above the form. */
  readonly level?: 2 | 3;
  /** What was done, after it was. */
  readonly note?: string | null;
  /** False where a heading of the same words stands right above. */
  readonly isTitled?: boolean;
}): JSX.Element {
  const { m } = useText();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <form
      class={styles.form}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {isTitled && <Heading class={layout.heading}>{title}</Heading>}
      {children}
      {problem && (
        <div role="alert">
          <ProblemSentences problem={problem} />
        </div>
      )}
      <div class={layout.row}>
        <Button kind="primary" submit>
          {submitLabel}
        </Button>
        {cancel && (
          <Button kind="quiet" onClick={cancel}>
            {m.cameras.cancel}
          </Button>
        )}
        {note !== null && <p role="status">{note}</p>}
      </div>
    </form>
  );
}
