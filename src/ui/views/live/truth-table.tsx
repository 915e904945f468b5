import type { ComponentChildren, JSX } from 'preact';
import { compareWithTruth, type TruthRow } from '../../../state/truth-comparison.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import styles from './truth-table.module.css';

/** What was counted in the demo store beside what truly happened there. */
export function TruthTable(): JSX.Element {
  const { counting } = useApp();
  const { m, f } = useText();
  const { live, site } = counting;
  const rows = compareWithTruth(site.value, live.today.value, live.truth.value);
  return (
    <section class={styles.truth} aria-label={m.demo.compare}>
      <p class={layout.prose}>{m.demo.compareText}</p>
      <table class={styles.table}>
        <thead>
          <tr>
            <td />
            {rows.map((row) => (
              <th key={`${row.figure}:${row.zone ?? ''}`} scope="col">
                {row.zone === null ? m.figures[row.figure] : m.demo.visitsIn(row.zone)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row
            name={m.demo.counted}
            rows={rows}
            cell={(row) => (row.counted === null ? m.demo.underK : f.integer(row.counted))}
          />
          <Row name={m.demo.exact} rows={rows} cell={(row) => f.integer(row.exact)} />
          <Row
            name={m.demo.difference}
            rows={rows}
            cell={(row) => (row.counted === null ? m.figures.none : f.signed(row.counted - row.exact))}
          />
        </tbody>
      </table>
    </section>
  );
}

function Row({
  name,
  rows,
  cell,
}: {
  readonly name: string;
  readonly rows: readonly TruthRow[];
  readonly cell: (row: TruthRow) => ComponentChildren;
}): JSX.Element {
  return (
    <tr>
      <th scope="row">{name}</th>
      {rows.map((row) => (
        <td key={`${row.figure}:${row.zone ?? ''}`}>{cell(row)}</td>
      ))}
    </tr>
  );
}
