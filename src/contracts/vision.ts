import type { CameraFloor } from '../core/counting/scene-from-site.ts';
import type { EngineTrial } from '../core/detection/engine-trials.ts';
import type { Box } from '../core/geometry/box.ts';
import type { ImagePoint } from '../core/geometry/point.ts';
import type { ShapeTrial } from '../core/placement/try-shape.ts';
import type { LineFindings } from '../core/placement/line-findings.ts';
import type { ZoneFindings } from '../core/placement/zone-findings.ts';
import type { Result } from '../core/result.ts';
import type { Line, Zone } from '../core/site/site.ts';

/** What runs the network. */
export type Backend = 'wasm' | 'webgpu';

/** How a model is fed and read; the JSON beside each model in `public/models`. */
export interface ModelCard {
  readonly name: string;
  /** File of the model, beside the card. */
  readonly file: string;
  /** SHA-256 of the file, lower-case hex. The app refuses a file that differs. */
  readonly sha256: string;
  /** Input picture, pixels. Letterboxed, never stretched. */
  readonly input: { readonly width: number; readonly height: number };
  /** `light`: for cameras that a PC could not carry with more. Absent: as good as the network gets. */
  readonly detail?: 'light';
  /**
   * `rgba-u8-nhwc`: uint8 [1, height, width, 4] in memory, alpha ignored. `rgb-f32-nchw`: float32 [1, 3, height,
   * width], 0–255, on the graphics card. Normalisation is inside the graph.
   */
  readonly layout: 'rgba-u8-nhwc' | 'rgb-f32-nchw';
  /** What the graphics card must be able to do: compute in half precision. */
  readonly needs?: 'shader-f16';
  /** Names of graph input and outputs: boxes float32 [1, n, 4] (left, top, right, bottom in input pixels), scores float32 [1, n] (0–1). */
  readonly tensors: { readonly input: string; readonly boxes: string; readonly scores: string };
  /** Overlap above which the lower of two boxes is dropped, and the least score that is read at all. */
  readonly suppression: { readonly iou: number; readonly minScore: number };
  readonly normalisation: string;
  readonly decoding: string;
  readonly source: string;
  readonly licence: string;
}

/** Everything the vision worker needs, handed in so that it can give up every means to fetch. */
export interface EngineSetup<Port> {
  readonly backend: Backend | 'auto';
  /** Threads for WASM, at least 1. More need a page that is cross-origin isolated. */
  readonly threads: number;
  /** Contents of onnxruntime-web's wasm files, by backend: only what may be used need be given. */
  readonly runtime: Readonly<Partial<Record<Backend, ArrayBuffer>>>;
  readonly models: readonly { readonly card: ModelCard; readonly bytes: ArrayBuffer }[];
  /** The one way out: `Float64Array` messages in the layout of `tally-codec.ts`. */
  readonly output: Port;
}

export interface EngineReport {
  readonly backend: Backend;
  /** 1 with WebGPU. */
  readonly threads: number;
  /** Why WebGPU is not used, where it was asked for or could be expected. */
  readonly webgpu: 'used' | 'not-available' | 'software-only' | 'failed' | 'slower' | 'not-asked';
  /**
   * How frames reach a model that runs from the graphics card: as they are, or copied plane by plane where a known
   * frame could not be imported. Absent where the model is fed from memory.
   */
  readonly frames?: 'imported' | 'uploaded';
  readonly warmUpMs: number;
  /** Time of one picture in full detail, ms, measured at the start. */
  readonly fullMs: number;
  /** What each engine that was tried on this PC gave; absent in the worker's own report. */
  readonly trials?: readonly EngineTrial[];
}

/**
 * Lines and zones are in picture fractions: only the worker learns the picture's aspect, with the first frame,
 * and brings them to scene units then. Their order gives the indices that a `Tally` uses.
 */
