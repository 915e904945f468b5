import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Camera } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import { Form } from '../../widgets/form.tsx';
import { TextField } from '../../widgets/text-field.tsx';
import { useSubmit } from '../../widgets/use-submit.ts';
import { nameError } from '../../widgets/name-error.ts';

/** A new name for a camera; its history goes on under it. */
export function RenameForm({
  camera,
  close,
}: {
  readonly camera: Camera;
  readonly close: () => void;
}): JSX.Element {
  const { site } = useApp();
  const { m } = useText();
  const name = useSignal(camera.name);
  const error = nameError(name.value, m);
  const { problem, submit } = useSubmit(
    () => (error ? null : site.renameCamera(camera.id, name.value.trim())),
    close,
  );
  return (
    <Form
      title={m.cameras.rename}
      submitLabel={m.cameras.save}
      submit={submit}
      cancel={close}
      problem={problem}
    >
      <TextField
        label={m.cameras.name}
        value={name.value}
        onInput={(value) => (name.value = value)}
        error={error}
      />
    </Form>
  );
}
