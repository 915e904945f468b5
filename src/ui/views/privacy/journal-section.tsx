import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button, ButtonLink } from '../../widgets/button.tsx';
import { DataTable } from '../../widgets/data-table.tsx';
import styles from './privacy-view.module.css';

/** 記録簿: its newest entries, whether the chain holds, and the way to check it elsewhere. */
export function JournalSection(): JSX.Element {
  const { privacy } = useApp();
  const { m, f } = useText();
  const entries = privacy.journal.value ?? [];
  const chain = privacy.stored.value?.journal;
  return (
    <section class={layout.section}>
      <div class={layout.spread}>
        <h2 class={layout.heading}>{m.privacy.journalTitle}</h2>
        <div class={layout.row}>
          <Button onClick={() => void privacy.saveJournal()}>{m.review.saveJournal}</Button>
          <ButtonLink href="journal-check.html">{m.review.checkPage}</ButtonLink>
        </div>
      </div>
      <p class={layout.prose}>{m.privacy.journalText}</p>
      {chain && chain.brokenAt !== null && (
        <p class={layout.prose} role="alert">
          {m.review.chainBroken(f.integer(chain.brokenAt))}
        </p>
      )}
      {chain?.brokenAt === null && chain.entries > 0 && (
        <p class={styles.digest}>
          {m.review.chain(f.integer(chain.entries))} <code>{chain.head}</code>
        </p>
      )}
      {entries.length === 0 ? (
        <p class={layout.prose}>{m.privacy.journalEmpty}</p>
      ) : (
        <DataTable
          caption={m.privacy.journalTitle}
          columns={[m.privacy.sequence, m.privacy.when, m.privacy.entry, m.privacy.numbers, m.privacy.texts]}
          rows={entries.map(({ sequence, atMs, code, numbers, texts }) => ({
            name: String(sequence),
            cells: [
              f.dateTime(atMs),
              m.journal[code] ?? code,
              numbers.join(', '),
              texts.join(m.figures.separator),
            ],
          }))}
          texts={[0, 1, 3]}
        />
      )}
    </section>
  );
}