export interface CameraSetup {
  readonly camera: number;
  readonly lines: readonly Pick<Line, 'points' | 'inward'>[];
  readonly zones: readonly Pick<Zone, 'kind' | 'polygon' | 'timing'>[];
  /** Zones on the floor come after `zones` in a `Tally`. Null: the floor is not calibrated. */
  readonly floor: CameraFloor | null;
  readonly masks: readonly (readonly ImagePoint[])[];
  /** The part in which people are looked for, in fractions of the picture; null: all of it. */
  readonly region: Box | null;
  /** The network may rest while nobody is there and nothing moves. False: it runs on every frame. */
  readonly motionGate: boolean;
  /** Capture time of the stream's first frame, epoch ms; null: the moment it arrives. */
  readonly startsAtMs: number | null;
  /** Frames wanted per second; more are dropped unread. `null`: every frame, one after another. */
  readonly targetFps: number | null;
  /** The camera's part of the engine where it cannot do all that is wanted: achieved rates go by weight × targetFps. */
  readonly weight: number;
}

/** How a line lies, by the ways of the last few hundred people: plain numbers. */
export interface LinePlacement extends LineFindings {
  /** Pixels of the network's input for one picture height. */
  readonly inputPixels: number;
  /** By how much the line had better be moved, fractions of the picture; null where it had not. */
  readonly shiftX: number | null;
  readonly shiftY: number | null;
}

/** What can be done with an open set-up picture: hold it still, end and clear it, ask whether it is open. */
export type PreviewStep = 'hold' | 'close' | 'ask';

/** Replies of the vision worker are small: no more cameras than these are told apart in a pulse. */
export const MOST_LONGEST = 16;

/** A vision worker's sign of life, and what it knows of its own tightness. */
export interface Pulse {
  /** How long the network has been at work on the present picture, ms; 0 between pictures. */
  readonly busyMs: number;
  /** Attempts at something that was taken away from the worker; each was refused. */
  readonly refused: number;
  /** Longest that a frame of an open camera was alive, from its arrival to its closing, ms. */
  readonly longestFrameMs: number;
  /** The same by camera id, of at most `MOST_LONGEST` cameras. */
  readonly longestByCamera: Readonly<Record<string, number>>;
  /** How long ago the engine last saw the people of the known frame, ms; null before `start`. */
  readonly knownFrameAgoMs: number | null;
}

/** How a zone lies, by the same people. */
export interface ZonePlacement extends ZoneFindings {
  /** As of a line. */
  readonly inputPixels: number;
}

/** A line or zone of the picture that is drawn and not saved: nothing counts it yet. */
export type TriedShape = Pick<Line, 'points' | 'inward'> | Pick<Zone, 'polygon'>;

/**
 * Commands to the vision worker (Comlink). Results are void or codes; figures leave on `output` alone.
 * `Frames` is a transferred `ReadableStream<VideoFrame>`, `Port` a transferred `MessagePort`.
 */
export interface VisionApi<Frames, Port, Canvas = unknown> {
  /** Loads runtime and models, warms up, then seals the worker. Once per worker. */
  start(setup: EngineSetup<Port>): Promise<Result<EngineReport>>;
  /**
   * Reads frames until the stream ends or `closeCamera`. Replaces an open stream of the same camera. A port brings
   * the stream from another worker as its only message.
   */
  openCamera(setup: CameraSetup, frames: Frames | Port): Promise<void>;
  closeCamera(camera: number): Promise<void>;
  /** How the line of this index lies, by the people seen lately. `camera-ended` where the camera is not open. */
  judgeLine(camera: number, line: number): Promise<Result<LinePlacement>>;
  /** The same of a zone, in the order of the tallies: those of the picture, then those on the floor. */
  judgeZone(camera: number, zone: number): Promise<Result<ZonePlacement>>;
  /** What a shape that is only drawn would have counted of the people seen lately. */
  tryShape(camera: number, shape: TriedShape): Promise<Result<ShapeTrial>>;
  /**
   * Draws the set-up picture of a camera into a transferred canvas: blocks of 1/18 of the picture's height and flat
   * silhouettes. It ends by itself. `camera-ended` where the camera is not open.
   */
  openPreview(camera: number, canvas: Canvas): Promise<Result<null>>;
  /** `camera-ended` where none is open. */
  stepPreview(camera: number, step: PreviewStep): Promise<Result<null>>;
  /** Answered at once, whatever the worker does. */
  pulse(): Promise<Pulse>;
}
