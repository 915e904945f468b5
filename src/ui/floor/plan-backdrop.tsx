import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Site } from '../../core/site/site.ts';
import type { ImagePoint } from '../../core/geometry/point.ts';
import type { PlanSize } from '../../state/floor-input.ts';
import { useText } from '../app-context.ts';
import { EMPTY_FLOOR } from '../canvas/floor-plan.ts';
import { zonesOnPlan } from '../canvas/plan-on-stage.ts';
import { Stage } from '../widgets/stage.tsx';
import styles from './plan-backdrop.module.css';

const NOBODY = signal<readonly ImagePoint[]>([]);
/** So many numbers stand along a side at most. */
const MOST_NUMBERS = 13;

/** Squared paper under a plan that is edited: a square is 1 m, with metres along the edges; zones of pictures as they lie there. */
export function PlanBackdrop({
  size,
  site,
}: {
  readonly size: PlanSize;
  /** Its zones that are drawn in pictures are shown; those on the plan are not, as they are being edited. */
  readonly site: Pick<Site, 'cameras'>;
}): JSX.Element {
  const { m } = useText();
  const { widthM, depthM } = size;
  const zones = useMemo(
    () =>
      zonesOnPlan({ cameras: site.cameras, floorZones: [] }, { widthM, depthM, fixtures: [], outlines: [] }),
    [site, widthM, depthM],
  );
  const floor = useMemo(() => ({ ...EMPTY_FLOOR, aspect: widthM / depthM }), [widthM, depthM]);
  return (
    <>
      <div aria-hidden="true">
        <Metres size={size} />
      </div>
      {zones.length > 0 && (
        <Stage
          plan={floor}
          lines={[]}
          zones={zones}
          region={null}
          people={NOBODY}
          label={m.floor.planLabel(zones.length)}
        />
      )}
    </>
  );
}

function Metres({ size: { widthM, depthM } }: { readonly size: PlanSize }): JSX.Element {
  const wide = lines(widthM);
  const deep = lines(depthM);
  const step = numberStep(Math.max(widthM, depthM));
  const share = (at: number, of: number): string => `${(at / of) * 100}%`;
  return (
    <svg class={styles.paper}>
      {wide.map((at) => (
        <line
          key={`x${at}`}
          data-fifth={at % 5 === 0}
          x1={share(at, widthM)}
          x2={share(at, widthM)}
          y1="0"
          y2="100%"
        />
      ))}
      {deep.map((at) => (
        <line
          key={`y${at}`}
          data-fifth={at % 5 === 0}
          y1={share(at, depthM)}
          y2={share(at, depthM)}
          x1="0"
          x2="100%"
        />
      ))}
      {wide
        .filter((at) => at % step === 0)
        .map((at) => (
          <text key={`x${at}`} x={share(at, widthM)} y="14" dx="3">
            {at}
          </text>
        ))}
      {deep
        .filter((at) => at % step === 0)
        .map((at) => (
          <text key={`y${at}`} x="4" y={share(at, depthM)} dy="-3">
            {at}
          </text>
        ))}
    </svg>
  );
}

/** Whole metres within a side. */
function lines(length: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.ceil(length) - 1) }, (_, index) => index + 1);
}

function numberStep(longest: number): number {
  return [1, 2, 5, 10, 20].find((step) => longest / step <= MOST_NUMBERS) ?? 50;
}
