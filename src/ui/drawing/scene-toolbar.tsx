import type { JSX } from 'preact';
import { cornersOf, isFull, type ShapeForm } from '../../core/drawing/draft-shape.ts';
import type { DrawingStore, ShapeTemplate } from '../../state/drawing-store.ts';
import { useText } from '../app-context.ts';
import { Button } from '../widgets/button.tsx';
import { Switch } from '../widgets/switch.tsx';
import { DrawingToolbar } from './drawing-toolbar.tsx';

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

/** What can be added to a camera's drawing, and the way back. */
export function SceneToolbar({ store }: { readonly store: DrawingStore<'image'> }): JSX.Element {
  const { m } = useText();
  const isAllTaken = (form: ShapeForm): boolean => isFull(store.drawing.value, form);
  return (
    <DrawingToolbar
      store={store}
      snapping={
        <Switch
          label={m.drawing.snaps}
          checked={store.snaps.value}
          onChange={(on) => (store.snaps.value = on)}
        />
      }
    >
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
    </DrawingToolbar>
  );
}
