import type { ComponentChildren, JSX } from 'preact';
import type { DrawingStore } from '../../state/drawing-store.ts';
import { useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';

/** What can be added to a drawing and the way back; while something is drawn, how that ends. */
export function DrawingToolbar<S extends string>({
  store,
  children,
  snapping,
}: {
  readonly store: DrawingStore<S>;
  /** What can be added. */
  readonly children: ComponentChildren;
  /** How points snap. */
  readonly snapping: ComponentChildren;
}): JSX.Element {
  const { m } = useText();
  return (
    <div class={layout.row}>
      {store.making.value ? (
        <>
          <Button onClick={() => store.finish()}>{m.drawing.finish}</Button>
          <Button kind="quiet" onClick={() => store.cancel()}>
            {m.drawing.stop}
          </Button>
        </>
      ) : (
        <>
          {children}
          <Button kind="quiet" disabled={!store.canUndo.value} onClick={() => store.undo()}>
            {m.drawing.undo}
          </Button>
          <Button kind="quiet" disabled={!store.canRedo.value} onClick={() => store.redo()}>
            {m.drawing.redo}
          </Button>
        </>
      )}
      {snapping}
    </div>
  );
}
