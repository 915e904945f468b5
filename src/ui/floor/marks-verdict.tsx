import type { JSX } from 'preact';
import type { MarksInput } from '../../state/marks-input.ts';
import { useText } from '../app-context.ts';
import styles from './marks-editor.module.css';

/** Off by more than a tape measure and an eye on the picture explain. */
const DOUBTFUL_CM = 5;

/** What the marks say together: how well they fit, in centimetres and in words. */
export function MarksVerdict({
  typed,
  tried,
}: {
  readonly typed: MarksInput;
  /** It was tried to save: what is wrong is an alert. */
  readonly tried: boolean;
}): JSX.Element | null {
  const { m, f } = useText();
  if (!typed.ok) {
    if (typed.error.kind !== 'refused') return null;
    return (
      <p class={tried ? styles.refused : styles.verdict} role={tried ? 'alert' : 'status'}>
        {m.floor.notYet(m.floor.reasons[typed.error.problem.code])}
      </p>
    );
  }
  const farthestCm = Math.max(...typed.residualsCm.map((cm) => cm ?? 0));
  const row = typed.residualsCm.findIndex((cm) => cm === farthestCm);
  return (
    <p class={styles.verdict} role="status">
      {m.floor.grid}{' '}
      {typed.isProven
        ? m.floor.fit(f.decimal(typed.meanCm), m.floor.mark(row + 1), f.decimal(farthestCm))
        : m.floor.fourProveNothing}{' '}
      {typed.isProven && (farthestCm >= DOUBTFUL_CM ? m.floor.checkFarthest : m.floor.fitsWell)}
    </p>
  );
}
