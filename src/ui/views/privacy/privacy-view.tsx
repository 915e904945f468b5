import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { DataTable } from '../../widgets/data-table.tsx';
import { ProblemSentences } from '../../widgets/problem-sentences.tsx';
import styles from './privacy-view.module.css';

/** プライバシー: what comes in, what is kept, what is never made, as the running system tells it. */
export function PrivacyView(): JSX.Element {
  const { counting, privacy } = useApp();
  const { m } = useText();
  const ready = counting.state.value.kind !== 'starting';
  useEffect(() => {
    if (ready) void privacy.refresh();
  }, [ready, privacy]);
  return (
    <>
      <div class={layout.spread}>
        <h1 class={layout.title}>{m.privacy.title}</h1>
        <Button onClick={() => void privacy.refresh()}>{m.privacy.refresh}</Button>
      </div>
      <p class={styles.claim}>{m.claim}</p>
      <p class={layout.prose}>{m.privacy.lead}</p>
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
      <Inventory />
      <Ledger />
      <Engine />
      <Journal />
      <section class={layout.section}>
        <h2 class={layout.heading}>{m.privacy.limitsTitle}</h2>
        <p class={layout.prose}>{m.privacy.limits}</p>
      </section>
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

function Inventory(): JSX.Element {
  const { privacy } = useApp();
  const { m, f } = useText();
  const places = privacy.inventory.value ?? [];
  const used = places.filter((place) => place.records > 0);
  const empty = places.filter((place) => place.records === 0).map(({ place }) => place);
  const bytes = places.reduce((sum, place) => sum + place.bytes, 0);
  const records = places.reduce((sum, place) => sum + place.records, 0);
  return (
    <section class={layout.section}>
      <h2 class={layout.heading}>{m.privacy.inventoryTitle}</h2>
      {places.length === 0 ? (
        <p class={layout.prose}>{m.privacy.keptEmpty}</p>
      ) : (
        <DataTable
          caption={m.privacy.inventoryTitle}
          columns={[m.privacy.place, m.privacy.records, m.privacy.bytes, m.privacy.fields]}
          rows={used.map(({ place, records: count, bytes: size, fields }) => ({
            name: place,
            cells: [f.integer(count), f.integer(size), fields.join(', ')],
          }))}
          total={{ name: m.privacy.total, cells: [f.integer(records), f.integer(bytes), ''] }}
          texts={[2]}
        />
      )}
      {empty.length > 0 && (
        <p class={styles.empty}>{m.privacy.emptyPlaces(empty.join(m.figures.listSeparator))}</p>
      )}
    </section>
  );
}

function Ledger(): JSX.Element {
  const { counting } = useApp();
  const { m, f } = useText();
  const rows = counting.cameras.value.flatMap(({ camera, health }) =>
    health.frames
      ? [
          {
            name: camera.name,
            cells: (['received', 'analysed', 'skipped', 'closed', 'alive'] as const).map((count) =>
              f.integer(health.frames?.[count] ?? 0),
            ),
          },
        ]
      : [],
  );
  return (
    <section class={layout.section}>
      <h2 class={layout.heading}>{m.privacy.ledgerTitle}</h2>
      <p class={layout.prose}>{m.privacy.ledgerText}</p>
      {rows.length === 0 ? (
        <p class={layout.prose}>{m.privacy.noFrames}</p>
      ) : (
        <DataTable
          caption={m.privacy.ledgerTitle}
          columns={[
            m.privacy.camera,
            m.privacy.received,
            m.privacy.analysed,
            m.privacy.skipped,
            m.privacy.closed,
            m.privacy.alive,
          ]}
          rows={rows}
        />
      )}
    </section>
  );
}

function Engine(): JSX.Element {
  const { counting, privacy } = useApp();
  const { m, f } = useText();
  const engine = counting.engine.value;
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
    </section>
  );
}

function Journal(): JSX.Element {
  const { privacy } = useApp();
  const { m, f } = useText();
  const entries = privacy.journal.value ?? [];
  return (
    <section class={layout.section}>
      <h2 class={layout.heading}>{m.privacy.journalTitle}</h2>
      <p class={layout.prose}>{m.privacy.journalText}</p>
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
