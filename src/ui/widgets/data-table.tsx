import type { JSX } from 'preact';
import layout from '../styles/layout.module.css';
import styles from './data-table.module.css';

export interface DataRow {
  readonly name: string;
  readonly cells: readonly string[];
}

/** What a table shows. */
export interface TableData {
  /** For readers that do not see the heading above. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
  readonly total?: DataRow;
  /** Cells (from 0) that hold text and not a figure. */
  readonly texts?: readonly number[];
}

/** A plain table: names on the left, figures on the right, a total below. */
export function DataTable({ caption, columns, rows, total, texts = [] }: TableData): JSX.Element {
  return (
    <div class={styles.scroller} tabIndex={0} role="region" aria-label={caption}>
      <table class={styles.table}>
        <caption class={layout.hidden}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" data-text={texts.includes(index - 1)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <TableRow key={index} row={row} texts={texts} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <TableRow row={total} texts={texts} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

function TableRow({ row, texts }: { readonly row: DataRow; readonly texts: readonly number[] }): JSX.Element {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {row.cells.map((cell, index) => (
        <td key={index} data-text={texts.includes(index)}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
