import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SelfCheckFinding } from '../../../core/review/self-check.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { DataTable } from '../../widgets/data-table.tsx';
import { outcomeCells } from './outcome-cells.ts';

/** 自己点検: each part, its outcome and what was found. */
export function SelfCheckSection(): JSX.Element {
  const { selfCheck } = useApp();
  const { m, f } = useText();
  const [busy, setBusy] = useState(false);
  const report = selfCheck.report.value;
  const check = (): void => {
    setBusy(true);
    void selfCheck.run().finally(() => setBusy(false));
  };
  return (
    <section class={layout.section}>
      <div class={layout.spread}>
        <h2 class={layout.heading}>{m.review.checkTitle}</h2>
        <Button onClick={check} disabled={busy}>
          {m.review.checkNow}
        </Button>
      </div>
      <p class={layout.prose}>{m.review.checkText}</p>
      <p class={layout.prose} role="status">
        {report ? m.review.checkedAt(f.dateTime(report.atMs)) : m.review.notYet}
      </p>
      {report && <Findings findings={report.findings} />}
    </section>
  );
}

function Findings({ findings }: { readonly findings: readonly SelfCheckFinding[] }): JSX.Element {
  const { m } = useText();
  return (
    <DataTable
      caption={m.review.checkTitle}
      columns={[m.review.part, m.review.outcome, m.review.meaning]}
      rows={findings.map((finding) => outcomeCells(finding, m))}
      texts={[0, 1]}
    />
  );
}
