import { signal, useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { isMeasured } from '../../../core/measures/open-coverage.ts';
import type { FloorPoint } from '../../../core/geometry/point.ts';
import { planInUse } from '../../../core/site/counted-camera.ts';
import type { ZoneNow } from '../../../state/live-store.ts';
import { useApp, useText } from '../../app-context.ts';
import { coverageText } from '../../coverage-text.ts';
import layout from '../../styles/layout.module.css';
import { PlanNow } from '../../widgets/plan-now.tsx';
import styles from './kiosk-view.module.css';

/** Nobody's place is shown to a whole staff room. */
const NOBODY = signal<readonly FloorPoint[]>([]);
/** Height of the plan, hundredths of the screen's: the figures above it keep their place. */
const PLAN_VH = 44;
/** More figures than these nobody reads from two metres. */
const MOST_QUEUES = 3;

/** The live figures, large, and the plan where there is one, on the screen of a staff room that hangs on this PC. */
export function KioskView(): JSX.Element {
  const { counting } = useApp();
  const { m, f } = useText();
  const today = useComputed(() => {
    const figures = counting.live.today.value;
    return figures && isMeasured(figures.total) ? figures : null;
  });
  const queues = useComputed(() =>
    counting.live.zonesNow.value.filter(({ zone }) => zone.kind === 'queue').slice(0, MOST_QUEUES),
  );
  const status = counting.status.value;
  const plan = planInUse(counting.site.value);
  const { occupancyLimit } = counting.site.value.alerts;
  const coverage = today.value ? [coverageText(today.value.total, { m, f })] : [];
  const limit = occupancyLimit === null ? [] : [m.alerts.ofLimit(f.integer(occupancyLimit))];
  const figure = (value: number | undefined): string =>
    value === undefined ? m.figures.none : f.integer(value);
  return (
    <>
      <h1 class={layout.hidden}>{m.kiosk.title}</h1>
      <p class={styles.status} role="status" data-status={status}>
        {m.status[status]}
      </p>
      <div class={styles.board} data-plan={plan !== null}>
        <div class={styles.figures}>
          <Figure
            label={m.figures.occupancy}
            value={figure(today.value?.occupancy)}
            unit={m.units.people(today.value?.occupancy ?? 0)}
            note={[...limit, ...coverage].join(m.figures.separator)}
          />
          <Figure
            label={m.figures.in}
            value={figure(today.value?.in)}
            unit={m.units.people(today.value?.in ?? 0)}
            note={coverage.join('')}
          />
          {queues.value.map((queue) => (
            <Queue key={queue.zone.id} queue={queue} />
          ))}
        </div>
        {plan && (
          <div class={styles.plan} style={{ maxWidth: `${(plan.widthM / plan.depthM) * PLAN_VH}vh` }}>
            <PlanNow plan={plan} people={NOBODY} />
          </div>
        )}
      </div>
      <p class={styles.note}>
        {m.kiosk.onlyHere} {m.kiosk.leave}
      </p>
    </>
  );
}

function Queue({ queue: { zone, people, expectedWaitS } }: { readonly queue: ZoneNow }): JSX.Element {
  const { m, f } = useText();
  return (
    <Figure
      label={zone.name}
      value={people === null ? m.figures.none : f.integer(people)}
      unit={m.units.people(people ?? 0)}
      note={
        people === null
          ? m.live.notMeasured
          : expectedWaitS === null
            ? m.live.waiting
            : m.queue.expected(f.duration(expectedWaitS))
      }
    />
  );
}

function Figure({
  label,
  value,
  unit,
  note,
}: {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly note: string;
}): JSX.Element {
  return (
    <div class={styles.figure} role="group" aria-label={label}>
      <p class={styles.label}>{label}</p>
      <p class={styles.value}>
        {value}
        <span class={styles.unit}>{unit}</span>
      </p>
      <p class={styles.context}>{note}</p>
    </div>
  );
}
