import type { HeatTally } from '../../src/contracts/tally.ts';
import type { CameraSetup, TriedShape } from '../../src/contracts/vision.ts';
import { toScene } from '../../src/core/geometry/point.ts';
import type { ImagePoint, ScenePoint } from '../../src/core/geometry/point.ts';
import type { CountingEvent } from '../../src/core/counting/counting-event.ts';
import { createHeatCounter } from '../../src/core/counting/heat-counter.ts';
import type { HeatCounter } from '../../src/core/counting/heat-counter.ts';
import { cameraHeatGrid } from '../../src/core/counting/heat-grid.ts';
import type { HeatGrid } from '../../src/core/counting/heat-grid.ts';
import { sceneOf } from '../../src/core/counting/scene-from-site.ts';
import { createSceneCounter } from '../../src/core/counting/scene-counter.ts';
import type { SceneCounter } from '../../src/core/counting/scene-counter.ts';
import { judgeLine } from '../../src/core/placement/judge-line.ts';
import type { LineJudgement } from '../../src/core/placement/judge-line.ts';
import { createPlacementWatch } from '../../src/core/placement/placement-watch.ts';
import type { Trail } from '../../src/core/placement/trail.ts';
import { tryLine, tryZone } from '../../src/core/placement/try-shape.ts';
import type { ShapeTrial } from '../../src/core/placement/try-shape.ts';
import { viewZone } from '../../src/core/placement/zone-findings.ts';
import type { ZoneFindings } from '../../src/core/placement/zone-findings.ts';
import type { Track } from '../../src/core/tracking/track.ts';
import { createTracker } from '../../src/core/tracking/tracker.ts';
import type { Tracker } from '../../src/core/tracking/tracker.ts';
import type { CaptureTime } from './capture-clock.ts';
import type { Sight } from './person-detector.ts';

/** What one frame added. */
export interface Count {
  readonly atMs: number;
  /** Time of the frame before; `atMs` itself for the first frame and after a gap. */
  readonly measuredFromMs: number;
  readonly tracks: readonly Track[];
  readonly events: readonly CountingEvent[];
  readonly zonesNow: readonly number[];
  readonly heat: HeatTally;
}

/** Tracker and counters of one camera through gaps and changes of the picture's shape. */
export interface CameraCounter {
  add(sight: Pick<Sight, 'detections' | 'aspect'>, time: CaptureTime): Count;
  /** How the line of this index lies, by the people seen lately; null before the first frame. */
  judgeLine(line: number): PlacedLine | null;
  judgeZone(zone: number): ZoneFindings | null;
  /** What a shape that is only drawn would have counted; null before the first frame. */
  tryShape(shape: TriedShape): ShapeTrial | null;
  /** Ends what is open: the stream is over. */
  finish(): readonly CountingEvent[];
}

/** A judgement, and the aspect of the picture that its scene units belong to. */
export interface PlacedLine {
  readonly judgement: LineJudgement;
  readonly aspect: number;
}

/** Where heat is added up, and what adds it up. */
interface Heat {
  readonly grid: HeatGrid;
  readonly counter: HeatCounter;
}

/** Lines and zones come to scene units with the first frame, and anew when the picture changes its aspect. */
export function createCameraCounter(setup: Pick<CameraSetup, 'lines' | 'zones' | 'floor'>): CameraCounter {
  let tracker: Tracker | null = null;
  let counter: SceneCounter | null = null;
  let heat: Heat | null = null;
  const watch = createPlacementWatch();
  let aspect = 0;
  let beforeMs: number | null = null;

  /** Forgets everybody, so that nothing is carried over what was not seen. */
  function interrupt(): readonly CountingEvent[] {
    tracker?.reset();
    beforeMs = null;
    watch.interrupt();
    heat?.counter.interrupt();
    return counter?.finish() ?? [];
  }

  return {
    add(sight, { atMs, broken }) {
      const ended = broken || sight.aspect !== aspect ? interrupt() : [];
      if (!tracker || !counter || !heat || sight.aspect !== aspect) {
        const scene = sceneOf(setup, sight.aspect);
        const grid = cameraHeatGrid(sight.aspect, setup.floor?.marks ?? null);
        tracker = createTracker(sight.aspect);
        counter = createSceneCounter(scene);
        heat = { grid, counter: createHeatCounter(grid, scene) };
        watch.clear(); // ways through another picture
      }
      aspect = sight.aspect;
      const measuredFromMs = beforeMs ?? atMs;
      beforeMs = atMs;
      const tracks = tracker.update(sight.detections, atMs);
      watch.update(tracks, atMs);
      const events = [...ended, ...counter.update(tracks, atMs)];
      const stays = heat.counter.update(tracks, atMs);
      const { columns, rows, floor } = heat.grid;
      return {
        atMs,
        measuredFromMs,
        tracks,
        events,
        zonesNow: counter.zonesNow(),
        heat: { columns, rows, floor, stays },
      };
    },
    judgeLine(index) {
      const line = counter ? sceneOf(setup, aspect).lines[index] : undefined;
      return line ? { judgement: judgeLine(line, watch.trails(), aspect), aspect } : null;
    },
    judgeZone(index) {
      const zone = counter ? sceneOf(setup, aspect).zones[index] : undefined;
      return zone ? viewZone(zone, watch.trails()) : null;
    },
    tryShape: (shape) => (counter ? tried(shape, watch.trails(), aspect) : null),
    finish: interrupt,
  };
}

function tried(shape: TriedShape, trails: readonly Trail[], aspect: number): ShapeTrial {
  const inScene = (points: readonly ImagePoint[]): ScenePoint[] =>
    points.map((point) => toScene(point, aspect));
  return 'polygon' in shape
    ? tryZone({ polygon: inScene(shape.polygon) }, trails)
    : tryLine({ points: inScene(shape.points), inward: toScene(shape.inward, aspect) }, trails);
}
