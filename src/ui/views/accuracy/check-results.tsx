import type { JSX } from 'preact';
import type { CountError } from '../../../contracts/accuracy.ts';
import type { Line } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.en.ts';
import layout from '../../styles/layout.module.css';
import { DataTable, type DataRow } from '../../widgets/data-table.tsx';

/** What the checks of a line say, by direction; or why there is nothing to say. */
export function CheckResults({ line }: { readonly line: Line }): JSX.Element {
  const { accuracy } = useApp();
  const { m, f } = useText();
  const found = accuracy.lines.value.find((entry) => entry.line === line.id);
  if (found?.checkedAtMs == null || found.expiresAtMs === null) {
    return <p class={layout.prose}>{found?.expired ? m.accuracy.expired[found.expired] : m.accuracy.none}</p>;
  }
  const verdicts = [...new Set([found.in.verdict, found.out.verdict])];
  return (
    <>
      <p class={layout.prose}>
        {m.accuracy.checks(found.checks, f.dateTime(found.checkedAtMs), f.day(found.expiresAtMs))}
      </p>
      <DataTable
        caption={m.accuracy.caption(line.name)}
        columns={m.accuracy.columns}
        rows={[rowOf(m.accuracy.in, found.in, { m, f }), rowOf(m.accuracy.out, found.out, { m, f })]}
        texts={[4]}
      />
      {verdicts.map((verdict) => (
        <p key={verdict} class={layout.prose}>
          {m.accuracy.verdictHints[verdict]}
        </p>
      ))}
    </>
  );
}

function rowOf(
  name: string,
  { manual, system, error, from, to, verdict }: CountError,
  { m, f }: { readonly m: Messages; readonly f: Format },
): DataRow {
  const share = (value: number | null): string =>
    value === null ? m.accuracy.unknown : m.accuracy.share(value);
  const interval =
    from === null || to === null ? m.accuracy.unknown : m.accuracy.interval(share(from), share(to));
  return {
    name,
    cells: [f.integer(manual), f.integer(system), share(error), interval, m.accuracy.verdicts[verdict]],
  };
}
