import type { JSX } from 'preact';
import layout from '../styles/layout.module.css';
import styles from './data-table.module.css';

export interface DataRow {
  readonly name: string;
  readonly cells: readonly string[];
}

/** A plain table: names on the left, figures on the right, a total below. */
export function DataTable({
  caption,
  columns,
  rows,
  total,
  wide = false,
}: {
  /** For readers that do not see the heading above. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
  readonly total?: DataRow;
  /** The last column holds text and takes what room there is. */
  readonly wide?: boolean;
}): JSX.Element {
  return (
    <div class={styles.scroller} tabIndex={0} role="region" aria-label={caption}>
      <table class={styles.table} data-wide={wide}>
        <caption class={layout.hidden}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.name} row={row} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <TableRow row={total} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

function TableRow({ row }: { readonly row: DataRow }): JSX.Element {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {row.cells.map((cell, index) => (
        <td key={index}>{cell}</td>
      ))}
    </tr>
  );
}
