import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { leastPoints, mostPoints, type ShapeForm } from '../../core/drawing/draft-shape.ts';
import type { ImagePoint } from '../../core/geometry/point.ts';
import { formatPoints, parsePoints, type ShapeError } from '../../state/shape-input.ts';
import { useText } from '../app-context.ts';
import type { Messages } from '../i18n/messages.en.ts';
import layout from '../styles/layout.module.css';
import { FrameSizeFields, FULL_HD, frameSizeOf } from '../widgets/frame-size.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { TextArea } from '../widgets/text-field.tsx';
import { useTypedPoints } from './use-typed-points.ts';

/** The points of a shape as numbers: what is typed and makes sense is drawn at once. */
export function PointsField({
  form,
  points,
  tells,
  onPoints,
  onError,
}: {
  readonly form: ShapeForm;
  readonly points: readonly ImagePoint[];
  /** What is wrong with the text is said: it was tried to save it. */
  readonly tells: boolean;
  readonly onPoints: (points: readonly ImagePoint[]) => void;
  /** The text has become right or wrong. */
  readonly onError: (isWrong: boolean) => void;
}): JSX.Element {
  const { m } = useText();
  const units = useSignal<'unit' | 'px'>('unit');
  const size = useSignal(FULL_HD);
  const read = (text: string) => {
    const picture = units.value === 'unit' ? { width: 1, height: 1 } : frameSizeOf(size.value);
    return parsePoints(text, { size: picture, least: leastPoints(form) });
  };
  const typed = useTypedPoints(points, {
    read: (text: string) => {
      const input = read(text);
      return input.ok && input.points.length <= mostPoints(form) ? input.points : null;
    },
    format: formatPoints,
    onPoints,
    onError,
  });
  const input = typed.isTyped ? read(typed.text) : null;
  return (
    <>
      <TextArea
        label={m.cameras.points}
        hint={m.cameras.pointsHint}
        value={typed.text}
        onInput={typed.set}
        error={tells && input && !input.ok ? pointsErrorText(input.error, form, m) : null}
      />
      <div class={layout.row}>
        <Segmented
          legend={m.cameras.units}
          options={[
            { value: 'unit', label: m.cameras.unit01 },
            { value: 'px', label: m.cameras.pixels },
          ]}
          value={units.value}
          onChange={(value) => (units.value = value)}
        />
        {units.value === 'px' && (
          <FrameSizeFields size={size.value} onChange={(value) => (size.value = value)} />
        )}
      </div>
    </>
  );
}

function pointsErrorText(error: ShapeError, form: ShapeForm, m: Messages): string {
  switch (error.kind) {
    case 'row-invalid':
      return m.cameras.pointsInvalid(error.row);
    case 'row-outside':
      return m.cameras.pointsOutside(error.row);
    case 'size-invalid':
      return m.cameras.sizeInvalid;
    case 'too-few':
      return form === 'line' ? m.cameras.pointsFewLine : m.cameras.pointsFewZone;
  }
}
