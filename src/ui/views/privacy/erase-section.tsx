import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../../core/result.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button, ButtonLink } from '../../widgets/button.tsx';
import { Form } from '../../widgets/form.tsx';
import { ProblemSentences } from '../../widgets/problem-sentences.tsx';
import { TextField } from '../../widgets/text-field.tsx';
import { EvidenceButton } from './evidence-button.tsx';
import styles from './privacy-view.module.css';

/** すべて消去: takes away all that this browser keeps, once somebody typed the word for it. */
export function EraseSection(): JSX.Element {
  const { evidence, privacy, router } = useApp();
  const { m } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <section class={layout.section}>
      <h2 class={layout.heading}>{m.erase.title}</h2>
      <p class={layout.prose}>{m.erase.text}</p>
      <p class={layout.prose}>{m.erase.before}</p>
      <div class={styles.saveFirst}>
        <ButtonLink href={router.hrefOf('history')}>{m.erase.toExport}</ButtonLink>
        <Button label={m.erase.journalFirst} onClick={() => void privacy.saveJournal()}>
          {m.review.saveJournal}
        </Button>
        <EvidenceButton label={m.erase.evidenceFirst} />
      </div>
      {evidence.problem.value && <ProblemSentences problem={evidence.problem.value} />}
      {isOpen ? (
        <EraseForm close={() => setOpen(false)} />
      ) : (
        <Button onClick={() => setOpen(true)}>{m.erase.open}</Button>
      )}
      <h3 class={`${layout.heading} ${styles.remains}`}>{m.erase.remainsTitle}</h3>
      <ul class={styles.never}>
        {m.erase.remains.map((line) => (
          <li key={line} class={layout.prose}>
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}

function EraseForm({ close }: { readonly close: () => void }): JSX.Element {
  const { erase } = useApp();
  const { m } = useText();
  const { word } = m.erase;
  const [typed, setTyped] = useState('');
  const [isRefused, setRefused] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (): Promise<void> => {
    const isRight = typed.normalize('NFKC').trim() === word;
    setRefused(!isRight);
    setProblem(null);
    if (!isRight) return;
    const erased = await erase.erase();
    if (!erased.ok) setProblem(erased.problem);
  };
  return (
    <Form
      title={m.erase.formTitle}
      submitLabel={erase.isErasing.value ? m.erase.erasing : m.erase.submit}
      submit={submit}
      cancel={close}
      problem={problem}
    >
      <ol class={styles.steps}>
        {m.erase.steps.map((step) => (
          <li key={step} class={layout.prose}>
            {step}
          </li>
        ))}
      </ol>
      <TextField
        label={m.erase.wordLabel(word)}
        value={typed}
        onInput={setTyped}
        error={isRefused ? m.erase.wordWrong(word) : null}
        width="narrow"
      />
    </Form>
  );
}
