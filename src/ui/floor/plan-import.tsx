import { useComputed, useSignal, useSignalEffect, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { planOfDrawing } from '../../core/plan-file/plan-of-drawing.ts';
import {
  LEFT_OUT,
  MAX_PLAN_FILE_LENGTH,
  readSvgPlan,
  type PlanDrawing,
  type PlanFile,
} from '../../core/plan-file/read-svg-plan.ts';
import type { FloorPlan } from '../../core/site/site.ts';
import { formatSize, parseMetres } from '../../state/floor-input.ts';
import { useApp, useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { FileDrop } from '../widgets/file-drop.tsx';
import { Form } from '../widgets/form.tsx';
import { TextField } from '../widgets/text-field.tsx';
import { useSubmit } from '../widgets/use-submit.ts';
import styles from './plan-import.module.css';

/** The plan from the lines of an SVG file: read in memory, shown beside, saved as numbers once its width is given. */
export function PlanImport({
  floor,
  preview,
  close,
}: {
  /** The plan whose place it takes; null: there is none yet. */
  readonly floor: FloorPlan | null;
  readonly preview: Signal<FloorPlan | null>;
  readonly close: () => void;
}): JSX.Element {
  const { site } = useApp();
  const { m } = useText();
  const words = m.planFile;
  const file = useSignal<PlanFile | null>(null);
  const width = useSignal(floor ? formatSize(floor).width : '');
  const fitted = useComputed(() =>
    file.value?.ok ? planOfDrawing(file.value.drawing, parseMetres(width.value)) : null,
  );
  useSignalEffect(() => {
    preview.value = fitted.value?.ok ? fitted.value.plan : null;
  });
  useEffect(() => () => void (preview.value = null), [preview]);
  const take = async (chosen: File): Promise<void> => {
    // What is too long by its size alone is not read into memory.
    file.value =
      chosen.size > MAX_PLAN_FILE_LENGTH * 4
        ? { ok: false, reason: 'too-long' }
        : readSvgPlan(await chosen.text());
  };
  const { tried, problem, submit } = useSubmit(
    () => (fitted.value?.ok ? site.setFloorPlan(fitted.value.plan) : null),
    close,
  );
  const fit = fitted.value;
  const isTold = fit && !fit.ok && (tried || width.value.trim() !== '');
  return (
    <Form title={words.title} submitLabel={words.save} submit={submit} cancel={close} problem={problem}>
      <p class={layout.prose}>{words.intro}</p>
      <FileDrop label={words.choose} accept=".svg,image/svg+xml" take={(chosen) => void take(chosen)} />
      {file.value?.ok === false && <p role="alert">{words.refused(words.refusals[file.value.reason])}</p>}
      {file.value === null && tried && <p role="alert">{words.choose}</p>}
      {file.value?.ok && (
        <>
          <Found drawing={file.value.drawing} />
          <TextField
            width="narrow"
            label={words.width}
            hint={words.widthHint}
            value={width.value}
            onInput={(value) => (width.value = value)}
            error={isTold ? words.fits[fit.problem] : null}
          />
          {fit?.ok && <Fits plan={fit.plan} replaces={floor !== null} />}
        </>
      )}
    </Form>
  );
}

/** What was found in the file, and what was left out of it. */
function Found({ drawing }: { readonly drawing: PlanDrawing }): JSX.Element {
  const { m, f } = useText();
  const words = m.planFile;
  return (
    <div role="status">
      <p>{words.found(f.integer(drawing.outlines.length))}</p>
      {drawing.leftOut.size > 0 && (
        <>
          <p>{words.leftOutTitle}</p>
          <ul class={styles.leftOut}>
            {LEFT_OUT.filter((kind) => drawing.leftOut.has(kind)).map((kind) => (
              <li key={kind}>
                {words.leftOutItem(words.leftOut[kind], f.integer(drawing.leftOut.get(kind) ?? 0))}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Fits({ plan, replaces }: { readonly plan: FloorPlan; readonly replaces: boolean }): JSX.Element {
  const { m, f } = useText();
  return (
    <p class={layout.prose} role="status">
      {m.planFile.size(f.decimal(plan.widthM), f.decimal(plan.depthM))} {replaces && m.planFile.replaces}
    </p>
  );
}
