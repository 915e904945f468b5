import { useSignal, useSignalEffect, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Problem } from '../../core/result.ts';
import { PLAN_SIZE_M } from '../../core/site/floor-fields.ts';
import type { FloorPlan } from '../../core/site/site.ts';
import { formatPlan, parsePlan, type PlanError, type PlanText } from '../../state/floor-input.ts';
import { useApp, useText } from '../app-context.ts';
import type { Messages } from '../i18n/messages.en.ts';
import { Form } from '../widgets/form.tsx';
import { TextArea, TextField } from '../widgets/text-field.tsx';
import styles from './plan-form.module.css';
import type { PlanDraft } from './plan-stage.tsx';

/** The plan by numbers; it is drawn beside as soon as it makes sense. */
export function PlanForm({
  floor,
  preview,
  close,
}: {
  /** Null: a new one. */
  readonly floor: FloorPlan | null;
  readonly preview: Signal<PlanDraft>;
  readonly close: () => void;
}): JSX.Element {
  const { site } = useApp();
  const { m } = useText();
  const text = useSignal<PlanText>(formatPlan(floor));
  const tried = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const outlines = floor?.outlines ?? [];
  const typed = parsePlan(text.value, outlines);
  useSignalEffect(() => {
    const read = parsePlan(text.value, outlines);
    preview.value = { plan: read.ok ? read.plan : null, zone: null };
  });
  const set = (change: Partial<PlanText>): void => {
    text.value = { ...text.value, ...change };
  };
  const submit = async (): Promise<void> => {
    tried.value = true;
    if (!typed.ok) return;
    const saved = await site.setFloorPlan(typed.plan);
    if (saved.ok) close();
    else problem.value = saved.problem;
  };
  const error = tried.value && !typed.ok ? typed.error : null;
  const sizeError = (field: 'width' | 'depth'): string | null =>
    error?.kind === 'size' && error.field === field ? errorText(error, m) : null;
  return (
    <Form
      title={floor ? m.floor.editPlan : m.floor.addPlan}
      submitLabel={m.cameras.save}
      submit={submit}
      cancel={close}
      problem={problem.value}
    >
      <div class={styles.edges}>
        {(['width', 'depth'] as const).map((field) => (
          <TextField
            key={field}
            width="narrow"
            label={m.floor[field]}
            value={text.value[field]}
            onInput={(value) => set({ [field]: value })}
            error={sizeError(field)}
          />
        ))}
      </div>
      <TextArea
        label={m.floor.fixtures}
        hint={m.floor.fixturesHint}
        value={text.value.fixtures}
        onInput={(value) => set({ fixtures: value })}
        error={error && error.kind !== 'size' ? errorText(error, m) : null}
      />
    </Form>
  );
}

function errorText(error: PlanError, m: Messages): string {
  switch (error.kind) {
    case 'size':
      return m.floor.sizeInvalid(PLAN_SIZE_M.least, PLAN_SIZE_M.most);
    case 'row-invalid':
      return m.floor.fixtureInvalid(error.row);
    case 'row-outside':
      return m.floor.fixtureOutside(error.row);
    case 'too-many':
      return m.floor.tooManyFixtures;
  }
}
