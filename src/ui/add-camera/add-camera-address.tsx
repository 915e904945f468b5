import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { gatewayUrl, readGatewayAddress, type GatewayKind } from '../../core/camera-check/gateway-address.ts';
import { useText } from '../app-context.ts';
import { Segmented } from '../widgets/segmented.tsx';
import { TextField } from '../widgets/text-field.tsx';
import { GATEWAY_NAMES } from './add-camera-gateways.ts';

const KINDS: readonly GatewayKind[] = ['other', 'mediamtx', 'go2rtc', 'janus'];

/** The address of a stream: pasted, or made of the gateway, its PC and the camera's name there. */
export function AddCameraAddress({
  url,
  onUrl,
  tried,
}: {
  readonly url: string;
  readonly onUrl: (url: string) => void;
  /** The form was sent: what is missing is told. */
  readonly tried: boolean;
}): JSX.Element {
  const { m } = useText();
  const kind = useSignal<GatewayKind>('other');
  const place = useSignal({ host: '', stream: '' });
  const choose = (chosen: GatewayKind, host: string, stream: string): void => {
    kind.value = chosen;
    place.value = { host, stream };
    if (chosen === 'other') return;
    const made = gatewayUrl(chosen, { host, stream });
    if (made.ok) onUrl(made.value);
  };
  const { host, stream } = place.value;
  return (
    <>
      <Segmented<GatewayKind>
        legend={m.addCamera.gateway}
        options={KINDS.map((value) => ({
          value,
          label: value === 'other' ? m.addCamera.address : GATEWAY_NAMES[value],
        }))}
        value={kind.value}
        onChange={(chosen) => choose(chosen, host, stream)}
      />
      {kind.value !== 'other' && (
        <>
          <TextField
            label={m.addCamera.host}
            hint={m.addCamera.hostHint}
            value={host}
            onInput={(value) => choose(kind.value, value, stream)}
          />
          <TextField
            label={m.addCamera.stream}
            hint={m.addCamera.streamHint}
            value={stream}
            onInput={(value) => choose(kind.value, host, value)}
          />
        </>
      )}
      <TextField
        type="url"
        label={m.cameras.url}
        hint={m.cameras.urlHint}
        value={url}
        onInput={onUrl}
        error={addressError(url, tried, { rtsp: m.addCamera.rtsp, invalid: m.cameras.urlInvalid })}
      />
    </>
  );
}

/** A camera's own address is told apart at once: whoever pastes it has not heard of gateways yet. */
function addressError(
  url: string,
  tried: boolean,
  words: { readonly rtsp: string; readonly invalid: string },
): string | null {
  const read = readGatewayAddress(url);
  if (read.ok) return null;
  if (read.problem.detail?.['reason'] === 'rtsp') return words.rtsp;
  return tried ? words.invalid : null;
}
