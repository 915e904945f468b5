import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SelfCheckFinding } from '../../../core/review/self-check.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { DataTable } from '../../widgets/data-table.tsx';

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
  const { outcomes, parts } = m.review;
  return (
    <DataTable
      caption={m.review.checkTitle}
      columns={[m.review.part, m.review.outcome, m.review.meaning]}
      rows={findings.map(({ part, passed, about }) => {
        const { name, passed: whenPassed, failed: whenFailed } = parts[part];
        if (passed === null) return { name, cells: [outcomes.unknown, ''] };
        if (passed) return { name, cells: [outcomes.passed, whenPassed] };
        const which = about.length > 0 ? m.review.about(about.join(m.figures.listSeparator)) : '';
        return { name, cells: [outcomes.failed, `${whenFailed} ${which}`.trim()] };
      })}
      texts={[0, 1]}
    />
  );
}
