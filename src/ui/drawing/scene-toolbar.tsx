import type { JSX } from 'preact';
import { cornersOf, isFull, type ShapeForm } from '../../core/drawing/draft-shape.ts';
import type { DrawingStore, ShapeTemplate } from '../../state/drawing-store.ts';
import { useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';
import { Switch } from '../widgets/switch.tsx';

const NEW = { name: '', owner: null, from: null, isNewSeries: false } as const;

/** What a new line, zone or mask begins as. */
export const TEMPLATES: Readonly<Record<'line' | 'zone' | 'mask', ShapeTemplate<'image'>>> = {
  line: { ...NEW, form: 'line', kind: 'entrance' },
  zone: { ...NEW, form: 'zone', kind: 'area' },
  mask: { ...NEW, form: 'mask', kind: null },
};

/** Selects the detection range; where there is none it is the whole picture, to be drawn smaller. */
export function editRegion(store: DrawingStore<'image'>): void {
  const region = store.drawing.value.shapes.find(({ form }) => form === 'region');
  const points = cornersOf<'image'>({ left: 0, top: 0, right: 1, bottom: 1 });
  if (region) store.select({ key: region.key, index: null });
  else store.add({ ...NEW, form: 'region', kind: null, points, inward: null });
}

/** What can be added to a drawing, and the way back. */
export function SceneToolbar({ store }: { readonly store: DrawingStore<'image'> }): JSX.Element {
  const { m } = useText();
  if (store.making.value) return <MakingToolbar store={store} />;
  const isAllTaken = (form: ShapeForm): boolean => isFull(store.drawing.value, form);
  return (
    <div class={layout.row}>
      <Button disabled={isAllTaken('line')} onClick={() => store.begin(TEMPLATES.line)}>
        {m.cameras.addLine}
      </Button>
      <Button disabled={isAllTaken('zone')} onClick={() => store.begin(TEMPLATES.zone)}>
        {m.cameras.addZone}
      </Button>
      <Button disabled={isAllTaken('mask')} onClick={() => store.begin(TEMPLATES.mask)}>
        {m.drawing.addMask}
      </Button>
      <Button onClick={() => editRegion(store)}>{m.cameras.region}</Button>
      <Button kind="quiet" disabled={!store.canUndo.value} onClick={() => store.undo()}>
        {m.drawing.undo}
      </Button>
      <Button kind="quiet" disabled={!store.canRedo.value} onClick={() => store.redo()}>
        {m.drawing.redo}
      </Button>
      <Switch
        label={m.drawing.snaps}
        checked={store.snaps.value}
        onChange={(on) => (store.snaps.value = on)}
      />
    </div>
  );
}

function MakingToolbar({ store }: { readonly store: DrawingStore<'image'> }): JSX.Element {
  const { m } = useText();
  return (
    <div class={layout.row}>
      <Button onClick={() => store.finish()}>{m.drawing.finish}</Button>
      <Button kind="quiet" onClick={() => store.cancel()}>
        {m.drawing.stop}
      </Button>
      <Switch
        label={m.drawing.snaps}
        checked={store.snaps.value}
        onChange={(on) => (store.snaps.value = on)}
      />
    </div>
  );
}
