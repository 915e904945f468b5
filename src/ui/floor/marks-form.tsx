import { useSignal, useSignalEffect, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { MOST_PAIRS, type FloorPair } from '../../core/calibration/floor-calibration.ts';
import type { ImagePoint } from '../../core/geometry/point.ts';
import type { Problem } from '../../core/result.ts';
import type { CountedCamera } from '../../core/site/counted-camera.ts';
import {
  EMPTY_MARK,
  formatMarks,
  parseMarks,
  placesOf,
  type MarksInput,
  type MarkText,
} from '../../state/marks-input.ts';
import { useApp, useText } from '../app-context.ts';
import type { Messages } from '../i18n/messages.en.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';
import { Form } from '../widgets/form.tsx';
import styles from './marks-form.module.css';
import { MarksTable } from './marks-table.tsx';

/** Floor marks that are typed but not saved yet. */
export interface MarksDraft {
  /** By row; null where its place in the picture cannot be read. */
  readonly places: readonly (ImagePoint | null)[];
  /** Null while they are no calibration. */
  readonly marks: readonly FloorPair[] | null;
}

/** 床の目印 by numbers; marks and the metres of the floor are drawn beside as they are typed. */
export function MarksForm({
  camera,
  preview,
  close,
}: {
  readonly camera: CountedCamera;
  readonly preview: Signal<MarksDraft | null>;
  readonly close: () => void;
}): JSX.Element {
  const { site } = useApp();
  const { m } = useText();
  const rows = useSignal<readonly MarkText[]>(formatMarks(camera.calibration));
  const tried = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const typed = parseMarks(rows.value);
  useSignalEffect(() => {
    const read = parseMarks(rows.value);
    preview.value = { places: placesOf(rows.value), marks: read.ok ? read.marks : null };
  });
  useEffect(() => () => void (preview.value = null), [preview]); // another task may be opened over this one
  const save = async (marks: readonly FloorPair[] | null): Promise<void> => {
    const saved = await site.setMarks(camera.id, marks);
    if (saved.ok) close();
    else problem.value = saved.problem;
  };
  const submit = async (): Promise<void> => {
    tried.value = true;
    if (typed.ok) await save(typed.marks);
  };
  return (
    <Form
      title={m.floor.marks}
      submitLabel={m.cameras.save}
      submit={submit}
      cancel={close}
      problem={problem.value}
    >
      <p class={layout.prose}>{m.floor.marksHint}</p>
      <p class={layout.prose}>{m.floor.marksUse}</p>
      <MarksTable rows={rows} typed={typed} tried={tried.value} />
      <div class={layout.row}>
        {rows.value.length < MOST_PAIRS && (
          <Button onClick={() => (rows.value = [...rows.value, EMPTY_MARK])}>{m.floor.addMark}</Button>
        )}
        {camera.calibration && camera.floorZones.length === 0 && (
          <Button kind="quiet" onClick={() => void save(null)}>
            {m.floor.removeMarks}
          </Button>
        )}
      </div>
      <Verdict typed={typed} m={m} tried={tried.value} />
      {camera.floorZones.length > 0 && (
        <p class={layout.prose}>
          {m.floor.marksInUse(camera.floorZones.map(({ name }) => name).join(m.figures.listSeparator))}
        </p>
      )}
    </Form>
  );
}

/** Off by more than a tape measure and an eye on the picture explain. */
const DOUBTFUL_CM = 5;

/** What the marks say together. */
function Verdict({
  typed,
  tried,
  m,
}: {
  readonly typed: MarksInput;
  readonly tried: boolean;
  readonly m: Messages;
}): JSX.Element | null {
  if (!typed.ok) {
    if (typed.error.kind !== 'refused') return null;
    return (
      <p class={tried ? styles.refused : styles.verdict} role={tried ? 'alert' : 'status'}>
        {m.floor.notYet(m.floor.reasons[typed.error.problem.code])}
      </p>
    );
  }
  const farthestCm = Math.max(...typed.residualsCm.map((cm) => cm ?? 0));
  return (
    <p class={styles.verdict} role="status">
      {m.floor.grid} {!typed.isProven && m.floor.fourProveNothing}
      {farthestCm >= DOUBTFUL_CM && m.floor.checkFarthest}
    </p>
  );
}
