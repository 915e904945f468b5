import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import styles from './file-drop.module.css';

/** Where a file of the operator is chosen or dropped; the same one may be chosen again. */
export function FileDrop({
  label,
  accept,
  take,
}: {
  readonly label: string;
  readonly accept: string;
  readonly take: (file: File) => void;
}): JSX.Element {
  const id = useId();
  const taken = (file: File | undefined): void => {
    if (file) take(file);
  };
  return (
    <div
      class={styles.drop}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        taken(event.dataTransfer?.files[0]);
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={(event) => {
          taken(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
