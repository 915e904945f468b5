import { useSignal, useSignalEffect, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { floorMapsOf } from '../../core/calibration/floor-marks.ts';
import { shareInView } from '../../core/calibration/floor-zone.ts';
import { DEFAULT_ZONE_TIMING, type ZoneKind } from '../../core/counting/scene.ts';
import type { FloorPoint } from '../../core/geometry/point.ts';
import type { Problem } from '../../core/result.ts';
import { LEAST_IN_VIEW } from '../../core/site/floor-fields.ts';
import type { Camera, FloorZone } from '../../core/site/site.ts';
import { formatCorners, parseCorners, type CornersError } from '../../state/floor-input.ts';
import { useApp, useText } from '../app-context.ts';
import type { Messages } from '../i18n/messages.en.ts';
import layout from '../styles/layout.module.css';
import { Form } from '../widgets/form.tsx';
import { SelectField, TextArea, TextField } from '../widgets/text-field.tsx';
import { nameError } from '../widgets/name-error.ts';
import type { PlanDraft } from './plan-stage.tsx';

const KINDS: readonly ZoneKind[] = ['area', 'queue', 'staff'];

interface ZoneText {
  readonly name: string;
  readonly kind: ZoneKind;
  readonly owner: string;
  readonly corners: string;
}

/** A zone on the floor by numbers; it is drawn beside as soon as it makes sense. */
export function FloorZoneForm({
  zone,
  owners,
  preview,
  close,
}: {
  /** Null: a new one. */
  readonly zone: FloorZone | null;
  /** The cameras whose floor is calibrated, at least one. */
  readonly owners: readonly Camera[];
  readonly preview: Signal<PlanDraft>;
  readonly close: () => void;
}): JSX.Element {
  const { site } = useApp();
  const { m } = useText();
  const text = useSignal<ZoneText>({
    name: zone?.name ?? '',
    kind: zone?.kind ?? 'area',
    owner: String(zone?.owner ?? owners[0]?.id),
    corners: formatCorners(zone?.polygon ?? []),
  });
  const tried = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const set = (change: Partial<ZoneText>): void => {
    text.value = { ...text.value, ...change };
  };
  const corners = parseCorners(text.value.corners);
  useSignalEffect(() => {
    const { name, kind, owner } = text.value;
    const read = parseCorners(text.value.corners);
    const rule = { id: zone?.id ?? 0, name: name.trim(), kind, timing: DEFAULT_ZONE_TIMING };
    preview.value = {
      plan: null,
      zone: read.ok ? { ...rule, owner: Number(owner), polygon: read.corners } : null,
    };
  });
  const nameText = nameError(text.value.name, m);
  const owner = owners.find(({ id }) => String(id) === text.value.owner);
  const submit = async (): Promise<void> => {
    tried.value = true;
    if (!corners.ok || nameText || !owner) return;
    const { name, kind } = text.value;
    const timing = zone?.timing ?? DEFAULT_ZONE_TIMING;
    const next = { name: name.trim(), kind, timing, owner: owner.id, polygon: corners.corners };
    const saved = await site.setFloorZone(zone ? { ...next, id: zone.id } : next);
    if (saved.ok) close();
    else problem.value = saved.problem;
  };
  return (
    <Form
      title={zone ? m.cameras.edit(zone.name) : m.floor.addZone}
      submitLabel={m.cameras.save}
      submit={submit}
      cancel={close}
      problem={problem.value}
    >
      <TextField
        label={m.cameras.name}
        value={text.value.name}
        onInput={(name) => set({ name })}
        error={tried.value ? nameText : null}
      />
      <SelectField
        label={m.cameras.zoneKind}
        value={text.value.kind}
        options={KINDS.map((value) => ({ value, label: m.zoneKinds[value] }))}
        onChange={(kind) => set({ kind })}
      />
      <SelectField
        label={m.floor.owner}
        hint={m.floor.ownerHint}
        value={text.value.owner}
        options={owners.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(value) => set({ owner: value })}
      />
      <TextArea
        label={m.floor.corners}
        hint={m.floor.cornersHint}
        value={text.value.corners}
        onInput={(value) => set({ corners: value })}
        error={tried.value && !corners.ok ? cornersErrorText(corners.error, m) : null}
      />
      {corners.ok && owner && <InView corners={corners.corners} owner={owner} />}
    </Form>
  );
}

/** How much of the zone its camera sees, where that is not all of it. */
function InView({
  corners,
  owner,
}: {
  readonly corners: readonly FloorPoint[];
  readonly owner: Camera;
}): JSX.Element | null {
  const { m, f } = useText();
  if (!owner.calibration) return null;
  const share = shareInView(corners, floorMapsOf(owner.calibration, 1));
  if (!(share < 1 - 1e-6)) return null;
  return (
    <p class={layout.prose} role="status">
      {share < LEAST_IN_VIEW ? m.floor.outOfView : m.floor.inView(f.percent(share))}
    </p>
  );
}

function cornersErrorText(error: CornersError, m: Messages): string {
  switch (error.kind) {
    case 'row-invalid':
      return m.floor.cornersInvalid(error.row);
    case 'too-few':
      return m.floor.cornersFew;
    case 'too-many':
      return m.floor.cornersMany;
  }
}
