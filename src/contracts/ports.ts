import type { EngineKind } from '../core/detection/engine-fallback.ts';
import type { ShapeTrial } from '../core/placement/try-shape.ts';
import type { Camera } from '../core/site/site.ts';
import type { Problem, Result } from '../core/result.ts';
import type { Credential } from './archive.ts';
import type { DemoTruth } from './demo-store.ts';
import type { StreamStats } from './stream-stats.ts';
import type {
  CameraSetup,
  EngineReport,
  LinePlacement,
  PreviewStep,
  TriedShape,
  ZonePlacement,
} from './vision.ts';
import type { Tally } from './tally.ts';

declare const untouched: unique symbol;

/** A stream of frames on its way to the vision worker. The page passes it on and can do nothing else with it. */
export interface FrameStream {
  readonly [untouched]: true;
}

/** A canvas on its way to the vision worker, which alone draws into it. */
export interface PreviewCanvas {
  readonly [untouched]: true;
}

/** A camera that delivers. The owner calls `close` exactly once; `ended` settles when the stream is over. */
export interface OpenedCamera {
  /** Taken once. A camera of which nobody takes them has its connection, and no frame is kept for the page. */
  readonly frames: FrameStream;
  /** Capture time of the first frame where the source knows it (demo store), else null. */
  readonly startsAtMs: number | null;
  /** Every frame is wanted: the source waits for the pipeline (demo store in fast-forward). */
  readonly everyFrame: boolean;
  /** Null: closed by us. */
  readonly ended: Promise<Problem | null>;
  /** As of now; null for a source without a connection or device (demo store), and once it is closed. */
  stats(): Promise<StreamStats | null>;
  close(): void;
}

export interface UsbDevice {
  readonly deviceId: string;
  readonly label: string;
}

/** What can be told of a gateway's address before its stream is asked for. */
export interface GatewaySurvey {
  /** The page may talk to it, now. */
  readonly isAllowed: boolean;
  /** The page is on https and may not reach this address on http. */
  readonly isMixedContent: boolean;
  /** The browser was told not to let the page into the local network. */
  readonly isNetworkDenied: boolean;
  /** Something answers there; null where it could not be asked. */
  readonly answers: boolean | null;
}

/** Looks at a gateway from outside. */
export interface GatewayPort {
  survey(url: string): Promise<GatewaySurvey>;
}

/** Opens the cameras of the site, whatever their source. */
export interface CameraPort {
  /** `abandoned` resolves when nobody wants the camera any more: what is under way then ends at once. */
  open(
    camera: Pick<Camera, 'id' | 'source'>,
    credential: Credential | null,
    abandoned: Promise<void>,
  ): Promise<Result<OpenedCamera>>;
  /** Asks for permission if need be. */
  listUsb(): Promise<Result<readonly UsbDevice[]>>;
}

export type DemoSpeed = 'real-time' | 'fast-forward';

/** The controls of the demo store, beside its being a camera. */
export interface DemoPort {
  setSpeed(speed: DemoSpeed): Promise<void>;
  /** Null before the demo store runs. */
  truth(): Promise<DemoTruth | null>;
}

export interface VisionListener {
  tally(tally: Tally): void;
  /** The worker died; a new one follows by itself and `restarted` says when it is ready. */
  failed(problem: Problem): void;
  restarted(report: EngineReport): void;
}

/** The vision worker and its supervisor. */
export interface VisionPort {
  start(engine: EngineKind | 'auto', listener: VisionListener): Promise<Result<EngineReport>>;
  openCamera(setup: CameraSetup, frames: FrameStream): Promise<Result<null>>;
  closeCamera(camera: number): Promise<void>;
  /** As the command of the vision worker. */
  judgeLine(camera: number, line: number): Promise<Result<LinePlacement>>;
  judgeZone(camera: number, zone: number): Promise<Result<ZonePlacement>>;
  tryShape(camera: number, shape: TriedShape): Promise<Result<ShapeTrial>>;
  openPreview(camera: number, canvas: PreviewCanvas): Promise<Result<null>>;
  stepPreview(camera: number, step: PreviewStep): Promise<Result<null>>;
  /** Digest of the model in use, for the configuration record. Empty before `start`. */
  modelSha256(): string;
  close(): void;
}

/** One tab counts. */
export interface TabPort {
  /** `granted` now, or `elsewhere`: then `onGranted` is called when the other tab is gone. */
  claim(onGranted: () => void): Promise<'granted' | 'elsewhere'>;
}

export interface ClockPort {
  nowMs(): number;
  /** Calls back about every `periodMs`; returns the way to stop it. */
  every(periodMs: number, tick: () => void): () => void;
}

/** Keeps the PC's display, and with it the PC, awake while it is wanted and the page is visible. */
export interface WakeLockPort {
  hold(): void;
  release(): void;
}

/** Whether the browser lets the page notify. */
export type NoticePermission = 'granted' | 'denied' | 'default' | 'unsupported';

/** Tells people who do not look at the screen. */
export interface AlarmPort {
  /** False until somebody has used the page: browsers play no sound before. */
  canSound(): boolean;
  sound(): void;
  permission(): NoticePermission;
  /** Must be called on a click. */
  askPermission(): Promise<NoticePermission>;
  /** Takes the place of the notification of the same key. Does nothing without permission. */
  notify(notice: { readonly title: string; readonly body: string; readonly key: string }): void;
}

export interface PlatformPort {
  download(file: { readonly name: string; readonly mediaType: string; readonly text: string }): void;
  /** The same for a file that is no text. */
  downloadBytes(file: {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
  }): void;
  /** Browser features that are missing for counting; empty on a supported browser. */
  missingFeatures(): readonly string[];
  /** Makes the camera's origin one that the page may talk to; `reload-needed` when the document must be loaded anew. */
  allowOrigins(origins: readonly string[]): Promise<'allowed' | 'reload-needed' | 'not-possible'>;
  /** Calls back when the network is back or devices have changed; returns the way to stop it. */
  watchSurroundings(changed: () => void): () => void;
  reload(): void;
  /** The page is loaded anew and then does not count before it is told to. */
  reloadStopped(): void;
}
