import type { Tally } from '../../src/contracts/tally.ts';
import type { CameraSetup, LinePlacement, TriedShape, ZonePlacement } from '../../src/contracts/vision.ts';
import { groundPoint } from '../../src/core/geometry/box.ts';
import { toImage } from '../../src/core/geometry/point.ts';
import type { ImagePoint } from '../../src/core/geometry/point.ts';
import type { ShapeTrial } from '../../src/core/placement/try-shape.ts';
import { isInView } from '../../src/core/tracking/track.ts';
import type { Count } from './camera-counter.ts';
import { createFrameCounter } from './frame-counter.ts';
import type { FrameCounter } from './frame-counter.ts';
import { createFrameSupply } from './frame-supply.ts';
import type { FrameSupply } from './frame-supply.ts';
import type { DetectorParts, Sight } from './person-detector.ts';
import { createPreview, type Preview } from './preview.ts';
import type { Scheduler } from './scheduler.ts';
import type { TallyOutput } from './tally-output.ts';

/** A camera that wants every frame has the claim of one that wants this many a second. */
const EVERY_FRAME_FPS = 10;

/** One camera from the opening of its stream to its end. */
export interface CameraSession {
  /** Settles when the last tally is out; rejects when the engine fails. */
  readonly done: Promise<void>;
  /** The source waits for the network: every frame is read, however long it takes. */
  readonly waits: boolean;
  /** Ends the stream; a frame in work is finished first. */
  close(): Promise<void>;
  /** Longest that one of its frames was alive so far, ms. */
  longestFrameMs(): number;
  /** How the line of this index lies; null before the first frame, and where there is no such line. */
  judgeLine(line: number): LinePlacement | null;
  /** The same of a zone. */
  judgeZone(zone: number): ZonePlacement | null;
  /** What a shape that is only drawn would have counted; null before the first frame. */
  tryShape(shape: TriedShape): ShapeTrial | null;
  readonly preview: Preview;
}

/** What a session shares with the others. */
export interface SessionParts {
  readonly detector: DetectorParts;
  readonly scheduler: Scheduler;
  readonly output: TallyOutput;
  readonly nowMs: () => number;
}

interface Camera {
  readonly id: number;
  readonly supply: FrameSupply;
  readonly counter: FrameCounter;
  readonly preview: Preview;
  readonly parts: SessionParts;
}

/** Begins to read and count; returns at once. */
export function openCameraSession(
  setup: CameraSetup,
  frames: ReadableStream<VideoFrame>,
  parts: SessionParts,
): CameraSession {
  const supply = createFrameSupply(frames, setup.targetFps);
  const camera: Camera = {
    id: setup.camera,
    supply,
    counter: createFrameCounter(parts.detector, setup, parts.nowMs),
    preview: createPreview(() => performance.now()),
    parts,
  };
  const done = count(camera, setup);
  return {
    done,
    waits: setup.targetFps === null,
    async close() {
      supply.close();
      await done;
    },
    longestFrameMs: () => supply.longestFrameMs(),
    judgeLine: (line) => camera.counter.judgeLine(line),
    judgeZone: (zone) => camera.counter.judgeZone(zone),
    tryShape: (shape) => camera.counter.tryShape(shape),
    preview: camera.preview,
  };
}

async function count(
  camera: Camera,
  { startsAtMs, weight, targetFps }: Pick<CameraSetup, 'startsAtMs' | 'weight' | 'targetFps'>,
): Promise<void> {
  const { supply, parts } = camera;
  const newest = { atMs: startsAtMs };
  const seat = parts.scheduler.join(weight * (targetFps ?? EVERY_FRAME_FPS));
  try {
    while (await supply.ready()) {
      await seat.turn(async () => {
        const frame = supply.take();
        if (frame) newest.atMs = await countFrame(camera, frame);
      });
    }
  } finally {
    seat.leave();
    supply.close();
    camera.preview.step('close');
    parts.output(lastTally(camera, newest.atMs ?? parts.nowMs()));
  }
}

/** Returns the frame's time. */
async function countFrame(
  { id, supply, counter, preview, parts }: Camera,
  frame: VideoFrame,
): Promise<number> {
  const { sight, count: added, look, otherMs } = await counter.count(frame, () => supply.closed());
  preview.paint(sight);
  parts.output({
    camera: id,
    atMs: added.atMs,
    measuredFromMs: added.measuredFromMs,
    frames: { ...supply.ledger(), gated: counter.gated() },
    detectMs: sight.detectMs,
    otherMs,
    brightness: sight.glance.brightness,
    people: peopleOf(added, sight),
    zonesNow: added.zonesNow,
    events: added.events,
    heat: added.heat,
    look,
    ended: false,
  });
  return added.atMs;
}

/** Closes the books: what was open ends at its last seen moment, and no more time is measured. */
function lastTally({ id, supply, counter }: Camera, atMs: number): Tally {
  return {
    camera: id,
    atMs,
    measuredFromMs: atMs,
    frames: { ...supply.ledger(), gated: counter.gated() },
    detectMs: 0,
    otherMs: 0,
    brightness: 0,
    people: [],
    zonesNow: [],
    events: counter.finish(),
    heat: null,
    look: null,
    ended: true,
  };
}

/** Where people stand, from left to right: an order that says nothing about who is who. */
function peopleOf({ tracks, atMs }: Count, { aspect }: Sight): ImagePoint[] {
  return tracks
    .filter((track) => isInView(track, atMs))
    .map(({ box }) => toImage(groundPoint(box), aspect))
    .map(({ x, y }) => ({ x: clampToPicture(x), y: clampToPicture(y) }))
    .sort((a, b) => a.x - b.x || a.y - b.y);
}

/** A predicted box may reach over the edge. */
function clampToPicture(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
