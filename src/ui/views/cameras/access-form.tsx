import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Camera } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import { Form } from '../../widgets/form.tsx';
import { useSubmit } from '../../widgets/use-submit.ts';
import { AccessFields, credentialOf, NO_ACCESS, type AccessDraft } from '../../add-camera/access-fields.tsx';

/** New access data for a camera. What is stored is never shown. */
export function AccessForm({
  camera,
  close,
}: {
  readonly camera: Camera;
  readonly close: () => void;
}): JSX.Element {
  const { site, counting } = useApp();
  const { m } = useText();
  const draft = useSignal<AccessDraft>({ ...NO_ACCESS, kind: 'basic' });
  const { problem, submit } = useSubmit(
    () => site.setCredential(camera.id, credentialOf(draft.value)),
    () => {
      close();
      counting.retryCamera(camera.id);
    },
  );
  return (
    <Form
      title={m.cameras.setAccess}
      submitLabel={m.cameras.save}
      submit={submit}
      cancel={close}
      problem={problem}
    >
      <AccessFields draft={draft} />
    </Form>
  );
}
