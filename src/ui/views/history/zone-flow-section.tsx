import type { JSX } from 'preact';
import type { FlowFigures, IntervalFigures } from '../../../contracts/archive.ts';
import { cameraCoverage } from '../../../core/measures/open-coverage.ts';
import { cameraFlows, type CameraFlows, type FlowCell } from '../../../state/zone-flows.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { ChartFrame } from '../../widgets/chart-frame.tsx';
import type { TableData } from '../../widgets/data-table.tsx';
import { usePeriodText } from './period-text.ts';
import styles from './zone-flow-section.module.css';

/** 動線: from which zone people went to which, for each camera that has two zones or more. */
export function ZoneFlowSection({
  flows,
  total,
}: {
  readonly flows: readonly FlowFigures[];
  readonly total: IntervalFigures;
}): JSX.Element {
  const { history } = useApp();
  const cameras = cameraFlows(flows, history.site.value);
  return (
    <>
      {cameras.map((camera) => (
        <OfCamera key={camera.camera} flows={camera} total={total} isOnly={cameras.length === 1} />
      ))}
    </>
  );
}

function OfCamera({
  flows,
  total,
  isOnly,
}: {
  readonly flows: CameraFlows;
  readonly total: IntervalFigures;
  readonly isOnly: boolean;
}): JSX.Element {
  const { history } = useApp();
  const { m } = useText();
  const period = usePeriodText();
  const table = useFlowList(flows);
  const title = isOnly ? m.flows.title : m.flows.tableOf(flows.name);
  const notes = <Notes camera={flows} total={total} />;
  if (table.rows.length === 0) {
    return (
      <section class={layout.section} aria-label={title}>
        <h2 class={layout.heading}>{title}</h2>
        <p>{m.flows.empty}</p>
        {notes}
      </section>
    );
  }
  return (
    <ChartFrame
      chart="zone-flow"
      span={history.period.value}
      title={title}
      period={period}
      table={table}
      below={notes}
    >
      <Matrix title={title} flows={flows} />
    </ChartFrame>
  );
}

/** From in rows, to in columns; a bar in each cell, as long as its moves. */
function Matrix({ title, flows }: { readonly title: string; readonly flows: CameraFlows }): JSX.Element {
  const { m, f } = useText();
  const { zones, rows } = flows;
  const most = Math.max(...rows.flatMap(({ cells }) => cells.map(({ visits }) => visits ?? 0)));
  return (
    <div class={styles.scroller} tabIndex={0} role="region" aria-label={m.chart.tableOf(title)}>
      <table class={styles.table}>
        <caption class={layout.hidden}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{m.flows.corner}</th>
            {zones.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{m.flows.total}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, cells, total }) => (
            <tr key={from.id}>
              <th scope="row">{from.name}</th>
              {cells.map((cell) => (
                <Cell key={cell.to.id} cell={cell} isSame={cell.to.id === from.id} most={most} />
              ))}
              <td class={styles.total}>{total === 0 ? m.figures.none : f.integer(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({
  cell: { visits, share },
  isSame,
  most,
}: {
  readonly cell: FlowCell;
  readonly isSame: boolean;
  readonly most: number;
}): JSX.Element {
  const { m, f } = useText();
  if (visits === null) {
    return (
      <td class={isSame ? styles.same : styles.none}>
        <span class={layout.hidden}>{isSame ? m.flows.same : m.flows.none}</span>
        {!isSame && <span aria-hidden="true">{m.figures.none}</span>}
      </td>
    );
  }
  return (
    <td>
      <span class={styles.figures}>
        <span class={styles.visits}>{f.integer(visits)}</span>
        <span class={styles.share}>{f.percent(share ?? 0)}</span>
      </span>
      <span class={styles.track} aria-hidden="true">
        <span class={styles.bar} style={{ inlineSize: `${(100 * visits) / most}%` }} />
      </span>
    </td>
  );
}

/** The same figures as a list, the busiest pair first. */
function useFlowList({ rows }: CameraFlows): TableData {
  const { m, f } = useText();
  const pairs = rows
    .flatMap(({ from, cells }) => cells.map((cell) => ({ from, ...cell, visits: cell.visits ?? 0 })))
    .filter(({ visits }) => visits > 0)
    .sort((a, b) => b.visits - a.visits);
  const all = pairs.reduce((sum, { visits }) => sum + visits, 0);
  return {
    caption: m.flows.title,
    columns: m.flows.columns,
    texts: [0],
    rows: pairs.map(({ from, to, visits, share }) => ({
      name: from.name,
      cells: [to.name, f.integer(visits), f.percent(share ?? 0)],
    })),
    total: { name: m.flows.all, cells: ['', f.integer(all), ''] },
  };
}

/** What the figures rest on, and what they leave out. */
function Notes({
  camera: { camera, name },
  total,
}: {
  readonly camera: CameraFlows;
  readonly total: IntervalFigures;
}): JSX.Element {
  const { m, f } = useText();
  const figures = total.cameras.find((other) => other.camera === camera);
  const coverage = figures ? cameraCoverage(figures) : null;
  return (
    <>
      {coverage !== null && <p class={layout.prose}>{m.flows.coverage(name, f.percent(coverage))}</p>}
      {total.status === 'open' && <p class={layout.prose}>{m.flows.open}</p>}
      <p class={layout.prose}>{m.flows.rule}</p>
      <p class={layout.prose}>{m.flows.few}</p>
      <p class={layout.prose}>{m.flows.lost}</p>
    </>
  );
}
