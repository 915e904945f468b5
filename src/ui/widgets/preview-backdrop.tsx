import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PreviewCanvas } from '../../contracts/ports.ts';
import { useApp, useText } from '../app-context.ts';
import styles from './preview-backdrop.module.css';

/**
 * The set-up picture of a camera while it is open, filling its parent; nothing else, and nothing once it has ended. The
 * canvas is handed to the vision worker before anything is in it: the page shows it and does not read it.
 */
export function PreviewBackdrop({
  camera,
  name,
}: {
  readonly camera: number;
  readonly name: string;
}): JSX.Element | null {
  const { preview } = useApp();
  const state = preview.state.value;
  const isOpen = (state.kind === 'live' || state.kind === 'still') && state.camera === camera;
  return isOpen ? <Canvas camera={camera} name={name} /> : null;
}

function Canvas({ camera, name }: { readonly camera: number; readonly name: string }): JSX.Element {
  const { preview } = useApp();
  const { m } = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const drawn = canvas.current?.transferControlToOffscreen();
    if (drawn) void preview.attach(camera, drawn as unknown as PreviewCanvas);
    return () => void preview.close(); // the view is left: the picture ends
  }, [camera, preview]);
  return <canvas ref={canvas} class={styles.canvas} role="img" aria-label={m.preview.label(name)} />;
}
