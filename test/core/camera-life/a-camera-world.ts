import {
  newLife,
  stepLife,
  type CameraEvent,
  type CameraLife,
} from '../../../src/core/camera-life/camera-life.ts';
import type { Problem } from '../../../src/core/result.ts';

/** What the camera and its gateway do at a moment. */
export type SourceState =
  | 'up'
  /** The gateway refuses, at once. */
  | 'refuses'
  /** The gateway answers and connects, and sends nothing. */
  | 'silent'
  /** The gateway says 404. */
  | 'missing';

const PROBLEMS: Readonly<Partial<Record<SourceState, Problem>>> = {
  refuses: { code: 'camera-unreachable' },
  missing: { code: 'camera-stream-missing' },
};
const STEP_MS = 50;
const TICK_MS = 250;
/** As measured on loopback, from the offer to the connection; then to the first frame. */
const CONNECT_MS = 1000;
const FIRST_FRAME_MS = 500;

interface OpenStream {
  readonly generation: number;
  readonly openedMs: number;
  isDelivered: boolean;
}

interface WorldOptions {
  readonly frameMs?: number;
  readonly isPaced?: boolean;
  readonly random?: () => number;
}

/** A camera in a world that steps through time; no timer, no promise. */
export class CameraWorld {
  nowMs: number;
  life: CameraLife;
  source: SourceState = 'up';
  readonly openedAtMs: number[] = [];
  /** Streams that are being opened or are open; more than one is a second peer. */
  readonly streams: OpenStream[] = [];
  most = 0;
  readonly #frameMs: number;
  readonly #isPaced: boolean;
  readonly #random: () => number;
  #frameDueMs = 0;

  /** Goes on from `life`. */
  constructor(life: CameraLife, options: WorldOptions = {}) {
    this.life = life;
    this.nowMs = Math.ceil(life.tickedMs / STEP_MS) * STEP_MS;
    this.#frameMs = options.frameMs ?? 100;
    this.#isPaced = options.isPaced ?? false;
    this.#random = options.random ?? (() => 0.5);
    const { generation, stream } = life;
    if (stream !== 'none') {
      this.streams.push({ generation, openedMs: this.nowMs, isDelivered: stream === 'open' });
    }
  }

  /** A camera that was started now. */
  static begin(options: WorldOptions = {}): CameraWorld {
    const world = new CameraWorld(newLife(1_000_000), options);
    world.happen({ kind: 'started' });
    return world;
  }

  happen(event: CameraEvent): void {
    const { life, commands } = stepLife(this.life, event, { nowMs: this.nowMs, random: this.#random() });
    this.life = life;
    for (const command of commands) {
      if (command.kind === 'close') this.streams.shift();
      else this.#open(command.generation);
    }
    this.most = Math.max(this.most, this.streams.length);
  }

  run(ms: number): void {
    for (const endMs = this.nowMs + ms; this.nowMs < endMs;) this.#step();
  }

  /** Runs until `isTrue`; returns how long that took, at most `mostMs`. */
  runUntil(isTrue: (life: CameraLife) => boolean, mostMs: number): number {
    const fromMs = this.nowMs;
    while (!isTrue(this.life) && this.nowMs - fromMs < mostMs) this.#step();
    return this.nowMs - fromMs;
  }

  #open(generation: number): void {
    this.openedAtMs.push(this.nowMs);
    this.streams.push({ generation, openedMs: this.nowMs, isDelivered: false });
  }

  #step(): void {
    this.nowMs += STEP_MS;
    const [stream] = this.streams;
    if (stream) this.#live(stream);
    if (this.nowMs % TICK_MS === 0) this.happen({ kind: 'ticked' });
  }

  #live(stream: OpenStream): void {
    const problem = PROBLEMS[this.source];
    const { generation } = stream;
    if (!stream.isDelivered && problem) {
      this.happen({ kind: 'stream-failed', generation, problem });
    } else if (!stream.isDelivered && this.nowMs - stream.openedMs >= CONNECT_MS) {
      stream.isDelivered = true;
      this.happen({ kind: 'stream-opened', generation, isPaced: this.#isPaced });
      this.happen({ kind: 'stream-delivered', generation });
      this.#frameDueMs = this.nowMs + FIRST_FRAME_MS;
    } else if (stream.isDelivered && this.source === 'up' && this.nowMs >= this.#frameDueMs) {
      this.#frameDueMs = this.nowMs + this.#frameMs;
      this.happen({ kind: 'frame-counted' });
    }
  }
}
