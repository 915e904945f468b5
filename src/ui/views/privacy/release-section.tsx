import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { DataTable } from '../../widgets/data-table.tsx';
import styles from './privacy-view.module.css';

/** 配布物: detector, digests of model and files, and the policy in force. */
export function ReleaseSection(): JSX.Element {
  const { counting, privacy, selfCheck } = useApp();
  const { m, f } = useText();
  const engine = counting.engine.value;
  const report = selfCheck.report.value;
  const knownFrameAgoMs = privacy.tightness.value?.knownFrameAgoMs ?? null;
  return (
    <section class={layout.section}>
      <h2 class={layout.heading}>{m.privacy.engineTitle}</h2>
      <p class={layout.prose}>
        {engine
          ? m.privacy.engine(m.live.backend[engine.backend], f.integer(engine.warmUpMs))
          : m.privacy.engineNone}
      </p>
      {engine && (
        <p class={styles.digest}>
          {m.privacy.model} <code>{privacy.modelSha256()}</code>
        </p>
      )}
      {knownFrameAgoMs !== null && (
        <p class={layout.prose}>{m.review.knownFrame(f.duration(knownFrameAgoMs / 1000))}</p>
      )}
      {report?.served && <Files files={report.served.files} build={report.served.build} />}
      {report && report.policy !== null && (
        <p class={styles.digest}>
          {m.review.policy} <code>{report.policy === '' ? m.review.policyNone : report.policy}</code>
        </p>
      )}
    </section>
  );
}

function Files({
  files,
  build,
}: {
  readonly files: Readonly<Record<string, string>>;
  readonly build: string;
}): JSX.Element {
  const { m, f } = useText();
  const rows = Object.entries(files).map(([name, sha256]) => ({ name, cells: [sha256] }));
  return (
    <>
      <h2 class={layout.heading}>{m.review.buildTitle}</h2>
      <p class={styles.digest}>
        {m.review.build} <code>{build}</code>
      </p>
      <p class={layout.prose}>{m.review.buildHint}</p>
      <details class={styles.files}>
        <summary>{m.review.files(f.integer(rows.length))}</summary>
        <DataTable
          caption={m.review.buildTitle}
          columns={[m.privacy.place, 'SHA-256']}
          rows={rows}
          texts={[0]}
        />
      </details>
    </>
  );
}
