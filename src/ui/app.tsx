import { useComputed, useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { statedPreferences } from '../state/preferences-store.ts';
import { AppContext, type AppContextValue, type KazoeApp } from './app-context.ts';
import { createFormat } from './i18n/format.ts';
import { messagesOf } from './i18n/messages.ts';
import { createRouter, type View } from './router.ts';
import './styles/tokens.css';
import './styles/base.css';
import styles from './app.module.css';
import { KioskFrame } from './views/kiosk/kiosk-frame.tsx';
import { LiveView } from './views/live/live-view.tsx';
import { AlertBar } from './widgets/alert-bar.tsx';
import { Claim } from './widgets/claim.tsx';
import { lazyView } from './widgets/lazy-view.tsx';
import { Masthead } from './widgets/masthead.tsx';
import { NoticeList } from './widgets/notice-list.tsx';
import { PinDialog } from './widgets/pin-dialog.tsx';
import { UpdateBar } from './widgets/update-bar.tsx';

/** The first view is there with the page; the others are fetched when they are opened. */
const VIEW_OF: Readonly<Record<View, () => JSX.Element>> = {
  live: LiveView,
  history: lazyView(() => import('./views/history/history-view.tsx').then((file) => file.HistoryView)),
  cameras: lazyView(() => import('./views/cameras/cameras-view.tsx').then((file) => file.CamerasView)),
  accuracy: lazyView(() => import('./views/accuracy/accuracy-view.tsx').then((file) => file.AccuracyView)),
  privacy: lazyView(() => import('./views/privacy/privacy-view.tsx').then((file) => file.PrivacyView)),
  settings: lazyView(() => import('./views/settings/settings-view.tsx').then((file) => file.SettingsView)),
  setup: lazyView(() => import('./views/setup/setup-view.tsx').then((file) => file.SetupView)),
};
const KioskView = lazyView(() => import('./views/kiosk/kiosk-view.tsx').then((file) => file.KioskView));

/** The whole page. Needs only its stores; the address of `window` says which view. */
export function App({ app }: { readonly app: KazoeApp }): JSX.Element {
  const [router] = useState(() => createRouter(window));
  useEffect(() => () => router.close(), [router]);
  const messages = useComputed(() => messagesOf(app.preferences.language.value));
  const format = useComputed(() =>
    createFormat(app.preferences.language.value, app.counting.site.value.store.timeZone),
  );
  const value: AppContextValue = { ...app, messages, format, router };
  const main = useRef<HTMLElement>(null);
  useSignalEffect(() => app.preferences.set(statedPreferences(router.parameters.value)));
  useSignalEffect(() => {
    const { language, theme } = app.preferences;
    document.documentElement.lang = language.value;
    if (theme.value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme.value;
    document.title = `${messages.value.nav[router.view.value]} – ${messages.value.product}`;
  });
  useAccess(app);
  const CurrentView = VIEW_OF[router.view.value];
  if (router.view.value === 'live' && router.parameters.value.get('kiosk') === '1') {
    return (
      <AppContext.Provider value={value}>
        <KioskFrame>
          <AlertBar />
          <KioskView />
        </KioskFrame>
      </AppContext.Provider>
    );
  }
  return (
    <AppContext.Provider value={value}>
      <button type="button" class={styles.skip} onClick={() => main.current?.focus()}>
        {messages.value.nav.skip}
      </button>
      <Masthead />
      <main ref={main} tabIndex={-1} class={styles.main}>
        <AlertBar />
        <UpdateBar />
        <NoticeList />
        <CurrentView />
      </main>
      <PinDialog />
      <footer class={styles.footer}>
        <Claim />
      </footer>
    </AppContext.Provider>
  );
}

/** PINs are read as soon as the archive is open; whoever touches the page uses it. */
function useAccess({ access, counting, update }: KazoeApp): void {
  useSignalEffect(() => {
    if (counting.state.value.kind !== 'starting' && access.hasPin.peek() === null) void access.load();
  });
  useEffect(() => {
    const touch = (): void => {
      access.touch();
      update.touch();
    };
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, touch, { capture: true });
    return () => {
      for (const kind of ['pointerdown', 'keydown']) removeEventListener(kind, touch, { capture: true });
    };
  }, [access, update]);
}
