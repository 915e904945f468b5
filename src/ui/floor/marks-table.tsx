import type { JSX } from 'preact';
import { LEAST_PAIRS } from '../../core/calibration/floor-calibration.ts';
import { MARK_FIELDS, type MarkField, type MarksError, type MarksInput } from '../../state/marks-input.ts';
import type { MarksStore } from '../../state/marks-store.ts';
import { useText } from '../app-context.ts';
import { Button } from '../widgets/button.tsx';
import styles from './marks-editor.module.css';

/** One row a mark: where it lies in the picture and on the plan, and how far the two are apart. */
export function MarksTable({
  store,
  typed,
  tried,
}: {
  readonly store: MarksStore;
  readonly typed: MarksInput;
  /** The operator wanted to save; until then a cell that is still empty is no mistake. */
  readonly tried: boolean;
}): JSX.Element {
  const { m, f } = useText();
  const rows = store.rows.value;
  const error = !typed.ok && typed.error.kind === 'number' ? typed.error : null;
  const wrong = error && (tried || rows[error.row]?.[error.field].trim() !== '') ? error : null;
  return (
    <>
      <table class={styles.table} aria-label={m.floor.marks}>
        <thead>
          <tr>
            <td />
            {MARK_FIELDS.map((field) => (
              <th key={field} scope="col">
                {m.floor.columns[field]}
              </th>
            ))}
            <th scope="col">{m.floor.residual}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((text, row) => (
            <tr key={row} data-selected={store.selected.value === row}>
              <th scope="row">{m.floor.mark(row + 1)}</th>
              {MARK_FIELDS.map((field) => (
                <td key={field}>
                  <Cell
                    label={m.floor.cell(m.floor.mark(row + 1), m.floor.columns[field])}
                    value={text[field]}
                    isWrong={isAt(wrong, row, field)}
                    onInput={(value) => store.edit(row, { [field]: value })}
                  />
                </td>
              ))}
              <td class={styles.residual}>
                {residualText(typed, row, (cm) => m.floor.centimetres(f.decimal(cm)))}
              </td>
              <td>
                {rows.length > LEAST_PAIRS && (
                  <Button kind="quiet" label={m.floor.removeMark(row + 1)} onClick={() => store.remove(row)}>
                    {m.floor.removeShort}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {wrong && (
        <p class={styles.refused} role="alert">
          {m.floor.refused(
            m.floor.cell(m.floor.mark(wrong.row + 1), m.floor.columns[wrong.field]),
            wrong.field === 'left' || wrong.field === 'top' ? m.floor.numberPercent : m.floor.numberMetres,
          )}
        </p>
      )}
    </>
  );
}

function Cell({
  label,
  value,
  isWrong,
  onInput,
}: {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onInput: (value: string) => void;
}): JSX.Element {
  return (
    <input
      type="text"
      inputMode="decimal"
      aria-label={label}
      autocomplete="off"
      value={value}
      {...(isWrong && { 'aria-invalid': true })}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}

function isAt(error: Extract<MarksError, { kind: 'number' }> | null, row: number, field: MarkField): boolean {
  return error !== null && error.row === row && error.field === field;
}

function residualText(typed: MarksInput, row: number, format: (cm: number) => string): string {
  const cm = typed.ok && typed.isProven ? (typed.residualsCm[row] ?? null) : null;
  return cm === null ? '' : format(cm);
}
