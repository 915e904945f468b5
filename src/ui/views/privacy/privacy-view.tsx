import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { Claim } from '../../widgets/claim.tsx';
import { ProblemSentences } from '../../widgets/problem-sentences.tsx';
import { CheckYourselfSection } from './check-yourself-section.tsx';
import { EraseSection } from './erase-section.tsx';
import { EvidenceButton } from './evidence-button.tsx';
import { FramesSection } from './frames-section.tsx';
import { JournalSection } from './journal-section.tsx';
import { OutputSection } from './output-section.tsx';
import styles from './privacy-view.module.css';
import { ReleaseSection } from './release-section.tsx';
import { RequestsSection } from './requests-section.tsx';
import { SelfCheckSection } from './self-check-section.tsx';
import { StorageSection } from './storage-section.tsx';

/** プライバシー: what comes in, what is kept, what is never made, as the running system tells it. */
export function PrivacyView(): JSX.Element {
  const { counting, evidence, privacy } = useApp();
  const { m } = useText();
  const ready = counting.state.value.kind !== 'starting';
  useEffect(() => {
    if (ready) void privacy.open();
  }, [ready, privacy]);
  useEffect(() => privacy.follow(), [privacy]);
  return (
    <>
      <div class={layout.spread}>
        <h1 class={layout.title}>{m.privacy.title}</h1>
        <div class={layout.row}>
          <Button onClick={() => void privacy.refresh()}>{m.privacy.refresh}</Button>
          <EvidenceButton />
        </div>
      </div>
      <Claim class={styles.claim} />
      <p class={layout.prose}>{m.privacy.lead}</p>
      {evidence.problem.value && <ProblemSentences problem={evidence.problem.value} />}
      {privacy.problem.value && <ProblemSentences problem={privacy.problem.value} />}
      <div class={styles.facts}>
        <Fact title={m.privacy.inTitle}>
          <p>{m.privacy.inText}</p>
        </Fact>
        <Fact title={m.privacy.keptTitle}>
          <p>{m.privacy.keptText}</p>
        </Fact>
        <Fact title={m.privacy.neverTitle}>
          <ul class={styles.never}>
            {m.privacy.never.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Fact>
      </div>
      <SelfCheckSection />
      <StorageSection />
      <FramesSection />
      <OutputSection />
      <RequestsSection />
      <ReleaseSection />
      <JournalSection />
      <section class={layout.section}>
        <h2 class={layout.heading}>{m.preview.reviewTitle}</h2>
        {m.preview.review.map((line) => (
          <p key={line} class={layout.prose}>
            {line}
          </p>
        ))}
      </section>
      <section class={layout.section}>
        <h2 class={layout.heading}>{m.access.title}</h2>
        <p class={layout.prose}>{m.access.reviewer}</p>
        <p class={layout.prose}>{m.access.limits}</p>
      </section>
      <section class={layout.section}>
        <h2 class={layout.heading}>{m.privacy.limitsTitle}</h2>
        <p class={layout.prose}>{m.privacy.limits}</p>
      </section>
      <CheckYourselfSection />
      <EraseSection />
    </>
  );
}

function Fact({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section>
      <h2 class={layout.heading}>{title}</h2>
      {children}
    </section>
  );
}
