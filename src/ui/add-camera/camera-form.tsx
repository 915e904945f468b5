import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { UsbDevice } from '../../contracts/ports.ts';
import { readGatewayAddress } from '../../core/camera-check/gateway-address.ts';
import type { Problem } from '../../core/result.ts';
import type { Camera } from '../../core/site/site.ts';
import type { CameraToCheck } from '../../state/camera-check.ts';
import { useApp, useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';
import { Form } from '../widgets/form.tsx';
import { ProblemSentences } from '../widgets/problem-sentences.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { SelectField, TextField } from '../widgets/text-field.tsx';
import { useSubmit } from '../widgets/use-submit.ts';
import { AccessFields, credentialOf, NO_ACCESS, type AccessDraft } from './access-fields.tsx';
import { AddCameraAddress } from './add-camera-address.tsx';
import { CameraCheckPanel } from './add-camera-check.tsx';
import { nameError } from '../widgets/name-error.ts';

interface Draft {
  readonly name: string;
  readonly kind: 'usb' | 'whep';
  readonly deviceId: string;
  readonly url: string;
}

/**
 * A camera of the shop: by cable, or through a gateway. It can be tried before it is saved. With `camera`, the connection
 * of one that exists: its name, what it counts and its history stay.
 */
export function CameraForm({
  camera,
  close,
  level = 3,
}: {
  readonly camera?: Camera;
  readonly close: () => void;
  /** Of the heading: one below what stands above the form. */
  readonly level?: 2 | 3;
}): JSX.Element {
  const { site } = useApp();
  const { m } = useText();
  const draft = useSignal<Draft>(draftOf(camera));
  const access = useSignal<AccessDraft>(NO_ACCESS);
  const checking = useSignal(false);
  const set = (change: Partial<Draft>): void => {
    draft.value = { ...draft.value, ...change };
  };
  const { kind } = draft.value;
  const source = sourceOf(draft.value);
  const credential = kind === 'whep' ? credentialOf(access.value) : null;
  const nameProblem = nameError(draft.value.name, m);
  const { tried, problem, submit } = useSubmit(() => {
    if (!source || nameProblem) return null;
    const name = draft.value.name.trim();
    return camera
      ? site.setConnection(camera.id, source, credential)
      : site.addCamera({ name, source, credential });
  }, close);
  return (
    <Form
      title={camera ? m.cameras.setConnection : m.cameras.add}
      submitLabel={m.cameras.save}
      submit={submit}
      cancel={close}
      problem={problem}
      level={level}
    >
      <Segmented<Draft['kind']>
        legend={m.cameras.kind}
        options={[
          { value: 'usb', label: m.cameras.usb },
          { value: 'whep', label: m.cameras.whep },
        ]}
        value={kind}
        onChange={(chosen) => set({ kind: chosen })}
      />
      {camera ? (
        <p class={layout.prose}>{m.cameras.setConnectionHint}</p>
      ) : (
        <TextField
          label={m.cameras.name}
          hint={m.cameras.nameHint}
          value={draft.value.name}
          onInput={(name) => set({ name })}
          error={tried ? nameProblem : null}
        />
      )}
      {kind === 'usb' ? (
        <UsbFields draft={draft} missing={tried && !source} />
      ) : (
        <>
          <AddCameraAddress url={draft.value.url} onUrl={(url) => set({ url })} tried={tried} />
          <AccessFields draft={access} />
        </>
      )}
      {checking.value ? (
        <CameraCheckPanel
          camera={{ kind, source, access: credential }}
          close={() => (checking.value = false)}
        />
      ) : (
        <div class={layout.row}>
          <Button onClick={() => (checking.value = true)}>{m.addCamera.check}</Button>
        </div>
      )}
    </Form>
  );
}

function UsbFields({
  draft,
  missing,
}: {
  readonly draft: Signal<Draft>;
  readonly missing: boolean;
}): JSX.Element {
  const { cameraSetup } = useApp();
  const { m } = useText();
  const devices = useSignal<readonly UsbDevice[] | null>(null);
  const problem = useSignal<Problem | null>(null);
  const find = async (): Promise<void> => {
    const found = await cameraSetup.findUsb();
    problem.value = found.ok ? null : found.problem;
    devices.value = found.ok ? found.value : null;
    const [first] = devices.value ?? [];
    if (first) draft.value = { ...draft.value, deviceId: first.deviceId };
  };
  return (
    <>
      <div class={layout.row}>
        <Button onClick={() => void find()}>{m.cameras.findUsb}</Button>
        <p class={layout.prose}>{m.cameras.findUsbHint}</p>
      </div>
      {problem.value && <ProblemSentences problem={problem.value} />}
      {devices.value?.length === 0 && <p role="status">{m.cameras.usbNone}</p>}
      {devices.value !== null && devices.value.length > 0 && (
        <SelectField
          label={m.cameras.device}
          value={draft.value.deviceId}
          options={devices.value.map(({ deviceId, label }, index) => ({
            value: deviceId,
            label: label || m.cameras.deviceUnnamed(index + 1),
          }))}
          onChange={(deviceId) => (draft.value = { ...draft.value, deviceId })}
        />
      )}
      {missing && <p role="alert">{m.cameras.usbMissing}</p>}
    </>
  );
}

/** Empty but for what is known of a camera that exists; devices are looked for anew. */
function draftOf(camera: Camera | undefined): Draft {
  const url = camera?.source.kind === 'whep' ? camera.source.url : '';
  return { name: camera?.name ?? '', kind: url === '' ? 'usb' : 'whep', deviceId: '', url };
}

function sourceOf({ kind, deviceId, url }: Draft): CameraToCheck['source'] {
  if (kind === 'usb') return deviceId === '' ? null : { kind, deviceId };
  const read = readGatewayAddress(url);
  return read.ok ? { kind, url: read.value.url } : null;
}
