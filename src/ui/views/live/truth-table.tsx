import type { JSX } from 'preact';
import { compareWithTruth, type TruthRow } from '../../../state/truth-comparison.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import styles from './truth-table.module.css';

/** What was counted in the demo store beside what truly happened there. */
export function TruthTable(): JSX.Element {
  const { counting } = useApp();
  const { m } = useText();
  const rows = compareWithTruth(counting.site.value, counting.live.today.value, counting.live.truth.value);
  return (
    <section class={styles.truth} aria-label={m.demo.compare}>
      <p class={layout.prose}>{m.demo.compareText}</p>
      <table class={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{m.demo.counted}</th>
            <th scope="col">{m.demo.exact}</th>
            <th scope="col">{m.demo.difference}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.figure}:${row.zone ?? ''}`} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { readonly row: TruthRow }): JSX.Element {
  const { m, f } = useText();
  const name = row.zone === null ? m.figures[row.figure] : m.demo.visitsIn(row.zone);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{row.counted === null ? m.demo.underK : f.integer(row.counted)}</td>
      <td>{f.integer(row.exact)}</td>
      <td>{row.counted === null ? m.figures.none : f.signed(row.counted - row.exact)}</td>
    </tr>
  );
}
