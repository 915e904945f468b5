import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { IntervalFigures } from '../../../contracts/archive.ts';
import {
  LEFT_OUT_REASONS,
  timeOnDay,
  type LeftOut,
  type LeftOutReason,
} from '../../../core/measures/left-out-time.ts';
import type { Problem } from '../../../core/result.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { minuteIn } from '../../widgets/clock-text.ts';
import { Form } from '../../widgets/form.tsx';
import { ProblemSentences } from '../../widgets/problem-sentences.tsx';
import { SelectField, TextField } from '../../widgets/text-field.tsx';
import styles from './left-out-section.module.css';

interface Draft {
  readonly from: string;
  readonly to: string;
  /** Id of a camera; empty: all of them. */
  readonly camera: string;
  readonly reason: LeftOutReason;
}

const [FIRST_REASON] = LEFT_OUT_REASONS;

/** Times whose figures are not shown: those of the days in sight, and one more for a single day. Not of the sample. */
export function LeftOutSection({ total }: { readonly total: IntervalFigures }): JSX.Element | null {
  const { history, sample, site } = useApp();
  const { m } = useText();
  const isOpen = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  if (sample.site.value) return null;
  const all = site.site.value.leftOut ?? [];
  const shown = all.filter(({ fromMs, toMs }) => fromMs < total.toMs && toMs > total.fromMs);
  const save = async (times: readonly LeftOut[]): Promise<boolean> => {
    const saved = await site.setLeftOut(times);
    problem.value = saved.ok ? null : saved.problem;
    if (saved.ok) await history.refresh();
    return saved.ok;
  };
  return (
    <details class={layout.section} open={isOpen.value || shown.length > 0}>
      <summary class={styles.summary}>{m.leftOut.title}</summary>
      <div class={styles.body}>
        <p class={layout.prose}>{m.leftOut.hint}</p>
        {shown.length === 0 && <p>{m.leftOut.none}</p>}
        {shown.length > 0 && (
          <ul class={styles.times}>
            {shown.map((time) => (
              <LeftOutTime
                key={`${time.fromMs} ${time.camera}`}
                time={time}
                takeBack={() => void save(all.filter((other) => other !== time))}
              />
            ))}
          </ul>
        )}
        {problem.value && <ProblemSentences problem={problem.value} />}
        {isOpen.value ? (
          <LeftOutForm
            close={() => (isOpen.value = false)}
            add={async (time) => {
              if (await save([...all, time])) isOpen.value = false;
            }}
          />
        ) : (
          history.span.value === 'day' && (
            <div>
              <Button onClick={() => (isOpen.value = true)}>{m.leftOut.open}</Button>
            </div>
          )
        )}
      </div>
    </details>
  );
}

function LeftOutTime({
  time: { fromMs, toMs, camera, reason },
  takeBack,
}: {
  readonly time: LeftOut;
  readonly takeBack: () => void;
}): JSX.Element {
  const { site } = useApp();
  const { m, f } = useText();
  const text = `${f.dateTime(fromMs)} – ${f.time(toMs)}`;
  const name = site.site.value.cameras.find(({ id }) => id === camera)?.name ?? m.leftOut.deletedCamera;
  const words = [text, camera === null ? m.leftOut.everyCamera : name, m.leftOut.reasons[reason]];
  return (
    <li class={styles.time}>
      <span>{words.join(m.figures.separator)}</span>
      <Button kind="quiet" label={m.leftOut.takeBackOf(text)} onClick={takeBack}>
        {m.leftOut.takeBack}
      </Button>
    </li>
  );
}

function LeftOutForm({
  add,
  close,
}: {
  readonly add: (time: LeftOut) => Promise<void>;
  readonly close: () => void;
}): JSX.Element {
  const { history, site } = useApp();
  const { m, f } = useText();
  const draft = useSignal<Draft>({ from: '', to: '', camera: '', reason: FIRST_REASON });
  const isTried = useSignal(false);
  const set = (change: Partial<Draft>): void => {
    draft.value = { ...draft.value, ...change };
  };
  const { from, to, camera, reason } = draft.value;
  const [fromMinute, toMinute] = [minuteIn(from), minuteIn(to)];
  const isTime = (minute: typeof fromMinute): minute is number => typeof minute === 'number';
  const time =
    isTime(fromMinute) && isTime(toMinute)
      ? timeOnDay(history.day.value, history.calendar.value, { fromMinute, toMinute })
      : null;
  const errorOf = (minute: typeof fromMinute): string | null =>
    isTried.value && !isTime(minute) ? m.leftOut.timeInvalid : null;
  const orderError =
    isTried.value && isTime(fromMinute) && isTime(toMinute) && !time ? m.leftOut.order : null;
  const submit = async (): Promise<void> => {
    isTried.value = true;
    if (time) await add({ ...time, camera: camera === '' ? null : Number(camera), reason });
  };
  const cameras = site.site.value.cameras.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <Form
      title={m.leftOut.formTitle(f.day(history.day.value.fromMs))}
      submitLabel={m.leftOut.submit}
      submit={submit}
      cancel={close}
    >
      <TextField
        width="narrow"
        label={m.leftOut.from}
        value={from}
        onInput={(value) => set({ from: value })}
        error={errorOf(fromMinute)}
      />
      <TextField
        width="narrow"
        label={m.leftOut.to}
        value={to}
        onInput={(value) => set({ to: value })}
        error={errorOf(toMinute) ?? orderError}
      />
      {cameras.length > 1 && (
        <SelectField
          label={m.leftOut.camera}
          value={camera}
          options={[{ value: '', label: m.leftOut.everyCamera }, ...cameras]}
          onChange={(value) => set({ camera: value })}
        />
      )}
      <SelectField<LeftOutReason>
        label={m.leftOut.reason}
        value={reason}
        options={LEFT_OUT_REASONS.map((value) => ({ value, label: m.leftOut.reasons[value] }))}
        onChange={(value) => set({ reason: value })}
      />
    </Form>
  );
}
