import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { AlertsForm } from './alerts-form.tsx';
import { AccessSection } from './access-section.tsx';
import { SampleSection } from './sample-section.tsx';
import { CalendarForm } from './calendar-form.tsx';
import { ScreenSettings } from './screen-settings.tsx';
import { StoreForm } from '../../widgets/store-form.tsx';
import styles from './settings-view.module.css';

/** 設定: the store, and how this screen shows it. */
export function SettingsView(): JSX.Element {
  const { counting, site } = useApp();
  const { m } = useText();
  return (
    <>
      <h1 class={layout.title}>{m.settings.title}</h1>
      <div class={styles.columns}>
        <section aria-label={m.settings.store}>
          {counting.state.value.kind === 'elsewhere' ? (
            <p class={layout.prose}>{m.cameras.elsewhere}</p>
          ) : (
            <>
              <StoreForm store={site.site.value.store} />
              <AlertsForm saved={site.site.value} />
            </>
          )}
        </section>
        <div>
          <ScreenSettings />
          {counting.state.value.kind !== 'elsewhere' && <CalendarForm saved={site.site.value} />}
        </div>
      </div>
      <SampleSection />
      <AccessSection />
    </>
  );
}
