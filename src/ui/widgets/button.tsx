import type { ComponentChildren, JSX } from 'preact';
import styles from './button.module.css';

/** A verb to press. `primary` once a view at most; `quiet` without a frame. */
export function Button({
  children,
  onClick,
  kind = 'plain',
  submit = false,
  disabled = false,
  label,
}: {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly submit?: boolean;
  readonly disabled?: boolean;
  /** For readers that need more than the visible word. */
  readonly label?: string;
}): JSX.Element {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={styles.button}
      data-kind={kind}
      disabled={disabled}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  children,
  href,
  kind = 'plain',
}: {
  readonly children: ComponentChildren;
  readonly href: string;
  readonly kind?: 'plain' | 'primary';
}): JSX.Element {
  return (
    <a class={styles.button} data-kind={kind} href={href}>
      {children}
    </a>
  );
}
