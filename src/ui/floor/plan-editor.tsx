import { useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isFull, type ShapeForm } from '../../core/drawing/draft-shape.ts';
import { drawingOfPlan, drawnFloorZones, drawnPlan } from '../../core/drawing/plan-drawing.ts';
import { planSheet } from '../../core/drawing/sheet.ts';
import type { Camera, Site } from '../../core/site/site.ts';
import { createDrawingStore, type DrawingStore, type ShapeTemplate } from '../../state/drawing-store.ts';
import { formatSize, parseSize, type PlanSize } from '../../state/floor-input.ts';
import { useApp, useText } from '../app-context.ts';
import { DrawingEditor } from '../drawing/drawing-editor.tsx';
import { DrawingStage } from '../drawing/drawing-stage.tsx';
import { DrawingToolbar } from '../drawing/drawing-toolbar.tsx';
import { Button } from '../widgets/button.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { PlanBackdrop } from './plan-backdrop.tsx';
import { PlanPanel, SizeFields } from './plan-panel.tsx';
import styles from '../drawing/scene-editor.module.css';

/** With what the editor opens: as it is, with a new zone, or with the zone of an id. */
export type PlanStart =
  { readonly kind: 'look' | 'add-zone' } | { readonly kind: 'zone'; readonly id: number };

/** A shop of which nothing is known yet. */
const FIRST_SIZE: PlanSize = { widthM: 10, depthM: 8 };
/** Steps of the grid, metres; 0: nothing snaps. */
const GRIDS = [0.1, 0.5, 0] as const;
const NEW = { name: '', kind: null, owner: null, from: null, isNewSeries: false } as const;

/** The plan and the zones on it, drawn by mouse, finger, keyboard or numbers, and saved as one change. */
export function PlanEditor({
  site,
  start,
  close,
}: {
  readonly site: Site;
  readonly start: PlanStart;
  readonly close: () => void;
}): JSX.Element {
  const { site: settings } = useApp();
  const { m } = useText();
  const owners = site.cameras.filter(({ calibration }) => calibration !== null);
  const [{ before, size: firstSize, store }] = useState(() => openPlan(site, owners, start));
  const sizeText = useSignal(formatSize(firstSize));
  useSignalEffect(() => {
    const read = parseSize(sizeText.value);
    if (read.ok) store.resize(planSheet(read.size));
  });
  const size: PlanSize = { widthM: store.sheet.width, depthM: store.sheet.height };
  return (
    <DrawingEditor
      store={store}
      label={site.floor ? m.floor.editPlan : m.floor.addPlan}
      hint={m.floor.drawHint}
      toolbar={<PlanToolbar store={store} owners={owners} />}
      stage={
        <>
          <DrawingStage store={store} label={m.floor.planStage}>
            <PlanBackdrop size={size} site={site} />
          </DrawingStage>
          <p class={styles.keys}>{m.floor.planKeys}</p>
        </>
      }
      panel={(state) => (
        <>
          <SizeFields text={sizeText} />
          <PlanPanel store={store} size={size} owners={owners} before={before} {...state} />
        </>
      )}
      isBlocked={() => !parseSize(sizeText.value).ok}
      save={() => {
        const drawing = store.drawing.value;
        return settings.setDrawnFloor(drawnPlan(drawing, size), drawnFloorZones(drawing, before));
      }}
      close={close}
    />
  );
}

function openPlan({ floor, floorZones }: Site, owners: readonly Camera[], start: PlanStart) {
  const size = floor ?? sizeAround(floorZones.flatMap(({ polygon }) => polygon));
  const store = createDrawingStore(drawingOfPlan(floor, floorZones), planSheet(size));
  store.grid.value = GRIDS[0];
  if (start.kind === 'add-zone') store.begin(zoneTemplate(owners));
  if (start.kind === 'zone') {
    const shape = store.drawing.value.shapes.find(({ from }) => from === start.id);
    store.select(shape ? { key: shape.key, index: null } : null);
  }
  return { before: floorZones, size, store };
}

/** Zones may be there before the plan is. */
function sizeAround(corners: readonly { readonly x: number; readonly y: number }[]): PlanSize {
  return {
    widthM: Math.max(FIRST_SIZE.widthM, ...corners.map(({ x }) => Math.ceil(x))),
    depthM: Math.max(FIRST_SIZE.depthM, ...corners.map(({ y }) => Math.ceil(y))),
  };
}

function zoneTemplate(owners: readonly Camera[]): ShapeTemplate<'floor'> {
  return { ...NEW, form: 'zone', kind: 'area', owner: owners[0]?.id ?? null };
}

function PlanToolbar({
  store,
  owners,
}: {
  readonly store: DrawingStore<'floor'>;
  readonly owners: readonly Camera[];
}): JSX.Element {
  const { m, f } = useText();
  const isAllTaken = (form: ShapeForm): boolean => isFull(store.drawing.value, form);
  return (
    <DrawingToolbar
      store={store}
      snapping={
        <Segmented
          legend={m.floor.grids}
          options={GRIDS.map((grid) => ({
            value: grid,
            label: grid === 0 ? m.floor.gridNone : m.drawing.lengthM(f.decimal(grid)),
          }))}
          value={store.grid.value}
          onChange={(grid) => {
            store.grid.value = grid;
            store.snaps.value = grid > 0;
          }}
        />
      }
    >
      <Button disabled={isAllTaken('fixture')} onClick={() => store.begin({ ...NEW, form: 'fixture' })}>
        {m.floor.addFixture}
      </Button>
      <Button disabled={isAllTaken('wall')} onClick={() => store.begin({ ...NEW, form: 'wall' })}>
        {m.floor.addWall}
      </Button>
      {owners.length > 0 && (
        <Button disabled={isAllTaken('zone')} onClick={() => store.begin(zoneTemplate(owners))}>
          {m.cameras.addZone}
        </Button>
      )}
    </DrawingToolbar>
  );
}
