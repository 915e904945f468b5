import { signal, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ImagePoint } from '../../../core/geometry/point.ts';
import type { Camera, Line, Zone } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import { EMPTY_FLOOR } from '../../canvas/floor-plan.ts';
import { Stage } from '../../widgets/stage.tsx';
import type { RegionDraft } from './region-form.tsx';

const NOBODY = signal<readonly ImagePoint[]>([]);

/** Lines and zones of a camera where they lie in its picture, with the one that is being typed. */
export function ScenePreview({
  camera,
  draft,
  region,
}: {
  readonly camera: Camera;
  readonly draft: ReadonlySignal<Line | Zone | null>;
  /** The detection range that is being typed, where one is. */
  readonly region: ReadonlySignal<RegionDraft | null>;
}): JSX.Element {
  const { demoFloor } = useApp();
  const { m } = useText();
  const typed = draft.value;
  const { lines, zones } = useMemo(() => withDraft(camera, typed), [camera, typed]);
  return (
    <Stage
      plan={camera.source.kind === 'demo' ? demoFloor : EMPTY_FLOOR}
      lines={lines}
      zones={zones}
      region={region.value ? region.value.region : camera.region}
      people={NOBODY}
      label={m.live.stageLabelHidden(camera.name)}
    />
  );
}

function withDraft(camera: Camera, draft: Line | Zone | null): Pick<Camera, 'lines' | 'zones'> {
  if (!draft) return camera;
  const others = <T extends { readonly id: number }>(entities: readonly T[]): readonly T[] =>
    entities.filter(({ id }) => id !== draft.id);
  return 'points' in draft
    ? { lines: [...others(camera.lines), draft], zones: camera.zones }
    : { lines: camera.lines, zones: [...others(camera.zones), draft] };
}
