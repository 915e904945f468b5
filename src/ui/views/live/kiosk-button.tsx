import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import { Button } from '../../widgets/button.tsx';

/** Goes to the large view, in full screen where the browser lets it. */
export function KioskButton(): JSX.Element {
  const { router } = useApp();
  const { m } = useText();
  const open = async (): Promise<void> => {
    try {
      await document.documentElement.requestFullscreen();
    } catch {
      // Without full screen it fills the window.
    }
    router.setParameters({ kiosk: '1' });
  };
  return (
    <Button kind="quiet" onClick={() => void open()}>
      {m.kiosk.open}
    </Button>
  );
}
