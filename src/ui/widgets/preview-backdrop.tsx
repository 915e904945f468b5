import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PreviewCanvas } from '../../contracts/ports.ts';
import { useApp, useText } from '../app-context.ts';
import styles from './preview-backdrop.module.css';

/**
 * The set-up picture of a camera while it is open, nothing once it has ended. The canvas is handed to the vision worker before anything is in it: the page shows it and does not read it.
 */
export function PreviewBackdrop({
  camera,
  name,
  over = false,
}: {
  readonly camera: number;
  readonly name: string;
  /** Over all of its parent, at the parent's aspect; else as wide as it and at 16:9. */
  readonly over?: boolean;
}): JSX.Element | null {
  const { preview } = useApp();
  const state = preview.state.value;
  const isOpen = (state.kind === 'live' || state.kind === 'still') && state.camera === camera;
  return isOpen ? <Canvas camera={camera} name={name} over={over} /> : null;
}

function Canvas({
  camera,
  name,
  over,
}: {
  readonly camera: number;
  readonly name: string;
  readonly over: boolean;
}): JSX.Element {
  const { preview } = useApp();
  const { m } = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const drawn = canvas.current?.transferControlToOffscreen();
    if (drawn) void preview.attach(camera, drawn as unknown as PreviewCanvas);
    return () => void preview.close(); // the view is left: the picture ends
  }, [camera, preview]);
  return (
    <canvas
      ref={canvas}
      class={styles.canvas}
      data-over={over}
      role="img"
      aria-label={m.preview.label(name)}
    />
  );
}
