import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import layout from '../styles/layout.module.css';
import styles from './text-field.module.css';

/** A labelled input with its hint, and below it what is wrong with its value. */
export function TextField({
  label,
  value,
  onInput,
  hint,
  error = null,
  type = 'text',
  autocomplete = 'off',
  list,
  width = 'wide',
  hasHiddenLabel = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | null;
  readonly type?: 'text' | 'password' | 'url' | 'date';
  readonly autocomplete?: 'off' | 'new-password';
  /** Suggestions. */
  readonly list?: readonly string[];
  readonly width?: 'wide' | 'narrow';
  /** For readers of the screen alone: row and column say it to the others. */
  readonly hasHiddenLabel?: boolean;
}): JSX.Element {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  // Preact's types tie each kind of input to its roles; none is given here, so any kind will do.
  const kind = { type } as { readonly type: 'text' };
  return (
    <div class={styles.field} data-width={width}>
      <label for={id} class={hasHiddenLabel ? layout.hidden : undefined}>
        {label}
      </label>
      <input
        id={id}
        class={styles.input}
        {...kind}
        value={value}
        autocomplete={autocomplete}
        spellcheck={false}
        {...(list && { list: `${id}-list` })}
        {...(error && { 'aria-invalid': true })}
        {...(described && { 'aria-describedby': described })}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** The same for text of several lines. */
export function TextArea({
  label,
  value,
  onInput,
  hint,
  error = null,
  rows = 4,
}: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | null;
  readonly rows?: number;
}): JSX.Element {
  const id = useId();
  return (
    <div class={styles.field}>
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class={styles.input}
        rows={rows}
        value={value}
        spellcheck={false}
        {...(error && { 'aria-invalid': true })}
        aria-describedby={`${id}-hint ${id}-error`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** A labelled choice from a list. */
export function SelectField<T extends string>({
  label,
  value,
  options,
  onChange,
  hint,
  error = null,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly hint?: string;
  readonly error?: string | null;
}): JSX.Element {
  const id = useId();
  const choose = (chosen: string): void => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <div class={styles.field}>
      <label for={id}>{label}</label>
      <select
        id={id}
        class={styles.input}
        value={value}
        {...(hint && { 'aria-describedby': `${id}-hint` })}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

function FieldNotes({
  id,
  hint,
  error,
}: {
  readonly id: string;
  readonly hint: string | undefined;
  readonly error: string | null;
}): JSX.Element {
  return (
    <>
      {hint && (
        <span id={`${id}-hint`} class={styles.hint}>
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} class={styles.error} role="alert">
          {error}
        </span>
      )}
    </>
  );
}
