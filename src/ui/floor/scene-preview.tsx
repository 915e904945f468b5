import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { floorGrid } from '../../core/calibration/floor-grid.ts';
import type { ImagePoint } from '../../core/geometry/point.ts';
import type { CountedCamera } from '../../core/site/counted-camera.ts';
import { floorZonesInPicture } from '../../core/site/floor-shapes.ts';
import type { Camera } from '../../core/site/site.ts';
import { useApp, useText } from '../app-context.ts';
import type { FloorOverlay } from '../canvas/draw-floor-marks.ts';
import { floorInPicture } from '../canvas/plan-on-stage.ts';
import { Stage } from '../widgets/stage.tsx';

const NOBODY = signal<readonly ImagePoint[]>([]);

/** Lines, zones and the floor of a camera where they lie in its picture, or as it is edited. Never a picture. */
export function ScenePreview({
  camera,
  floor,
}: {
  readonly camera: CountedCamera;
  /** Instead of what is saved of its floor, while that is edited. */
  readonly floor?: FloorOverlay;
}): JSX.Element {
  const { counting, demoFloor } = useApp();
  const { m } = useText();
  const zones = useMemo(() => [...camera.zones, ...floorZonesInPicture(camera)], [camera]);
  const plan = counting.site.value.floor;
  const ground = useMemo(() => floorInPicture(camera, { plan, demoFloor }), [camera, plan, demoFloor]);
  const saved = useMemo(() => overlayOf(camera), [camera]);
  return (
    <Stage
      plan={ground}
      lines={camera.lines}
      zones={zones}
      region={camera.region}
      people={NOBODY}
      floor={floor ?? saved}
      label={m.live.stageLabelHidden(camera.name)}
    />
  );
}

function overlayOf({ calibration }: Camera): FloorOverlay | null {
  return calibration && { grid: floorGrid(calibration), marks: calibration.map(({ image }) => image) };
}
