import type { JSX } from 'preact';
import { boxAround, cornersOf } from '../../core/drawing/draft-shape.ts';
import type { ImagePoint } from '../../core/geometry/point.ts';
import { LEAST_REGION } from '../../core/site/shape-fields.ts';
import type { Camera } from '../../core/site/site.ts';
import {
  EDGES,
  formatRegion,
  leftOut,
  parseRegion,
  type RegionError,
  type RegionText,
} from '../../state/region-input.ts';
import { useText } from '../app-context.ts';
import type { Text } from '../i18n/error-text.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';
import { TextField } from '../widgets/text-field.tsx';
import styles from './scene-editor.module.css';
import { useTypedPoints } from './use-typed-points.ts';

const WHOLE = { left: 0, top: 0, right: 1, bottom: 1 };

/** The detection range by four numbers; what is typed and makes sense is drawn at once. */
export function RegionFields({
  points,
  scene,
  onPoints,
  onError,
}: {
  readonly points: readonly ImagePoint[];
  /** What is drawn besides: what reaches beyond the range is named. */
  readonly scene: Pick<Camera, 'lines' | 'zones'>;
  readonly onPoints: (points: readonly ImagePoint[]) => void;
  readonly onError: (isWrong: boolean) => void;
}): JSX.Element {
  const text = useText();
  const { m } = text;
  const typed = useTypedPoints(points, {
    read: (text: RegionText) => {
      const input = parseRegion(text);
      return input.ok ? cornersOf<'image'>(input.region ?? WHOLE) : null;
    },
    format: (drawn) => formatRegion(boxAround(drawn)),
    onPoints,
    onError,
  });
  const shown = typed.text;
  const read = parseRegion(shown);
  const beyond = leftOut(scene, boxAround(points));
  return (
    <>
      <p class={layout.prose}>{m.cameras.regionHint}</p>
      <div class={styles.edges}>
        {EDGES.map((edge) => (
          <TextField
            key={edge}
            width="narrow"
            label={m.cameras.edges[edge]}
            value={shown[edge]}
            onInput={(value) => typed.set({ ...shown, [edge]: value })}
            error={!read.ok && read.error.edge === edge ? errorText(read.error, text) : null}
          />
        ))}
      </div>
      {beyond.length > 0 && (
        <p class={styles.beyond} role="status">
          {m.cameras.regionLeavesOut(beyond.join(m.figures.listSeparator))}
        </p>
      )}
      <div class={layout.row}>
        <Button onClick={() => typed.set(formatRegion(null))}>{m.cameras.regionUseWhole}</Button>
      </div>
    </>
  );
}

function errorText(error: RegionError, { m, f }: Text): string {
  switch (error.kind) {
    case 'number':
      return m.cameras.regionNumber;
    case 'order':
      return m.cameras.regionOrder[error.edge];
    case 'too-small':
      return m.cameras.regionSmall(f.percent(LEAST_REGION));
  }
}
