import type { JSX } from 'preact';
import type { RequestCounts } from '../../../contracts/review.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { DataTable } from '../../widgets/data-table.tsx';

/** 通信: whom the app talked to, as the service worker saw it. */
export function RequestsSection(): JSX.Element | null {
  const { selfCheck } = useApp();
  const { m, f } = useText();
  const report = selfCheck.report.value;
  if (!report) return null;
  return (
    <section class={layout.section}>
      <h2 class={layout.heading}>{m.review.requestsTitle}</h2>
      {report.served ? (
        <Requests counts={report.served.requests} />
      ) : (
        <p class={layout.prose}>{m.review.requestsNone}</p>
      )}
      <p class={layout.prose}>{m.review.violations(f.integer(report.violations))}</p>
    </section>
  );
}

function Requests({ counts }: { readonly counts: RequestCounts }): JSX.Element {
  const { m, f } = useText();
  const named = (origins: Readonly<Record<string, number>>, name: (origin: string) => string) =>
    Object.entries(origins).map(([origin, count]) => ({ name: name(origin), cells: [f.integer(count)] }));
  return (
    <>
      <p class={layout.prose}>{m.review.requestsText(f.dateTime(counts.sinceMs))}</p>
      <DataTable
        caption={m.review.requestsTitle}
        columns={[m.review.target, m.review.requests]}
        rows={[
          { name: m.review.ownOrigin, cells: [f.integer(counts.ownFiles)] },
          ...named(counts.cameras, m.review.cameraOrigin),
          ...named(counts.refused, m.review.refusedOrigin),
        ]}
      />
    </>
  );
}
