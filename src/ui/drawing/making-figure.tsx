import type { JSX } from 'preact';
import { boxAround, cornersOf, isBox, isOpen } from '../../core/drawing/draft-shape.ts';
import type { Making } from '../../state/drawing-store.ts';
import type { ToPixels } from './use-sheet.ts';
import styles from './drawing-stage.module.css';

/** What has been drawn of a shape so far, and where its next point would be. */
export function MakingFigure({
  making: { points, cursor, template },
  at,
  measure,
}: {
  readonly making: Making<string>;
  /** How large what is pulled up is, from its last point to the cursor; null: on a picture nobody knows. */
  readonly measure: string | null;
  readonly at: ToPixels;
}): JSX.Element {
  const set = points.map(at);
  const next = at(cursor);
  const [first] = set;
  const drawn = isBox(template.form) ? cornersOf(boxAround([...set, next])) : [...set, next];
  const way = `${drawn.map(({ x, y }) => `${x} ${y}`).join('L')}${isBox(template.form) ? 'Z' : ''}`;
  const last = set.at(-1) ?? next;
  const middle = { x: (last.x + next.x) / 2, y: (last.y + next.y) / 2 };
  const closes = !isOpen(template.form) && points.length > 1 && first ? `L${first.x} ${first.y}` : '';
  return (
    <g class={styles.making} aria-hidden="true">
      <path class={styles.casing} d={`M${way}`} />
      <path class={styles.body} d={`M${way}`} />
      {closes && <path class={styles.closing} d={`M${next.x} ${next.y}${closes}`} />}
      {set.map(({ x, y }, index) => (
        <circle key={index} class={styles.handle} cx={x} cy={y} r={7} />
      ))}
      <path
        class={styles.cursor}
        d={`M${next.x - 14} ${next.y}H${next.x + 14}M${next.x} ${next.y - 14}V${next.y + 14}`}
      />
      {measure !== null && (
        <text class={styles.name} x={middle.x} y={middle.y}>
          {measure}
        </text>
      )}
    </g>
  );
}
