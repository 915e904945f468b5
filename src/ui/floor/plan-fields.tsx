import type { JSX } from 'preact';
import {
  boxAround,
  cornersOf,
  leastPoints,
  mostPoints,
  type ShapeForm,
} from '../../core/drawing/draft-shape.ts';
import type { FloorPoint } from '../../core/geometry/point.ts';
import {
  BOX_FIELDS,
  formatBox,
  formatCorners,
  parseBox,
  parseCorners,
  type BoxError,
  type BoxText,
  type CornersError,
  type CornersLimits,
  type PlanSize,
} from '../../state/floor-input.ts';
import { useText } from '../app-context.ts';
import { useTypedPoints } from '../drawing/use-typed-points.ts';
import type { Messages } from '../i18n/messages.en.ts';
import { TextArea, TextField } from '../widgets/text-field.tsx';
import styles from '../drawing/scene-editor.module.css';

interface FieldsProps {
  readonly points: readonly FloorPoint[];
  readonly size: PlanSize;
  readonly tells: boolean;
  readonly onPoints: (points: readonly FloorPoint[]) => void;
  readonly onError: (isWrong: boolean) => void;
}

const EMPTY_BOX: BoxText = { left: '', top: '', width: '', depth: '' };

/** A rectangle on the plan by four numbers; what is typed and makes sense is drawn at once. */
export function BoxFields({ points, size, tells, onPoints, onError }: FieldsProps): JSX.Element {
  const { m } = useText();
  const typed = useTypedPoints(points, {
    read: (text: BoxText) => {
      const input = parseBox(text, size);
      return input.ok ? cornersOf<'floor'>(input.box) : null;
    },
    format: (drawn) => (drawn.length === 4 ? formatBox(boxAround(drawn)) : EMPTY_BOX),
    onPoints,
    onError,
  });
  const { text } = typed;
  const input = parseBox(text, size);
  const isTold = !input.ok && (tells || text[input.error.field].trim() !== '');
  const error = typed.isTyped && isTold ? input.error : null;
  return (
    <div class={styles.edges}>
      {BOX_FIELDS.map((field) => (
        <TextField
          key={field}
          width="narrow"
          label={m.floor.box[field]}
          value={text[field]}
          onInput={(value) => typed.set({ ...text, [field]: value })}
          error={error?.field === field ? boxErrorText(error, m) : null}
        />
      ))}
    </div>
  );
}

function boxErrorText({ kind, field }: BoxError, m: Messages): string {
  if (kind === 'outside') return m.floor.boxOutside;
  return field === 'left' || field === 'top' ? m.floor.boxPlace : m.floor.boxLength;
}

/** Corners of a wall or zone in metres, one a row. */
export function CornersField({
  form,
  points,
  size,
  tells,
  onPoints,
  onError,
}: FieldsProps & { readonly form: ShapeForm }): JSX.Element {
  const { m } = useText();
  // Zones may be out in the street.
  const plan = form === 'zone' ? null : size;
  const limits: CornersLimits = { least: leastPoints(form), most: mostPoints(form), plan };
  const typed = useTypedPoints(points, {
    read: (text: string) => {
      const input = parseCorners(text, limits);
      return input.ok ? input.corners : null;
    },
    format: formatCorners,
    onPoints,
    onError,
  });
  const input = parseCorners(typed.text, limits);
  return (
    <TextArea
      label={m.floor.corners}
      hint={m.floor.cornersHint}
      value={typed.text}
      onInput={typed.set}
      error={tells && typed.isTyped && !input.ok ? cornersErrorText(input.error, limits, m) : null}
    />
  );
}

function cornersErrorText(error: CornersError, { least, most }: CornersLimits, m: Messages): string {
  switch (error.kind) {
    case 'row-invalid':
      return m.floor.cornersInvalid(error.row);
    case 'row-outside':
      return m.floor.cornersOutside(error.row);
    case 'too-few':
      return m.floor.cornersFew(least);
    case 'too-many':
      return m.floor.cornersMany(most);
  }
}
