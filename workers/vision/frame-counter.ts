import type { CameraSetup, LinePlacement, TriedShape, ZonePlacement } from '../../src/contracts/vision.ts';
import type { CountingEvent } from '../../src/core/counting/counting-event.ts';
import { LookTaker } from '../../src/core/detection/look-taker.ts';
import { createMotionGate, FAINT_SCORE } from '../../src/core/detection/motion-gate.ts';
import type { PictureLook } from '../../src/core/detection/picture-look.ts';
import type { ShapeTrial } from '../../src/core/placement/try-shape.ts';
import { createCameraCounter } from './camera-counter.ts';
import type { Count, PlacedLine } from './camera-counter.ts';
import { createCaptureClock } from './capture-clock.ts';
import { createPersonDetector } from './person-detector.ts';
import type { DetectorParts, Sight } from './person-detector.ts';
import type { Glance } from './picture-reader.ts';
import { measureSharpness } from './sharpness-meter.ts';

/** What one frame showed and what it added. */
export interface CountedFrame {
  readonly sight: Sight;
  readonly count: Count;
  /** Once a minute: how the picture looked. */
  readonly look: PictureLook | null;
  /** Time of everything but the network, ms. */
  readonly otherMs: number;
}

/** One camera's way from frame to figures: clock, glance, gate, network, tracker, counters. */
export interface FrameCounter {
  /** Owns the frame, which `onClosed` tells when it is closed. One frame at a time over all cameras. */
  count(frame: VideoFrame, onClosed: () => void): Promise<CountedFrame>;
  /** Frames so far in which the network was not asked. */
  gated(): number;
  /** How the line of this index lies; null before the first frame. */
  judgeLine(line: number): LinePlacement | null;
  judgeZone(zone: number): ZonePlacement | null;
  /** What a shape that is only drawn would have counted; null before the first frame. */
  tryShape(shape: TriedShape): ShapeTrial | null;
  /** Ends what is open: the stream is over. */
  finish(): readonly CountingEvent[];
}

type Setup = Omit<CameraSetup, 'camera' | 'targetFps' | 'weight'>;

/** `nowMs` is the PC's clock, by which live streams are dated. */
export function createFrameCounter(parts: DetectorParts, setup: Setup, nowMs: () => number): FrameCounter {
  const detector = createPersonDetector(parts, { region: setup.region, masks: setup.masks });
  const counter = createCameraCounter(setup);
  const clock = createCaptureClock(setup.startsAtMs, nowMs);
  const gate = createMotionGate();
  const looks = new LookTaker();
  let seen = '';
  let gated = 0;
  let inputPixels = 0;

  /** A gap or another picture: what was learnt of the one before says nothing. */
  function startAnewIf(isBroken: boolean, { picture, region }: Glance): void {
    const now = JSON.stringify([picture, region]);
    if (isBroken || now !== seen) gate.reset();
    if (now !== seen) looks.reset();
    seen = now;
  }

  /** Null while no look is due. */
  async function sharpnessOf(frame: VideoFrame, atMs: number, onClosed: () => void): Promise<number | null> {
    if (!looks.isDue(atMs)) return null;
    try {
      return await measureSharpness(frame, setup);
    } catch (error) {
      frame.close();
      onClosed();
      throw error;
    }
  }

  return {
    async count(frame, onClosed) {
      const begin = performance.now();
      const { atMs, broken } = clock.read(frame.timestamp);
      const mustLook = (glance: Glance): boolean => {
        startAnewIf(broken, glance);
        return !setup.motionGate || gate.mustLook(glance.luma, atMs);
      };
      const sharpness = await sharpnessOf(frame, atMs, onClosed);
      const sight = await detector.detect(frame, { mustLook, onClosed });
      inputPixels = detector.inputPixels(sight.glance);
      const count = counter.add(sight, { atMs, broken });
      if (sight.isGated) gated += 1;
      else gate.looked({ luma: sight.glance.luma, atMs, isEmpty: isEmpty(sight, count) });
      looks.add(sight.glance.luma);
      const look = sharpness === null ? null : looks.take(atMs, sharpness);
      return { sight, count, look, otherMs: Math.max(0, performance.now() - begin - sight.detectMs) };
    },
    gated: () => gated,
    judgeLine(line) {
      const placed = counter.judgeLine(line);
      return placed && placementOf(placed, inputPixels);
    },
    judgeZone(zone) {
      const findings = counter.judgeZone(zone);
      return findings && { ...findings, inputPixels };
    },
    tryShape: (shape) => counter.tryShape(shape),
    finish: () => counter.finish(),
  };
}

function placementOf({ judgement, aspect }: PlacedLine, inputPixels: number): LinePlacement {
  const { shift, ...findings } = judgement;
  return {
    ...findings,
    inputPixels,
    shiftX: shift && shift.x / aspect,
    shiftY: shift && shift.y,
  };
}

/** Nobody is seen, not even faintly, and nobody who is out of sight is waited for. */
function isEmpty({ detections }: Sight, { tracks }: Count): boolean {
  return tracks.length === 0 && detections.every(({ score }) => score < FAINT_SCORE);
}
