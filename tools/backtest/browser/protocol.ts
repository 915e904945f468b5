import type { Backend, EngineReport, ModelCard } from '../../../src/contracts/vision.ts';
import type { CountingEvent } from '../../../src/core/counting/counting-event.ts';
import type { Detection } from '../../../src/core/detection/detection.ts';
import type { ImagePoint } from '../../../src/core/geometry/point.ts';
import type { Problem } from '../../../src/core/result.ts';
import type { Line, Zone } from '../../../src/core/site/site.ts';
import type { Track } from '../../../src/core/tracking/track.ts';

/** What the worker is to do; it asks for it at `/job`. */
export interface Job {
  readonly backend: Backend;
  /** Of one network; the pipeline chooses among them by the picture's shape. */
  readonly cards: readonly ModelCard[];
  readonly width: number;
  readonly height: number;
  readonly colour: { readonly matrix: VideoMatrixCoefficients | null; readonly fullRange: boolean };
  /** Time of each frame in the file, the first 0, ms. As many frames come from `/frames`, as I420. */
  readonly timesMs: readonly number[];
  readonly lines: readonly Pick<Line, 'points' | 'inward'>[];
  readonly zones: readonly Pick<Zone, 'kind' | 'polygon' | 'timing'>[];
  readonly masks: readonly (readonly ImagePoint[])[];
  readonly motionGate: boolean;
}

/** The names of `VideoColorSpace` that the pipeline tells apart. */
export type VideoMatrixCoefficients = 'bt709' | 'smpte170m';

/** What the pipeline made of one frame. */
export interface FrameResult {
  readonly detections: readonly Detection[];
  readonly tracks: readonly Track[];
  readonly events: readonly CountingEvent[];
  readonly zonesNow: readonly number[];
  readonly detectMs: number;
  readonly otherMs: number;
  /** Nothing moved: the network was not asked. */
  readonly isGated: boolean;
}

/** What the worker sends to `/messages`, several at a time. */
export type Message =
  | { readonly kind: 'started'; readonly report: EngineReport }
  | { readonly kind: 'frame'; readonly result: FrameResult }
  /** The last message of a run that went through; events of what was still open. */
  | { readonly kind: 'finished'; readonly events: readonly CountingEvent[] }
  | { readonly kind: 'failed'; readonly problem: Problem };
