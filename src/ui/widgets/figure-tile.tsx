import type { ComponentChildren, JSX } from 'preact';
import type { ReadonlySignal } from '@preact/signals';
import { useText } from '../app-context.ts';
import styles from './figure-tile.module.css';

/** One figure: its name above, the number large, its unit beside it, a line of context below. */
export function FigureTile({
  label,
  value,
  unit,
  context,
  size = 'xl',
  empty = false,
}: {
  readonly label: string;
  /** A signal is written straight into its text node. */
  readonly value: string | ReadonlySignal<string>;
  readonly unit: string | ReadonlySignal<string>;
  readonly context?: ComponentChildren;
  readonly size?: 'xl' | 'l';
  /** There is no figure: its place holder stands back. */
  readonly empty?: boolean;
}): JSX.Element {
  return (
    <div class={styles.tile} data-size={size} data-empty={empty} role="group" aria-label={label}>
      <p class={styles.label}>{label}</p>
      <p class={styles.figure}>
        <span class={styles.value}>{value}</span>
        <span class={styles.unit}>{unit}</span>
      </p>
      {context !== undefined && <p class={styles.context}>{context}</p>}
    </div>
  );
}

/** What is said below a figure, one thing after the other; a line ends between two of them where there is room. */
export function ContextParts({ parts }: { readonly parts: readonly string[] }): JSX.Element {
  const { m } = useText();
  return (
    <>
      {parts.map((part, index) => (
        <span key={index} class={styles.part}>
          {part}
          {index < parts.length - 1 && m.figures.separator}
        </span>
      ))}
    </>
  );
}
