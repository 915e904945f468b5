import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import styles from './kiosk-frame.module.css';

/** Fills the window with the large view, and leaves it with Esc: before anything is painted, and while it is fetched. */
export function KioskFrame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { router } = useApp();
  useLayoutEffect(() => watchLeaving(() => router.setParameters({ kiosk: null })), [router]);
  return <main class={styles.frame}>{children}</main>;
}

/** Esc leaves. In full screen the browser may take the key and end the full screen: that is leaving too. */
function watchLeaving(leave: () => void): () => void {
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape') return;
    leave();
    if (document.fullscreenElement) void document.exitFullscreen();
  };
  const onScreen = (): void => {
    if (!document.fullscreenElement) leave();
  };
  addEventListener('keydown', onKey);
  document.addEventListener('fullscreenchange', onScreen);
  return () => {
    removeEventListener('keydown', onKey);
    document.removeEventListener('fullscreenchange', onScreen);
  };
}
