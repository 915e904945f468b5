import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import layout from '../styles/layout.module.css';
import styles from './segmented.module.css';

/** One of a few choices, all in sight. A radio group underneath. */
export function Segmented<T extends string | number>({
  legend,
  options,
  value,
  onChange,
  isLegendHidden = false,
}: {
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** What is chosen stands beside it anyway: the legend is for those who do not see that. */
  readonly isLegendHidden?: boolean;
}): JSX.Element {
  const name = useId();
  return (
    <fieldset class={styles.group}>
      <legend class={isLegendHidden ? layout.hidden : styles.legend}>{legend}</legend>
      <div class={styles.options}>
        {options.map((option) => (
          <label key={option.value} class={styles.option}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
