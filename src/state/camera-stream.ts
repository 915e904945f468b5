import type { ArchiveApi, Credential } from '../contracts/archive.ts';
import type { CameraPort, OpenedCamera, VisionPort } from '../contracts/ports.ts';
import type { StreamStats } from '../contracts/stream-stats.ts';
import type { CameraSetup } from '../contracts/vision.ts';
import type { Problem, Result } from '../core/result.ts';
import { cameraFloorOf, type CountedCamera } from '../core/site/counted-camera.ts';
import type { ProblemList } from './problem-list.ts';
import { settleCall } from './settle-call.ts';

/** Frames wanted per second of a camera that runs in real time. */
const TARGET_FPS = 10;

export interface CameraStreamPorts {
  readonly cameras: CameraPort;
  readonly vision: VisionPort;
  readonly archive: ArchiveApi;
  readonly problems: ProblemList;
}

/** What becomes of a stream. Nothing more is told after it was closed. */
export interface CameraStreamListener {
  opened(setup: CameraSetup): void;
  /** The vision worker has it, and has finished with the one before. */
  delivered(): void;
  failed(problem: Problem): void;
}

/** One attempt to bring the frames of a camera to the vision worker, from the access data to the end. */
export class CameraStream {
  readonly #camera: CountedCamera;
  readonly #ports: CameraStreamPorts;
  #opened: OpenedCamera | null = null;
  #isClosed = false;
  #isInWorker = false;
  #abandon: () => void = () => undefined;

  constructor(camera: CountedCamera, ports: CameraStreamPorts) {
    this.#camera = camera;
    this.#ports = ports;
  }

  /** Frames of this stream may be in the vision worker. */
  get isInWorker(): boolean {
    return this.#isInWorker;
  }

  /** What it has delivered so far; null while it is not open, and where nobody can tell. */
  async stats(): Promise<StreamStats | null> {
    return (await this.#opened?.stats()) ?? null;
  }

  /** Opens and delivers; whatever comes of it is told to `listener`. */
  async run(listener: CameraStreamListener): Promise<void> {
    const credential = await this.#credential();
    if (this.#isOver()) return;
    const opened = await this.#open(credential);
    if (this.#isOver()) {
      if (opened.ok) opened.value.close();
      return;
    }
    if (!opened.ok) {
      listener.failed(opened.problem);
      return;
    }
    const delivered = await this.#deliver(opened.value, listener);
    if (this.#isOver()) return;
    if (delivered.ok) listener.delivered();
    else listener.failed(delivered.problem);
  }

  /** Ends it, however far it has come; resolves when the vision worker has let go of it. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#abandon();
    this.#opened?.close();
    if (!this.#isInWorker) return;
    try {
      await this.#ports.vision.closeCamera(this.#camera.id);
    } catch {
      // The worker is gone and the camera with it; the bridge reports the failure to the listener.
    }
  }

  /** Asked anew after each wait. */
  #isOver(): boolean {
    return this.#isClosed;
  }

  #open(credential: Credential | null): Promise<Result<OpenedCamera>> {
    const abandoned = new Promise<void>((resolve) => {
      this.#abandon = resolve;
    });
    return settleCall(this.#ports.cameras.open(this.#camera, credential, abandoned), 'camera-unreachable');
  }

  async #deliver(opened: OpenedCamera, listener: CameraStreamListener): Promise<Result<null>> {
    this.#opened = opened;
    const setup = setupOf(this.#camera, opened);
    listener.opened(setup);
    void opened.ended.then((problem) => {
      if (!this.#isOver()) listener.failed(problem ?? { code: 'camera-ended' });
    });
    this.#isInWorker = true;
    return settleCall(this.#ports.vision.openCamera(setup, opened.frames), 'vision-worker-failed');
  }

  async #credential(): Promise<Credential | null> {
    if (this.#camera.source.kind !== 'whep') return null;
    const read = await settleCall(
      this.#ports.archive.readCredential(this.#camera.id),
      'archive-worker-failed',
    );
    if (read.ok) return read.value;
    this.#ports.problems.report('storage', read.problem);
    return null;
  }
}

/** Whoever comes through the entrance passes within a second or two; in an area people stay. */
function weightOf({ lines }: CountedCamera): number {
  return lines.some(({ kind }) => kind === 'entrance') ? 2 : 1;
}

function setupOf(camera: CountedCamera, opened: OpenedCamera): CameraSetup {
  return {
    camera: camera.id,
    lines: camera.lines.map(({ points, inward }) => ({ points, inward })),
    zones: camera.zones.map(({ kind, polygon, timing }) => ({ kind, polygon, timing })),
    floor: cameraFloorOf(camera),
    masks: camera.masks,
    region: camera.region,
    motionGate: true,
    startsAtMs: opened.startsAtMs,
    targetFps: opened.everyFrame ? null : TARGET_FPS,
    weight: weightOf(camera),
  };
}
