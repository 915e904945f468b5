import { useSignal, useSignalEffect, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Problem } from '../../../core/result.ts';
import type { Camera, Line, LineKind, Zone } from '../../../core/site/site.ts';
import {
  crossesEverySegment,
  DIRECTIONS,
  inwardOf,
  type ScreenDirection,
} from '../../../state/shape-input.ts';
import { useApp, useText } from '../../app-context.ts';
import { Form } from '../../widgets/form.tsx';
import { SelectField } from '../../widgets/text-field.tsx';
import { nameError } from './name-error.ts';
import { pointsErrorText, readPoints, shapeDraftOf, type ShapeDraft } from './shape-draft.ts';
import { ShapeFields } from './shape-fields.tsx';

const KINDS: readonly LineKind[] = ['entrance', 'outside', 'passage'];

/** A counting line by numbers; what is typed is drawn beside it as soon as it makes sense. */
export function LineForm({
  camera,
  line,
  preview,
  close,
}: {
  readonly camera: Camera;
  /** Null: a new one. */
  readonly line: Line | null;
  readonly preview: Signal<Line | Zone | null>;
  readonly close: () => void;
}): JSX.Element {
  const { site } = useApp();
  const { m } = useText();
  const draft = useSignal<ShapeDraft>(shapeDraftOf(line?.name ?? '', line?.points ?? []));
  const kind = useSignal<LineKind>(line?.kind ?? 'entrance');
  const direction = useSignal<ScreenDirection | 'keep'>(line ? 'keep' : 'right');
  const tried = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const typed = (): Line | null => {
    const points = readPoints(draft.value, 2);
    const inward = direction.value === 'keep' ? line?.inward : inwardOf(direction.value);
    if (!points.ok || !inward || !crossesEverySegment(points.points, inward)) return null;
    return {
      id: line?.id ?? 0,
      name: draft.value.name.trim(),
      kind: kind.value,
      points: points.points,
      inward,
    };
  };
  useSignalEffect(() => {
    preview.value = typed();
  });
  const points = readPoints(draft.value, 2);
  const nameText = nameError(draft.value.name, m);
  const next = typed();
  const submit = async (): Promise<void> => {
    tried.value = true;
    if (!next || nameText) return;
    const saved = line
      ? await site.changeEntity(camera.id, next)
      : await site.addToScene(camera.id, { lines: [next], zones: [], masks: [] });
    if (saved.ok) close();
    else problem.value = saved.problem;
  };
  return (
    <Form
      title={line ? m.cameras.edit(line.name) : m.cameras.addLine}
      submitLabel={m.cameras.save}
      submit={submit}
      cancel={close}
      problem={problem.value}
    >
      <SelectField
        label={m.cameras.lineKind}
        value={kind.value}
        options={KINDS.map((value) => ({ value, label: m.lineKinds[value] }))}
        onChange={(value) => (kind.value = value)}
      />
      <ShapeFields
        draft={draft}
        nameError={tried.value ? nameText : null}
        pointsError={
          tried.value && !points.ok ? pointsErrorText(points.error, m.cameras.pointsFewLine, m) : null
        }
      />
      <SelectField
        label={m.cameras.inward}
        hint={m.cameras.inwardHint}
        error={points.ok && !next ? m.cameras.inwardParallel : null}
        value={direction.value}
        options={(line ? (['keep', ...DIRECTIONS] as const) : DIRECTIONS).map((value) => ({
          value,
          label: m.cameras.directions[value],
        }))}
        onChange={(value) => (direction.value = value)}
      />
    </Form>
  );
}
