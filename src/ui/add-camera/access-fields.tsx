import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Credential } from '../../contracts/archive.ts';
import { useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Segmented } from '../widgets/segmented.tsx';
import { TextField } from '../widgets/text-field.tsx';

/** Access data while it is typed. */
export interface AccessDraft {
  readonly kind: 'none' | 'basic' | 'bearer';
  readonly user: string;
  readonly password: string;
  readonly token: string;
}

export const NO_ACCESS: AccessDraft = { kind: 'none', user: '', password: '', token: '' };

/** The credential that a draft makes; null: none is wanted. */
export function credentialOf(draft: AccessDraft): Credential | null {
  switch (draft.kind) {
    case 'none':
      return null;
    case 'basic':
      return { kind: 'basic', user: draft.user, password: draft.password };
    case 'bearer':
      return { kind: 'bearer', token: draft.token };
  }
}

/** None, user name and password, or a token. */
export function AccessFields({ draft }: { readonly draft: Signal<AccessDraft> }): JSX.Element {
  const { m } = useText();
  const set = (change: Partial<AccessDraft>): void => {
    draft.value = { ...draft.value, ...change };
  };
  const { kind, user, password, token } = draft.value;
  return (
    <>
      <Segmented<AccessDraft['kind']>
        legend={m.cameras.access}
        options={[
          { value: 'none', label: m.cameras.accessNone },
          { value: 'basic', label: m.cameras.accessBasic },
          { value: 'bearer', label: m.cameras.accessBearer },
        ]}
        value={kind}
        onChange={(chosen) => set({ kind: chosen })}
      />
      {kind === 'basic' && (
        <>
          <TextField label={m.cameras.user} value={user} onInput={(value) => set({ user: value })} />
          <TextField
            label={m.cameras.password}
            type="password"
            autocomplete="new-password"
            value={password}
            onInput={(value) => set({ password: value })}
          />
        </>
      )}
      {kind === 'bearer' && (
        <TextField
          label={m.cameras.token}
          type="password"
          autocomplete="new-password"
          value={token}
          onInput={(value) => set({ token: value })}
        />
      )}
      {kind !== 'none' && <p class={layout.prose}>{m.cameras.accessHint}</p>}
    </>
  );
}
