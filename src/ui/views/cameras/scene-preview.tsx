import { signal, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { floorGrid } from '../../../core/calibration/floor-grid.ts';
import type { ImagePoint } from '../../../core/geometry/point.ts';
import type { CountedCamera } from '../../../core/site/counted-camera.ts';
import { floorZonesInPicture } from '../../../core/site/floor-shapes.ts';
import type { Camera, Line, Zone } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import type { FloorOverlay } from '../../canvas/draw-floor-marks.ts';
import { EMPTY_FLOOR } from '../../canvas/floor-plan.ts';
import { Stage } from '../../widgets/stage.tsx';
import type { MarksDraft } from './marks-form.tsx';
import type { RegionDraft } from './region-form.tsx';

const NOBODY = signal<readonly ImagePoint[]>([]);

/** Lines, zones and the floor of a camera where they lie in its picture, with what is being typed. Never a picture. */
export function ScenePreview({
  camera,
  draft,
  region,
  marks,
}: {
  readonly camera: CountedCamera;
  readonly draft: ReadonlySignal<Line | Zone | null>;
  /** The detection range that is being typed, where one is. */
  readonly region: ReadonlySignal<RegionDraft | null>;
  /** The floor marks that are being typed, where some are. */
  readonly marks: ReadonlySignal<MarksDraft | null>;
}): JSX.Element {
  const { demoFloor } = useApp();
  const { m } = useText();
  const typed = draft.value;
  const { lines, zones } = useMemo(() => withDraft(camera, typed), [camera, typed]);
  const all = useMemo(() => [...zones, ...floorZonesInPicture(camera)], [camera, zones]);
  const draftMarks = marks.value;
  const floor = useMemo(() => overlayOf(camera, draftMarks), [camera, draftMarks]);
  return (
    <Stage
      plan={camera.source.kind === 'demo' ? demoFloor : EMPTY_FLOOR}
      lines={lines}
      zones={all}
      region={region.value ? region.value.region : camera.region}
      people={NOBODY}
      floor={floor}
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

function overlayOf({ calibration }: Camera, draft: MarksDraft | null): FloorOverlay | null {
  if (draft) return { grid: draft.marks ? floorGrid(draft.marks) : [], marks: draft.places };
  return calibration && { grid: floorGrid(calibration), marks: calibration.map(({ image }) => image) };
}
