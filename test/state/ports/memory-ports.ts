import type {
  AlarmPort,
  NoticePermission,
  CameraPort,
  ClockPort,
  DemoPort,
  DemoSpeed,
  FrameStream,
  GatewayPort,
  GatewaySurvey,
  OpenedCamera,
  PlatformPort,
  TabPort,
  UsbDevice,
  VisionListener,
  VisionPort,
} from '../../../src/contracts/ports.ts';
import type { StreamStats } from '../../../src/contracts/stream-stats.ts';
import type { DemoTruth } from '../../../src/contracts/demo-store.ts';
import type { ReviewPort, ServedBuild, VisionWatch, WatchedVision } from '../../../src/contracts/review.ts';
import type { Tally } from '../../../src/contracts/tally.ts';
import type {
  CameraSetup,
  EngineReport,
  LinePlacement,
  PreviewStep,
  TriedShape,
  ZonePlacement,
} from '../../../src/contracts/vision.ts';
import type { ShapeTrial } from '../../../src/core/placement/try-shape.ts';
import { failed, ok, type Problem, type Result } from '../../../src/core/result.ts';
import type { OtherStorage } from '../../../src/core/review/self-check.ts';
import type { Camera } from '../../../src/core/site/site.ts';

const STRICT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/** Cameras that open at once, or fail with the problem set for their id. Knows what is open. */
export class MemoryCameras implements CameraPort, GatewayPort {
  readonly problems = new Map<number, Problem>();
  readonly opened: number[] = [];
  readonly open_ = new Map<number, (problem: Problem | null) => void>();
  usb: readonly UsbDevice[] = [];
  /** What is found at every address. */
  found: GatewaySurvey = { isAllowed: true, isMixedContent: false, isNetworkDenied: false, answers: true };
  /** What every connection tells. */
  stats: StreamStats | null = null;

  survey(): Promise<GatewaySurvey> {
    return Promise.resolve(this.found);
  }

  open(camera: Pick<Camera, 'id' | 'source'>): Promise<Result<OpenedCamera>> {
    const problem = this.problems.get(camera.id);
    if (problem) return Promise.resolve({ ok: false, problem });
    this.opened.push(camera.id);
    let end: (problem: Problem | null) => void = () => undefined;
    const ended = new Promise<Problem | null>((resolve) => {
      end = resolve;
    });
    this.open_.set(camera.id, end);
    const close = (): void => {
      if (this.open_.get(camera.id) === end) this.open_.delete(camera.id);
      end(null);
    };
    const frames = {} as FrameStream;
    return Promise.resolve(
      ok({
        frames,
        startsAtMs: null,
        everyFrame: camera.source.kind === 'demo',
        ended,
        stats: () => Promise.resolve(this.stats),
        close,
      }),
    );
  }

  /** The stream of a camera is over. */
  end(camera: number, problem: Problem | null): void {
    this.open_.get(camera)?.(problem);
  }

  listUsb(): Promise<Result<readonly UsbDevice[]>> {
    return Promise.resolve(ok(this.usb));
  }
}

/** A vision worker that counts nothing by itself: tests say what it sees. */
export class MemoryVision implements VisionPort {
  /** What was asked of set-up pictures, and the cameras that can show one. */
  readonly previews: [number, PreviewStep | 'open'][] = [];
  readonly previewCameras = new Set([1]);
  readonly setups = new Map<number, CameraSetup>();
  readonly report: EngineReport = {
    backend: 'wasm',
    threads: 1,
    webgpu: 'not-available',
    warmUpMs: 420,
    fullMs: 90,
  };
  /** What the worker says of every line. */
  placement: LinePlacement | null = null;
  /** What it says of every zone, and which was asked for. */
  zonePlacement: ZonePlacement | null = null;
  judgedZone: number | null = null;
  /** What it says of every shape that is tried, and which were. */
  trial: ShapeTrial | null = null;
  readonly tried: TriedShape[] = [];
  listener: VisionListener | null = null;
  startProblem: Problem | null = null;
  closed = false;

  start(_backend: unknown, listener: VisionListener): Promise<Result<EngineReport>> {
    this.listener = listener;
    return Promise.resolve(this.startProblem ? { ok: false, problem: this.startProblem } : ok(this.report));
  }

  openCamera(setup: CameraSetup): Promise<Result<null>> {
    this.setups.set(setup.camera, setup);
    return Promise.resolve(ok(null));
  }

  closeCamera(camera: number): Promise<void> {
    if (this.setups.delete(camera)) this.see(aTally({ camera, ended: true }));
    return Promise.resolve();
  }

  openPreview(camera: number): Promise<Result<null>> {
    this.previews.push([camera, 'open']);
    return Promise.resolve(this.previewCameras.has(camera) ? ok(null) : failed('camera-ended'));
  }

  stepPreview(camera: number, step: PreviewStep): Promise<Result<null>> {
    this.previews.push([camera, step]);
    return Promise.resolve(this.previewCameras.has(camera) ? ok(null) : failed('camera-ended'));
  }

  judgeLine(camera: number): Promise<Result<LinePlacement>> {
    const placement = this.setups.has(camera) ? this.placement : null;
    return Promise.resolve(placement ? ok(placement) : failed('camera-ended'));
  }

  judgeZone(camera: number, zone: number): Promise<Result<ZonePlacement>> {
    this.judgedZone = zone;
    const placement = this.setups.has(camera) ? this.zonePlacement : null;
    return Promise.resolve(placement ? ok(placement) : failed('camera-ended'));
  }

