import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import { Button } from '../../widgets/button.tsx';

/**
 * Goes to the large view, in full screen where the browser lets it. The view comes first: it notices when full screen
 * ends, and full screen that comes after the view was left is ended again.
 */
export function KioskButton(): JSX.Element {
  const { router } = useApp();
  const { m } = useText();
  const open = async (): Promise<void> => {
    router.setParameters({ kiosk: '1' });
    try {
      await document.documentElement.requestFullscreen();
    } catch {
      return; // Without full screen it fills the window.
    }
    const isLeft = !router.parameters.value.has('kiosk');
    if (isLeft && document.fullscreenElement) await document.exitFullscreen();
  };
  return (
    <Button kind="quiet" onClick={() => void open()}>
      {m.kiosk.open}
    </Button>
  );
}
