import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** What is typed into a form. It begins anew when what is saved changes: here, or read from the archive. */
export function useDraft<Saved, Draft>(saved: Saved, draftOf: (saved: Saved) => Draft): Signal<Draft> {
  const draft = useSignal(draftOf(saved));
  const text = JSON.stringify(saved);
  const known = useRef(text);
  useEffect(() => {
    if (known.current === text) return;
    known.current = text;
    draft.value = draftOf(saved);
  });
  return draft;
}