  tryShape(camera: number, shape: TriedShape): Promise<Result<ShapeTrial>> {
    this.tried.push(shape);
    return Promise.resolve(this.setups.has(camera) && this.trial ? ok(this.trial) : failed('camera-ended'));
  }

  modelSha256(): string {
    return 'ab'.repeat(32);
  }

  close(): void {
    this.closed = true;
  }

  see(tally: Tally): void {
    this.listener?.tally(tally);
  }
}

/** Grants counting, or says that another tab counts until `leave` is called. */
export class MemoryTab implements TabPort {
  elsewhere = false;
  leave: () => void = () => undefined;

  claim(onGranted: () => void): Promise<'granted' | 'elsewhere'> {
    this.leave = onGranted;
    return Promise.resolve(this.elsewhere ? 'elsewhere' : 'granted');
  }
}

export class MemoryDemo implements DemoPort {
  speed: DemoSpeed = 'real-time';
  exact: DemoTruth | null = null;

  setSpeed(speed: DemoSpeed): Promise<void> {
    this.speed = speed;
    return Promise.resolve();
  }

  truth(): Promise<DemoTruth | null> {
    return Promise.resolve(this.exact);
  }
}

export class MemoryPlatform implements PlatformPort {
  readonly downloads: { readonly name: string }[] = [];
  /** Of the newest file that is no text. */
  bytes: Uint8Array<ArrayBuffer> | null = null;
  missing: readonly string[] = [];
  origins: 'allowed' | 'reload-needed' | 'not-possible' = 'allowed';
  asked: readonly string[] = [];
  reloads = 0;
  reloadsStopped = 0;
  readonly watching = new Set<() => void>();

  download(file: { readonly name: string }): void {
    this.downloads.push(file);
  }

  downloadBytes(file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }): void {
    this.downloads.push(file);
    this.bytes = file.bytes;
  }

  missingFeatures(): readonly string[] {
    return this.missing;
  }

  allowOrigins(origins: readonly string[]): Promise<'allowed' | 'reload-needed' | 'not-possible'> {
    this.asked = origins;
    return Promise.resolve(this.origins);
  }

  watchSurroundings(changed: () => void): () => void {
    this.watching.add(changed);
    return () => this.watching.delete(changed);
  }

  /** The network is back. */
  changeSurroundings(): void {
    for (const changed of this.watching) changed();
  }

  reloadStopped(): void {
    this.reloadsStopped += 1;
  }

  reload(): void {
    this.reloads += 1;
  }
}

/** Writes down what would be heard and seen outside of the page. */
export class MemoryAlarm implements AlarmPort {
  sounds = 0;
  readonly notices: { readonly title: string; readonly body: string; readonly key: string }[] = [];
  isUsed = true;
  allowed: NoticePermission = 'default';

  canSound(): boolean {
    return this.isUsed;
  }

  sound(): void {
    this.sounds += 1;
  }

  permission(): NoticePermission {
    return this.allowed;
  }

  askPermission(): Promise<NoticePermission> {
    this.allowed = 'granted';
    return Promise.resolve(this.allowed);
  }

  notify(notice: { readonly title: string; readonly body: string; readonly key: string }): void {
    this.notices.push(notice);
  }
}

/** A browser that keeps and lets through what tests say. */
/** A vision worker that sends a kilobyte a second. */
export class MemoryWatch implements WatchedVision {
  readonly #clock: ClockPort;

  constructor(clock: ClockPort) {
    this.#clock = clock;
  }

  modelSha256(): string {
    return 'ab'.repeat(32);
  }

  tightness(): VisionWatch {
    const seconds = Math.floor(this.#clock.nowMs() / 1000);
    return {
      busyMs: 0,
      refused: 0,
      longestFrameMs: 41.6,
      longestByCamera: { 1: 41.6 },
      knownFrameAgoMs: 60_000,
      outputBytes: 1000 * seconds,
      outputMessages: 5 * seconds,
    };
  }
}

export class MemoryReview implements ReviewPort {
  served: ServedBuild | null = {
    build: 'cd'.repeat(32),
    files: { '/index.html': 'ef'.repeat(32), '/models/m.onnx': 'ab'.repeat(32) },
    requests: { sinceMs: 0, ownFiles: 12, cameras: {}, refused: {} },
  };
  storage: OtherStorage = {
    localStorage: 0,
    sessionStorage: 0,
    cookies: 0,
    originFiles: 0,
    cachedFiles: 1,
    cachedBytes: 2_000_000,
    olderFiles: 0,
    foreignFiles: [],
  };
  statedPolicy: string | null = STRICT_POLICY;

  servedBuild(): Promise<ServedBuild | null> {
    return Promise.resolve(this.served);
  }

  otherStorage(): Promise<OtherStorage> {
    return Promise.resolve(this.storage);
  }

  policy(): Promise<string | null> {
    return Promise.resolve(this.statedPolicy);
  }

  violations(): number {
    return 0;
  }
}

/** A frame in which nothing happened, but for what is given. */
export function aTally(given: Partial<Tally>): Tally {
  return {
    camera: 1,
    atMs: 0,
    measuredFromMs: 0,
    frames: { received: 1, analysed: 1, gated: 0, skipped: 0, closed: 1, alive: 0 },
    detectMs: 50,
    otherMs: 2,
    brightness: 120,
    people: [],
    zonesNow: [],
    events: [],
    heat: null,
    look: null,
    ended: false,
    ...given,
  };
}
