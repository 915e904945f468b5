import type { Backend, CameraSetup, EngineReport, ModelCard } from '../../../src/contracts/vision.ts';

/** Raw I420 pictures of one size, one after the other, served at `address`. */
export interface FrameSet {
  readonly name: string;
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** Where the frames of a stream come from and when. Sets are played to and fro, so that nobody jumps. */
export type FrameSource =
  | { readonly kind: 'stepped'; readonly set: string }
  /** `firstFrame` and `phaseMs` make cameras that show the same set differ. */
  | {
      readonly kind: 'paced';
      readonly set: string;
      readonly fps: number;
      readonly firstFrame: number;
      readonly phaseMs: number;
    }
  | { readonly kind: 'endless'; readonly set: string };

/** A vision worker to start. */
export interface EngineJob {
  readonly backend: Backend;
  readonly threads: number;
  readonly cards: readonly ModelCard[];
}

/** Time of one frame inside the worker, ms: the network, and everything else. */
export interface FrameTime {
  readonly detectMs: number;
  readonly otherMs: number;
  readonly people: number;
}

/** One camera over a stretch of time. */
export interface CameraCount {
  readonly camera: number;
  readonly analysed: number;
  readonly gated: number;
  readonly skipped: number;
  /** Time from capture to the arrival of the count, ms, one for each frame counted. */
  readonly agesMs: readonly number[];
}

/** The steps of one frame, ms: everything that is done between the stream and the tally. */
export const STAGES = ['copy', 'gate', 'paint', 'network', 'suppress', 'forget', 'track', 'count'] as const;
export type Stage = (typeof STAGES)[number];
export type StageTimes = Readonly<Record<Stage, number>>;

/** What the page can be asked to do; on its global object as `bench`. Everything is awaited. */
export interface BenchPage {
  /** Loads frames into the worker that feeds cameras. */
  loadFrames(set: FrameSet): Promise<void>;
  /** Draws frames of the demo store there: nobody in it, or people walking about. */
  drawFrames(set: string, empty: boolean): Promise<void>;
  /** True where a graphics adapter that is not software is there. */
  hasGpu(): Promise<boolean>;
  /** Starts a vision worker of that name, as the app does. Rejects with the problem's code. */
  startEngine(name: string, job: EngineJob): Promise<EngineReport>;
  stopEngine(name: string): Promise<void>;
  /** Opens cameras that run by themselves; their counts are kept until they are taken. */
  openCameras(engine: string, cameras: readonly CameraJob[]): Promise<void>;
  closeCameras(engine: string): Promise<void>;
  /** Counts since the last call. */
  takeCounts(engine: string): Promise<readonly CameraCount[]>;
  /** Tasks of the page above 50 ms since the last call, ms. */
  takeLongTasks(): Promise<readonly number[]>;
  /** Resolves when so many frames were counted since the cameras were opened. */
  waitForFrames(engine: string, frames: number): Promise<void>;
  /** One frame through a started vision worker. */
  timeFrame(engine: string): Promise<FrameTime>;
  /** Starts TensorFlow.js on the original graph; returns the threads that it really uses. */
  startTfjs(name: string, threads: number): Promise<number>;
  timeTfjs(name: string): Promise<FrameTime>;
  /** Starts MediaPipe's own detector on WASM. */
  startMediapipe(): Promise<void>;
  timeMediapipe(): Promise<FrameTime>;
  /** Starts the vision worker's own modules in a worker that takes the time of each step. */
  startStages(job: EngineJob): Promise<void>;
  /** Times of so many frames, step by step. */
  timeStages(frames: number): Promise<readonly StageTimes[]>;
  /** Does everything but the network for so many frames: its answers are those of `timeStages`, over and over. */
  repeatWithoutNetwork(frames: number): Promise<void>;
  /** Collects garbage and measures the memory of page and workers, bytes. */
  measureMemory(): Promise<number>;
}

export interface CameraJob {
  readonly camera: number;
  readonly source: FrameSource;
  readonly motionGate: boolean;
  readonly masks: CameraSetup['masks'];
  /** As in `CameraSetup`. */
  readonly targetFps: number | null;
}
