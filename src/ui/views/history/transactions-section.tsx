import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Problem } from '../../../core/result.ts';
import type { DayFigures } from '../../../state/history-store.ts';
import { shownConversion } from '../../../state/shown-conversion.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Form } from '../../widgets/form.tsx';
import { TextField } from '../../widgets/text-field.tsx';
import { conversionText } from './conversion-text.ts';
import styles from './transactions-section.module.css';
import why from './why-details.module.css';

/** Days whose transactions can be typed at once: a month. */
const MOST_DAYS = 31;
const MOST_TRANSACTIONS = 1_000_000;

/** 取引件数: the operator types the sales of each day shown, and reads its 買上率 beside it. */
export function TransactionsSection({
  figures,
}: {
  readonly figures: DayFigures & { kind: 'ready' };
}): JSX.Element | null {
  const { history, sample } = useApp();
  const { m } = useText();
  const hasEntrance = history.site.value.cameras.some(({ lines }) =>
    lines.some(({ kind }) => kind === 'entrance'),
  );
  if (!hasEntrance || figures.days.length === 0) return null;
  return (
    <details class={layout.section}>
      <summary class={why.summary}>{m.conversion.open}</summary>
      {sample.site.value ? (
        <p class={layout.prose}>{m.conversion.sample}</p>
      ) : figures.days.length > MOST_DAYS ? (
        <p class={layout.prose}>{m.conversion.tooMany(MOST_DAYS)}</p>
      ) : (
        <TransactionsForm key={history.period.value.fromMs} figures={figures} />
      )}
      <p class={layout.prose}>{m.conversion.why}</p>
    </details>
  );
}

function TransactionsForm({ figures }: { readonly figures: DayFigures & { kind: 'ready' } }): JSX.Element {
  const { history } = useApp();
  const text = useText();
  const { m, f } = text;
  const draft = useSignal<ReadonlyMap<number, string>>(new Map());
  const problem = useSignal<Problem | null>(null);
  const note = useSignal<string | null>(null);
  const kept = new Map(figures.typed.map(({ fromMs, transactions }) => [fromMs, String(transactions)]));
  const isWrong = ([, typed]: readonly [number, string]): boolean => countIn(typed) === undefined;
  const save = async (): Promise<void> => {
    if ([...draft.value].some(isWrong)) return;
    const changed = [...draft.value].filter(([day, typed]) => typed !== (kept.get(day) ?? ''));
    const answer = await history.saveTransactions(
      new Map(changed.map(([day, typed]) => [day, countIn(typed) ?? null])),
    );
    problem.value = answer.ok ? null : answer.problem;
    note.value = answer.ok ? m.conversion.saved : null;
    if (answer.ok) draft.value = new Map();
  };
  const shownAt = { site: history.site.value, calendar: history.calendar.value, nowMs: history.nowMs() };
  return (
    <Form
      title={m.conversion.title}
      submitLabel={m.conversion.submit}
      submit={save}
      problem={problem.value}
      note={note.value}
    >
      <p class={layout.prose}>{m.conversion.hint}</p>
      <ul class={styles.days}>
        {figures.days.map((day) => {
          const typed = draft.value.get(day.fromMs) ?? kept.get(day.fromMs) ?? '';
          const conversion = shownConversion(figures, shownAt, day);
          return (
            <li key={day.fromMs} class={styles.day}>
              <TextField
                width="narrow"
                label={m.conversion.transactions(f.day(day.fromMs))}
                value={typed}
                onInput={(value) => {
                  note.value = null;
                  draft.value = new Map([...draft.value, [day.fromMs, value]]);
                }}
                error={countIn(typed) === undefined ? m.conversion.invalid : null}
              />
              {kept.has(day.fromMs) && (
                <p class={styles.rate}>
                  {conversion.rate !== null && (
                    <strong>
                      {m.conversion.name} {f.percent(conversion.rate)}
                    </strong>
                  )}{' '}
                  {conversionText(conversion, text)}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </Form>
  );
}

/** Null: nothing typed. Undefined: no number of transactions. */
function countIn(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').replaceAll(',', '').trim();
  if (text === '') return null;
  const count = Number(text);
  return Number.isInteger(count) && count >= 0 && count <= MOST_TRANSACTIONS ? count : undefined;
}
