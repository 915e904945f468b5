import type { JSX } from 'preact';
import {
  BACKENDS,
  LANGUAGES,
  THEMES,
  type BackendChoice,
  type Language,
  type Theme,
} from '../../../state/preferences-store.ts';
import { useApp, useText } from '../../app-context.ts';
import { messagesOf } from '../../i18n/messages.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { Segmented } from '../../widgets/segmented.tsx';
import styles from './settings-view.module.css';

/** Language, appearance and backend: carried by the address, never stored. */
export function ScreenSettings(): JSX.Element {
  const { preferences, router, cameraSetup, counting } = useApp();
  const { m } = useText();
  const backend = preferences.backend.value;
  const engine = counting.engine.value;
  return (
    <section class={styles.screen} aria-label={m.settings.screen}>
      <h2 class={layout.heading}>{m.settings.screen}</h2>
      <p class={layout.prose}>{m.settings.screenHint}</p>
      <Segmented<Language>
        legend={m.settings.language}
        options={LANGUAGES.map((value) => ({ value, label: messagesOf(value).language }))}
        value={preferences.language.value}
        onChange={(language) => {
          preferences.set({ language });
          router.setParameters({ lang: language });
        }}
      />
      <Segmented<Theme>
        legend={m.settings.theme}
        options={THEMES.map((value) => ({ value, label: m.settings.themes[value] }))}
        value={preferences.theme.value}
        onChange={(theme) => {
          preferences.set({ theme });
          router.setParameters({ theme: theme === 'system' ? null : theme });
        }}
      />
      <Segmented<BackendChoice>
        legend={m.settings.backend}
        options={BACKENDS.map((value) => ({ value, label: m.settings.backends[value] }))}
        value={backend}
        onChange={(chosen) => {
          preferences.set({ backend: chosen });
          router.setParameters({ backend: chosen === 'auto' ? null : chosen });
        }}
      />
      <div class={layout.row}>
        <p class={layout.prose}>
          {engine && m.settings.backendNow(m.live.backend[engine.backend])} {m.settings.backendHint}
        </p>
        <Button onClick={() => cameraSetup.reload()}>{m.settings.reload}</Button>
      </div>
    </section>
  );
}
