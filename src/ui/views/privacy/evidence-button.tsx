import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import { Button } from '../../widgets/button.tsx';
import { evidencePaper } from './evidence-paper.ts';

/** Makes the evidence in the words of the language in use. `label`: told apart where there are two on a page. */
export function EvidenceButton({ label }: { readonly label?: string }): JSX.Element {
  const { counting, evidence } = useApp();
  const { m, f } = useText();
  const save = (): void => {
    const words = { m, f, store: counting.site.value.store.name, origin: location.origin };
    void evidence.save((found, files) => evidencePaper(found, files, words));
  };
  return (
    <Button onClick={save} disabled={evidence.isSaving.value} {...(label === undefined ? {} : { label })}>
      {evidence.isSaving.value ? m.evidence.saving : m.evidence.save}
    </Button>
  );
}
