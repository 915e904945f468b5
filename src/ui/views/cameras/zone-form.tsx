import { useSignal, useSignalEffect, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { DEFAULT_ZONE_TIMING, type ZoneKind } from '../../../core/counting/scene.ts';
import type { Problem } from '../../../core/result.ts';
import type { Camera, Line, Zone } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import { Form } from '../../widgets/form.tsx';
import { SelectField } from '../../widgets/text-field.tsx';
import { nameError } from './name-error.ts';
import { pointsErrorText, readPoints, shapeDraftOf, type ShapeDraft } from './shape-draft.ts';
import { ShapeFields } from './shape-fields.tsx';

const KINDS: readonly ZoneKind[] = ['area', 'queue', 'staff'];

/** A zone by numbers; what is typed is drawn beside it as soon as it makes sense. */
export function ZoneForm({
  camera,
  zone,
  preview,
  close,
}: {
  readonly camera: Camera;
  /** Null: a new one. */
  readonly zone: Zone | null;
  readonly preview: Signal<Line | Zone | null>;
  readonly close: () => void;
}): JSX.Element {
  const { site } = useApp();
  const { m } = useText();
  const draft = useSignal<ShapeDraft>(shapeDraftOf(zone?.name ?? '', zone?.polygon ?? []));
  const kind = useSignal<ZoneKind>(zone?.kind ?? 'area');
  const tried = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const typed = (): Zone | null => {
    const points = readPoints(draft.value, 3);
    if (!points.ok) return null;
    const timing = zone?.timing ?? DEFAULT_ZONE_TIMING;
    return {
      id: zone?.id ?? 0,
      name: draft.value.name.trim(),
      kind: kind.value,
      polygon: points.points,
      timing,
    };
  };
  useSignalEffect(() => {
    preview.value = typed();
  });
  const points = readPoints(draft.value, 3);
  const nameText = nameError(draft.value.name, m);
  const submit = async (): Promise<void> => {
    tried.value = true;
    const next = typed();
    if (!next || nameText) return;
    const saved = zone
      ? await site.changeEntity(camera.id, next)
      : await site.addToScene(camera.id, { lines: [], zones: [next], masks: [] });
    if (saved.ok) close();
    else problem.value = saved.problem;
  };
  return (
    <Form
      title={zone ? m.cameras.edit(zone.name) : m.cameras.addZone}
      submitLabel={m.cameras.save}
      submit={submit}
      cancel={close}
      problem={problem.value}
    >
      <SelectField
        label={m.cameras.zoneKind}
        value={kind.value}
        options={KINDS.map((value) => ({ value, label: m.zoneKinds[value] }))}
        onChange={(value) => (kind.value = value)}
      />
      <ShapeFields
        draft={draft}
        nameError={tried.value ? nameText : null}
        pointsError={
          tried.value && !points.ok ? pointsErrorText(points.error, m.cameras.pointsFewZone, m) : null
        }
      />
    </Form>
  );
}
