import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { TriedShape } from '../../contracts/vision.ts';
import type { ShapeTrial } from '../../core/placement/try-shape.ts';
import { useApp, useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';

/** After a movement, and again while people come. */
const SOON_MS = 400;
const AGAIN_MS = 5000;

/** What a line or zone would have counted of the last people, where it lies now. Nothing while its camera is not read. */
export function ShapeTrialText({
  camera,
  shape,
}: {
  readonly camera: number;
  readonly shape: TriedShape;
}): JSX.Element {
  const { accuracy } = useApp();
  const { m } = useText();
  const trial = useSignal<ShapeTrial | null>(null);
  useEffect(() => {
    let isOver = false;
    const ask = (): void => {
      void accuracy.tryShape(camera, shape).then((answer) => {
        if (!isOver) trial.value = answer.ok ? answer.value : null;
      });
    };
    const soon = setTimeout(ask, SOON_MS);
    const again = setInterval(ask, AGAIN_MS);
    return () => {
      isOver = true;
      clearTimeout(soon);
      clearInterval(again);
    };
  }, [accuracy, camera, shape, trial]);
  const { of = 0, counts = null } = trial.value ?? {};
  const words = m.drawing.trial;
  const sentence = !trial.value
    ? ''
    : !counts
      ? words.few(of)
      : 'polygon' in shape
        ? words.zone(of, counts.inside)
        : words.line(of, counts.in, counts.out);
  return (
    <p class={layout.prose} role="status">
      {sentence}
    </p>
  );
}
